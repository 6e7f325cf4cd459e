package io.github.workload4j.gang.whatif;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.gang.DeviceRoom;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many pods of one shape fit now, for each domain at every level.
 *
 * @param kind the shape
 * @param claims what a pod of it asks of devices, where any are known: its claims that have none yet
 * @param exact whether the numbers are exact; otherwise, where pods of the shape keep apart, attract or spread over
 *     domains wider than a node, share claims for devices, or claim devices that several nodes reach, they are upper
 *     bounds
 * @param cluster the whole cluster
 * @param levels for each label asked about, in that order, its domains
 */
public record SlotTable(
        NamedPodClass kind, List<ResourceClaimSpec> claims, boolean exact, Slots cluster, List<Level> levels) {

    public SlotTable {
        requireNonNull(kind, "kind");
        claims = List.copyOf(requireNonNull(claims, "claims"));
        requireNonNull(cluster, "cluster");
        levels = List.copyOf(requireNonNull(levels, "levels"));
    }

    /**
     * The domains of a label.
     *
     * @param key the label
     * @param domains most slots first
     */
    public record Level(String key, List<Slots> domains) {

        public Level {
            requireNonNull(key, "key");
            domains = List.copyOf(requireNonNull(domains, "domains"));
        }
    }

    /**
     * Room in a domain.
     *
     * @param domain value of the label; null for the whole cluster
     * @param nodes its nodes
     * @param usable nodes that take at least one pod
     * @param slots pods that fit together
     * @param most pods that fit on the emptiest node
     */
    public record Slots(@Nullable String domain, int nodes, int usable, long slots, long most) {

        Slots plus(long more) {
            return new Slots(domain, nodes + 1, usable + (more > 0 ? 1 : 0), slots + more, Math.max(most, more));
        }
    }

    /**
     * {@return the table of a kind of pods, however many of them there are}
     *
     * <p>The group's own constraint to one domain is left aside.
     *
     * @param question a question with the kind
     * @param kind number of the kind
     * @param keys labels, such as rack and zone
     */
    public static SlotTable of(GroupQuestion question, int kind, List<String> keys) {
        requireNonNull(question, "question");
        requireNonNull(keys, "keys");
        Packing packing = question.packing();
        PodClass podClass = packing.classes().get(kind);
        ClusterSnapshot snapshot = question.snapshot();
        long[] holds = new long[packing.nodes().count()];
        boolean perNode = true;
        Slots cluster = new Slots(null, 0, 0, 0, 0);
        for (int n = 0; n < holds.length; n++) {
            DeviceRoom room = question.claims().deviceRoom(kind, n, holds(packing, podClass, n));
            holds[n] = room.pods();
            perNode &= room.exact() || room.pods() == 0;
            cluster = cluster.plus(holds[n]);
        }
        List<Level> levels = new ArrayList<>();
        for (String key : keys) {
            Map<String, Slots> domains = new TreeMap<>();
            for (int n = 0; n < holds.length; n++) {
                String value = snapshot.node(n).metadata().labels().get(key);
                if (value != null) {
                    Slots before = domains.getOrDefault(value, new Slots(value, 0, 0, 0, 0));
                    domains.put(value, before.plus(holds[n]));
                }
            }
            List<Slots> sorted = new ArrayList<>(domains.values());
            sorted.sort(Comparator.comparingLong(slots -> -slots.slots()));
            levels.add(new Level(key, sorted));
        }
        boolean simple = perNode
                && !question.isOrdered()
                && !packing.hasRows()
                && packing.conflicts().stream().noneMatch(conflict -> conflict.a() == kind && conflict.b() == kind);
        return new SlotTable(
                question.podClasses().get(kind), question.claims().ofDevices(kind), simple, cluster, levels);
    }

    /**
     * {@return the labels by which these nodes form at least two domains, one of them of two nodes or more, widest
     * first}
     *
     * <p>Other labels tell nothing that the whole cluster or single nodes do not.
     */
    public static List<String> topologyKeys(ClusterSnapshot snapshot) {
        return TopologyLevels.of(requireNonNull(snapshot, "snapshot"));
    }

    static long holds(Packing packing, PodClass podClass, int node) {
        if (!podClass.mayUse(node)) {
            return 0;
        }
        long holds = podClass.maxPerNode();
        long[] request = podClass.request();
        for (int r = 0; r < request.length && holds > 0; r++) {
            if (request[r] > 0) {
                holds = Math.min(holds, Math.max(0, packing.nodes().free(r, node)) / request[r]);
            }
        }
        return holds;
    }
}
