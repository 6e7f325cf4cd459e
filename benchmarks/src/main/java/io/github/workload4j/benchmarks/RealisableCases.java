package io.github.workload4j.benchmarks;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.testkit.GangInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Full clusters on which the scheduler's own cycle leaves pods out: drawn anew as Christensen, Giallorenzo and Mauro
 * describe theirs (<i>Priority Matters: Optimising Kubernetes Clusters Usage with Constraint-Based Pod Packing</i>,
 * 2025), as far as that is published; without priorities, which a gang has one of.
 *
 * <p>4 to 32 equal nodes, 4 or 8 pods for each, in sets of one to four alike that ask 100 to 1,000 thousandths of a cpu
 * and mebibytes, in the order in which they come; all pods together ask 90, 95 or 100 % of what there is. Draws of
 * which the cycle places all are drawn again.
 */
final class RealisableCases {

    private static final int DRAWS = 20;

    private RealisableCases() {}

    static List<GangInstance> drawn() {
        List<GangInstance> all = new ArrayList<>();
        for (int nodes : new int[] {4, 8, 16, 32}) {
            for (int pods : new int[] {4, 8}) {
                for (int usage : new int[] {90, 95, 100}) {
                    Random random = new Random(31L * (31L * nodes + pods) + usage);
                    for (int draw = 0; draw < DRAWS; draw++) {
                        String name = usage + "%/nodes_" + nodes + "_" + pods + "_" + draw;
                        all.add(new GangInstance(name, losing(nodes, nodes * pods, usage, random), "unknown"));
                    }
                }
            }
        }
        return all;
    }

    private static Packing losing(int nodes, int pods, int usage, Random random) {
        while (true) {
            Packing packing = draw(nodes, pods, usage, random);
            if (GangPeers.greedy(packing) < pods) {
                return packing;
            }
        }
    }

    private static Packing draw(int nodes, int pods, int usage, Random random) {
        Map<List<Long>, Integer> sets = new LinkedHashMap<>();
        long[] asked = new long[2];
        for (int left = pods; left > 0; ) {
            int alike = Math.min(left, 1 + random.nextInt(4));
            List<Long> request = List.of(100L + random.nextInt(901), 100L + random.nextInt(901));
            sets.merge(request, alike, Integer::sum);
            asked[0] += alike * request.get(0);
            asked[1] += alike * request.get(1);
            left -= alike;
        }
        List<Long> capacity = List.of(asked[0] * 100 / usage / nodes, asked[1] * 100 / usage / nodes);
        return Instances.packing(capacity, sets, nodes);
    }
}
