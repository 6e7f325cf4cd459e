package io.github.workload4j.gang.cluster;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodResources;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.eligibility.HostPorts;
import io.github.workload4j.gang.eligibility.PodRequest;
import io.github.workload4j.gang.rows.PodRows;
import io.github.workload4j.gang.rows.ReadPods;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns objects into columns: one pass over the nodes, one over the pods. */
final class SnapshotBuilding {

    private final NodeTable nodes;
    private final List<String> resources = new ArrayList<>();
    private final List<long[]> free = new ArrayList<>();

    /** The columns of resources beyond a handful. */
    private final Map<String, long[]> further = new HashMap<>();

    private final Pod[][] all;
    private final int[] count;
    private final Map<Integer, NodePods> special = new HashMap<>();
    private final Map<GroupRef, List<Pod>> members = new HashMap<>();
    private final Map<String, NodePods> awaited = new HashMap<>();
    private final List<Pod> nominated = new ArrayList<>();
    private final @Nullable RowsOnNodes rows;
    private final KnownPods known;

    private static final int HANDFUL = 16;

    /** Pods that are looked at together: what is read of so many stays in a cache. */
    private static final int BLOCK = 256;

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    /** Nodes with an amount that 64 bits do not hold, allocatable, asked, or on the way. */
    private final BitSet beyond = new BitSet();

    SnapshotBuilding(NodeTable nodes, Collection<Pod> pods) {
        this.nodes = nodes;
        this.all = new Pod[nodes.size()][];
        this.count = new int[nodes.size()];
        for (int n = 0; n < nodes.size(); n++) {
            int node = n;
            nodes.node(n).status().allocatable().forEach((resource, amount) -> {
                if (isKept(resource)) {
                    column(resource)[node] = count(node, PodRequest.rounded(resource, amount));
                }
            });
        }
        PodRows read = pods instanceof ReadPods some ? some.rows() : null;
        rows = read == null ? null : new RowsOnNodes(read, nodes.size());
        known = KnownPods.of(read, nodes.names(), add(pods instanceof ReadPods some ? some.others() : pods));
        if (read != null) {
            add(read);
        }
    }

    private static boolean isKept(String resource) {
        return resource.equals(PodRequest.SLOTS) || PodRequest.isCompared(resource);
    }

    /** A cluster has a handful of resources: looking through their names is faster than hashing them. */
    private long[] column(String resource) {
        for (int r = 0; r < Math.min(HANDFUL, resources.size()); r++) {
            if (resources.get(r).equals(resource)) {
                return free.get(r);
            }
        }
        return resources.size() < HANDFUL ? newColumn(resource) : further.computeIfAbsent(resource, this::newColumn);
    }

    private long[] newColumn(String resource) {
        long[] column = new long[nodes.size()];
        resources.add(resource);
        free.add(column);
        return column;
    }

    /** Adds the pods that count. Of all that are given, also those that do not, no two may have one name. */
    private KeyedPages<Pod> add(Collection<Pod> pods) {
        List<Pod> counting = new ArrayList<>(pods.size());
        List<Pod> others = new ArrayList<>();
        Pod[] given = pods.toArray(Pod[]::new);
        int[] node = new int[BLOCK];
        for (int from = 0; from < given.length; from += BLOCK) {
            int to = Math.min(given.length, from + BLOCK);
            // In a loop that does little else, the processor waits for the memory of several pods at once.
            for (int p = from; p < to; p++) {
                node[p - from] =
                        nodes.indexOf(requireNonNull(given[p], "pods").spec().nodeName());
            }
            for (int p = from; p < to; p++) {
                ObjectNames.require("pods", given[p]);
                PodStanding standing = PodStanding.of(given[p]);
                if (standing == PodStanding.NONE) {
                    others.add(given[p]);
                } else {
                    counting.add(given[p]);
                    add(given[p], standing, node[p - from]);
                }
            }
        }
        KeyedPages<Pod> byName = KeyedPages.of(ObjectNames.OF_PODS, counting);
        boolean distinct = byName.size() == counting.size()
                && KeyedPages.of(ObjectNames.OF_PODS, others).size() == others.size();
        for (Pod other : others) {
            distinct &= byName.find(other) == null;
        }
        if (!distinct) {
            throw ObjectNames.twice(pods);
        }
        return byName;
    }

    /** Takes what rows ask, as {@link #add(Pod, PodStanding, int)} does for one pod. */
    private void add(PodRows read) {
        List<long[]> columns = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        int[] end = new int[read.shapes().size()];
        for (int shape = 0; shape < end.length; shape++) {
            Pod pod = read.shapes().get(shape);
            if (pod != null) {
                PodRequest.of(pod, (resource, amount) -> {
                    columns.add(column(resource));
                    amounts.add(amount);
                });
            }
            end[shape] = columns.size();
        }
        long[][] of = columns.toArray(new long[0][]);
        long[] asked = amounts.stream().mapToLong(Long::longValue).toArray();
        long[] slots = column(PodRequest.SLOTS);
        for (int row = 0; row < read.size(); row++) {
            int node = read.node(row);
            if (node < 0) {
                continue;
            }
            slots[node]--;
            int shape = read.shape(row);
            long beyondRange = 0; // below 0 once a difference leaves 64 bits, or an amount is the highest they hold
            for (int i = shape == 0 ? 0 : end[shape - 1]; i < end[shape]; i++) {
                long was = of[i][node];
                long left = was - asked[i];
                beyondRange |= (was ^ asked[i]) & (was ^ left) | asked[i] + 1;
                of[i][node] = left;
            }
            if (beyondRange < 0) {
                beyond.set(node);
            }
        }
    }

