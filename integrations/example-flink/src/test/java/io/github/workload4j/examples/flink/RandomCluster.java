package io.github.workload4j.examples.flink;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A small cluster and a rescaling, made by chance; cpu in cores, memory in Gi.
 *
 * @param hosts nodes with their pods
 * @param current instances that run
 * @param wanted instances that are asked for
 * @param cpu cores of an instance
 * @param memory Gi of an instance
 */
record RandomCluster(List<Host> hosts, int current, int wanted, int cpu, int memory) {

    /** A node. */
    record Host(int cpu, int memory, int slots, boolean cordoned, boolean tainted, List<Guest> pods) {}

    /** A pod: what it requests, and what it uses. */
    record Guest(boolean own, int cpu, int memory, double usedCpu, double usedMemory) {}

    static RandomCluster of(Random random) {
        int cpu = 1 + random.nextInt(4);
        int memory = cpu * (1 + random.nextInt(3));
        int current = 0;
        List<Host> hosts = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int n = 0; n < count; n++) {
            int cores = 4 * (1 + random.nextInt(4));
            int room = cores * 4;
            int slots = random.nextInt(10) == 0 ? 3 : 110;
            List<Guest> guests = new ArrayList<>();
            int left = cores;
            int leftMemory = room;
            for (int p = random.nextInt(5); p > 0 && guests.size() < slots; p--) {
                boolean own = random.nextInt(4) == 0 && left >= cpu && leftMemory >= memory;
                int asked = own ? cpu : random.nextInt(Math.max(1, left + 1));
                int askedMemory = own ? memory : random.nextInt(Math.max(1, leftMemory + 1));
                double load = random.nextDouble() * 1.2;
                left -= asked;
                leftMemory -= askedMemory;
                guests.add(new Guest(own, asked, askedMemory, asked * load, askedMemory * load));
                current += own ? 1 : 0;
            }
            hosts.add(new Host(
                    cores, room, slots, random.nextInt(10) == 0, random.nextInt(10) == 0, List.copyOf(guests)));
        }
        return new RandomCluster(List.copyOf(hosts), current, 1 + random.nextInt(12), cpu, memory);
    }

    /** Instances are alike, so counting those that each node takes is exact. */
    boolean fits() {
        int room = 0;
        for (Host host : hosts) {
            List<Guest> stay = host.pods().stream().filter(pod -> !pod.own()).toList();
            int freeCpu = host.cpu() - stay.stream().mapToInt(Guest::cpu).sum();
            int freeMemory = host.memory() - stay.stream().mapToInt(Guest::memory).sum();
            int slots = host.slots() - stay.size();
            if (!host.cordoned() && !host.tainted()) {
                room += Math.max(0, Math.min(slots, Math.min(freeCpu / cpu, freeMemory / memory)));
            }
        }
        return room >= wanted;
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (Host host : hosts) {
            NodeBuilder node = new NodeBuilder()
                    .withNewMetadata()
                    .withName("n" + nodes.size())
                    .endMetadata()
                    .withNewSpec()
                    .withUnschedulable(host.cordoned())
                    .endSpec()
                    .withNewStatus()
                    .withAllocatable(Map.of(
                            "cpu", new Quantity(String.valueOf(host.cpu())),
                            "memory", new Quantity(host.memory() + "Gi"),
                            "pods", new Quantity(String.valueOf(host.slots()))))
                    .endStatus();
            if (host.tainted()) {
                node.editSpec().addNewTaint("NoSchedule", "team", null, "other").endSpec();
            }
            nodes.add(node.build());
        }
        return nodes;
    }

    List<Pod> pods() {
        List<Pod> pods = new ArrayList<>();
        for (int n = 0; n < hosts.size(); n++) {
            for (Guest guest : hosts.get(n).pods()) {
                pods.add(new PodBuilder()
                        .withNewMetadata()
                        .withName("p" + pods.size())
                        .withNamespace("flink")
                        .addToLabels("component", guest.own() ? "taskmanager" : "other")
                        .endMetadata()
                        .withNewSpec()
                        .withNodeName("n" + n)
                        .addNewContainer()
                        .withName("main")
                        .withNewResources()
                        .withRequests(Map.of(
                                "cpu", new Quantity(String.valueOf(guest.cpu())),
                                "memory", new Quantity(guest.memory() + "Gi")))
                        .endResources()
                        .endContainer()
                        .endSpec()
                        .build());
            }
        }
        return pods;
    }
}
