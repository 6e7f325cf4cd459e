package io.github.workload4j.examples.flink;

import java.util.ArrayList;
import java.util.List;

/**
 * The check that the operator brings, as spec and source describe it: nodes have what is allocatable less what is
 * <em>used</em>; the running instances are released from the first node that uses enough, and new ones reserved first
 * fit. Cordons, taints and pod slots are not looked at. Its own class is in no registry.
 */
final class UsageSimulation {

    private UsageSimulation() {}

    static boolean trySchedule(RandomCluster cluster) {
        List<double[]> free = new ArrayList<>();
        List<double[]> used = new ArrayList<>();
        for (RandomCluster.Host host : cluster.hosts()) {
            double usedCpu = host.pods().stream().mapToDouble(RandomCluster.Guest::usedCpu).sum();
            double usedMemory = host.pods().stream().mapToDouble(RandomCluster.Guest::usedMemory).sum();
            used.add(new double[] {usedCpu, usedMemory});
            free.add(new double[] {host.cpu() - usedCpu, host.memory() - usedMemory});
        }
        for (int instance = 0; instance < cluster.current(); instance++) {
            for (int node = 0; node < free.size(); node++) {
                if (used.get(node)[0] >= cluster.cpu() && used.get(node)[1] >= cluster.memory()) {
                    move(used.get(node), free.get(node), cluster);
                    break;
                }
            }
        }
        for (int instance = 0; instance < cluster.wanted(); instance++) {
            boolean placed = false;
            for (int node = 0; node < free.size() && !placed; node++) {
                if (free.get(node)[0] >= cluster.cpu() && free.get(node)[1] >= cluster.memory()) {
                    move(free.get(node), used.get(node), cluster);
                    placed = true;
                }
            }
            if (!placed) {
                return false;
            }
        }
        return true;
    }

    private static void move(double[] from, double[] to, RandomCluster cluster) {
        from[0] -= cluster.cpu();
        from[1] -= cluster.memory();
        to[0] += cluster.cpu();
        to[1] += cluster.memory();
    }
}