    private void add(Pod pod, PodStanding standing, int node) {
        GroupRef.of(pod)
                .ifPresent(group ->
                        members.computeIfAbsent(group, g -> new ArrayList<>()).add(pod));
        if (standing != PodStanding.ON_NODE) {
            if (PodStanding.isNominated(pod)) {
                nominated.add(pod);
            }
            return;
        }
        if (node < 0) {
            awaited.merge(pod.spec().nodeName(), NodePods.NONE.with(pod), (known, one) -> known.with(pod));
            return;
        }
        Pod[] on = all[node];
        if (on == null) {
            on = new Pod[16];
            all[node] = on;
        } else if (on.length == count[node]) {
            on = Arrays.copyOf(on, on.length * 2);
            all[node] = on;
        }
        on[count[node]++] = pod;
        boolean ports = !HostPorts.of(pod).isEmpty();
        if (ports || NodePods.repels(pod)) {
            special.merge(node, NodePods.NONE.with(pod), (known, one) -> known.with(pod));
        }
        PodRequest.of(pod, (resource, amount) -> {
            long[] column = column(resource);
            column[node] = count(node, LongPages.sum(column[node], -count(node, amount)));
        });
    }

    /** {@return the amount; a node with one at a limit of 64 bits is counted exactly in the end} */
    private long count(int node, long amount) {
        if (!LongPages.isWithinLimits(amount)) {
            beyond.set(node);
        }
        return amount;
    }

    SnapshotTables build() {
        long[] slots = column(PodRequest.SLOTS);
        NodePods[] on = new NodePods[nodes.size()];
        int repelling = 0;
        for (int n = 0; n < on.length; n++) {
            slots[n] -= count[n];
            NodePods some = special.getOrDefault(n, NodePods.NONE);
            NodePods read = rows == null ? NodePods.NONE : rows.on(n);
            on[n] = count[n] == 0
                    ? read
                    : new NodePods(
                            read.every().and(Arrays.copyOf(all[n], count[n])),
                            read.repelling().and(some.repelling().others()),
                            read.withPorts().and(some.withPorts().others()));
            repelling += on[n].repelling().size();
        }
        for (int node = beyond.nextSetBit(0); node >= 0; node = beyond.nextSetBit(node + 1)) {
            Map<String, Long> left = exactlyLeft(nodes.node(node), on[node]);
            for (int r = 0; r < resources.size(); r++) {
                free.get(r)[node] = left.getOrDefault(resources.get(r), 0L);
            }
        }
        Map<String, LongPages> columns = new HashMap<>();
        for (int r = 0; r < resources.size(); r++) {
            LongPages column = LongPages.of(free.get(r));
            if (!column.isZero()) {
                columns.put(resources.get(r), column);
            }
        }
        List<GroupMembers> groups = new ArrayList<>();
        Map<GroupRef, List<Pod>> read = rows == null ? Map.of() : rows.members();
        read.forEach((group, pods) -> {
            if (members.containsKey(group)) {
                members.get(group).addAll(pods);
            } else {
                groups.add(new GroupMembers(group, pods, List.of()));
            }
        });
        members.forEach((group, pods) -> {
            pods.sort(GroupMembers.BY_NAME);
            groups.add(new GroupMembers(
                    group,
                    pods.stream().filter(pod -> !GroupMembers.isLeaving(pod)).toList(),
                    pods.stream().filter(GroupMembers::isLeaving).toList()));
        });
        nominated.sort(ObjectNames.ORDER);
        List<AwaitedNode> absent = new ArrayList<>();
        awaited.forEach((name, pods) -> absent.add(new AwaitedNode(name, pods)));
        return new SnapshotTables(
                nodes,
                columns,
                Pages.of(on),
                repelling,
                known,
                KeyedPages.of(GroupMembers.BY_GROUP, groups),
                KeyedPages.of(AwaitedNode.BY_NAME, absent),
                List.copyOf(nominated));
    }

    /** {@return the same without a step that leaves 64 bits: only what is left in the end is held at their limits} */
    private static Map<String, Long> exactlyLeft(Node node, NodePods pods) {
        Map<String, BigInteger> left = new HashMap<>();
        node.status().allocatable().forEach((resource, amount) -> {
            if (isKept(resource)) {
                left.put(resource, PodRequest.exactly(resource, amount));
            }
        });
        left.merge(PodRequest.SLOTS, BigInteger.valueOf(-pods.size()), BigInteger::add);
        for (Pod pod : pods.all()) {
            PodResources.requested(pod).forEach((resource, amount) -> {
                if (amount.signum() > 0 && PodRequest.isCompared(resource)) {
                    left.merge(resource, PodRequest.exactly(resource, amount).negate(), BigInteger::add);
                }
            });
        }
        Map<String, Long> held = new HashMap<>();
        left.forEach((resource, amount) ->
                held.put(resource, amount.max(LEAST).min(MOST).longValue()));
        return held;
    }

    /** {@return what is left on a node with these pods, by resource} */
    static Map<String, Long> left(Node node, NodePods pods) {
        Map<String, Long> left = new HashMap<>();
        boolean[] within = {true};
        for (Map.Entry<String, Quantity> entry : node.status().allocatable().entrySet()) {
            if (isKept(entry.getKey())) {
                long amount = PodRequest.rounded(entry.getKey(), entry.getValue());
                within[0] &= LongPages.isWithinLimits(amount);
                left.put(entry.getKey(), amount);
            }
        }
        left.merge(PodRequest.SLOTS, -(long) pods.size(), LongPages::sum);
        for (Pod pod : pods.all()) {
            PodRequest.of(pod, (resource, amount) -> {
                long sum = left.merge(resource, -amount, LongPages::sum);
                within[0] &= LongPages.isWithinLimits(amount) && LongPages.isWithinLimits(sum);
            });
        }
        return within[0] ? left : exactlyLeft(node, pods);
    }
}
