package io.github.workload4j.gang.cluster;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.eligibility.PodRequest;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.rows.FoundPods;
import io.github.workload4j.gang.rows.PodRows;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects the changes from one snapshot to the next; what they do not touch is shared. The result is the snapshot that
 * {@link SnapshotBuilding} makes of the same objects. For one thread.
 */
final class SnapshotChange {

    /** If more nodes than this have changed, columns are made anew when they are next asked for. */
    private static final int MOST_TOUCHED = 64;

    /** For whom pages are copied; not this, which pages must not hold. */
    private final Object owner = new Object();

    private final ClusterSnapshot before;
    private NodeTable nodes;
    private final Map<String, LongPages> free;
    private Pages<NodePods> pods;
    private int repelling;
    private KnownPods known;
    private KeyedPages<AwaitedNode> awaited;

    /** The pods for which a node is nominated; null if none came or went. */
    private @Nullable SortedSet<Pod> nominated;

    /** The groups of which members changed: for each name the pod that has it now, or null. */
    private final Map<GroupRef, SortedMap<String, @Nullable Pod>> groups = new LinkedHashMap<>();

    /**
     * Places of the nodes on which free amounts may have changed, in order; of too many one too many. They mean nothing
     * once a node was added or removed.
     */
    private final BitSet touched = new BitSet();

    private int touches;

    private boolean moved;

    /** Kept, so that no compiler leaves out a glance. */
    private int seen;

    SnapshotChange(ClusterSnapshot before) {
        this.before = before;
        SnapshotTables tables = before.tables;
        this.nodes = tables.nodes();
        this.free = new HashMap<>(tables.free());
        this.pods = tables.pods();
        this.repelling = tables.repelling();
        this.known = tables.known();
        this.awaited = tables.awaited();
    }

    /** Adds pods, each in place of the one of its name if there is one. One that does not count is only removed. */
    void putAll(List<Pod> some) {
        int[] rows = known.rowsOf(some);
        int[] places = places(some);
        for (int i = 0; i < rows.length; i++) {
            put(some.get(i), rows[i], places[i]);
        }
    }

    /** {@return where the node of each pod is; -1 if it is not there} */
    private int[] places(List<Pod> some) {
        int[] known = some instanceof FoundPods found ? found.places() : null;
        return known == null
                ? some.stream()
                        .mapToInt(pod -> nodes.indexOf(pod.spec().nodeName()))
                        .toArray()
                : known;
    }

    /** Removes the pods of these names, if there are any. */
    void removeAll(List<Pod> like) {
        int[] rows = known.rowsOf(like);
        seen = glance(rows);
        for (int i = 0; i < rows.length; i++) {
            if (known.hasRow(rows[i])) {
                removeRow(rows[i]);
            } else {
                removeOther(like.get(i));
            }
        }
    }

    /**
     * Looks at some rows where their nodes have them: in loops that do little else, the processor waits for the memory
     * of several at once.
     *
     * @return something of what was seen
     */
    private int glance(int[] rows) {
        int[] places = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            places[i] = known.hasRow(rows[i]) ? known.placeOf(rows[i], nodes) : -1;
        }
        SomePods[] some = new SomePods[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = places[i] < 0 ? SomePods.NONE : pods.get(places[i]).every();
        }
        int seen = 0;
        for (SomePods each : some) {
            seen += each.to() > each.from() ? each.at()[(each.from() + each.to()) >>> 1] : 0;
        }
        return seen;
    }

    /** Adds a pod as {@link #putAll} does. */
    SnapshotChange put(Pod pod) {
        putAll(List.of(pod));
        return this;
    }

    /** Removes a pod as {@link #removeAll} does. */
    SnapshotChange remove(Pod like) {
        removeAll(List.of(like));
        return this;
    }

    private void put(Pod pod, int row, int node) {
        if (known.hasRow(row)) {
            removeRow(row);
        } else {
            removeOther(pod);
        }
        PodStanding standing = PodStanding.of(pod);
        if (standing == PodStanding.NONE) {
            return;
        }
        known = known.with(pod, owner);
        changeGroup(pod, pod);
        if (PodStanding.isNominated(pod)) {
            changedNominated().add(pod);
        }
        if (standing == PodStanding.ON_NODE) {
            if (node < 0) {
                changeAwaited(pod.spec().nodeName(), absent -> absent.with(pod));
            } else {
                take(pod, node, pods.get(node).with(pod), 1);
            }
        }
    }

    /** Removes the pod of this name if it is there; it is no row. */
    private void removeOther(Pod like) {
        Pod pod = known.other(like);
        if (pod == null) {
            return;
        }
        forget(pod);
        if (PodStanding.isNominated(pod)) {
            changedNominated().remove(pod);
        }
        if (pod.isAssigned()) {
            int node = nodes.indexOf(pod.spec().nodeName());
            if (node < 0) {
                changeAwaited(pod.spec().nodeName(), absent -> absent.without(pod));
            } else {
                take(pod, node, pods.get(node).without(pod), -1);
            }
        }
    }

    private void removeRow(int row) {
        PodRows rows = requireNonNull(known.rows(), "rows");
        int node = known.placeOf(row, nodes);
        forget(rows, row);
        if (node < 0) {
            changeAwaited(rows.nodeName(row), absent -> absent.withoutRow(row));
        } else {
            take(rows.like(row), node, pods.get(node).withoutRow(row), -1);
        }
    }

    /** Takes a pod from those that are known by name, and from its group. */
    private void forget(Pod pod) {
        known = known.without(pod, owner);
        changeGroup(pod, null);
    }

    /** Does so with a row. Its pod is not made, unless it is in a group. */
    private void forget(PodRows rows, int row) {
        known = known.withoutRow(row, owner);
        if (GroupRef.of(rows.like(row)).isPresent()) {
            changeGroup(rows.pod(row), null);
        }
    }

    /**
     * Adds a node, in place of the one of that name if there is one. Pods that waited for a new node are then on it.
     */
    SnapshotChange put(Node node) {
        String name = ObjectNames.of(node);
        int at = nodes.indexOf(name);
        if (at >= 0) {
            boolean same =
                    node.status().allocatable().equals(nodes.node(at).status().allocatable());
            nodes = nodes.with(at, node);
            if (!same) {
                count(at);
            }
            return this;
        }
        AwaitedNode absent = awaited.find(AwaitedNode.named(name));
        int place = nodes.placeOf(name);
        nodes = nodes.inserted(place, node);
        NodePods waiting = absent == null ? NodePods.NONE : absent.pods();
        pods = pods.inserted(place, waiting);
        repelling += waiting.repelling().size();
        free.replaceAll((resource, column) -> column.inserted(place, 0));
        awaited = absent == null ? awaited : awaited.without(absent, owner);
        count(place);
        moved = true;
        return this;
    }

    /** Removes the node of that name, if there is one. Its pods wait for a node of that name. */
    SnapshotChange removeNode(String name) {
        int at = nodes.indexOf(name);
        if (at < 0) {
            return this;
        }
        NodePods on = pods.get(at);
        if (on.size() > 0) {
            awaited = awaited.with(new AwaitedNode(name, on), owner);
        }
        nodes = nodes.removed(at);
        pods = pods.removed(at);
        repelling -= on.repelling().size();
        free.replaceAll((resource, column) -> column.removed(at));
        free.values().removeIf(LongPages::isZero);
        moved = true;
        return this;
    }

    /** Cordons a node and takes away the pods on it. */
    SnapshotChange drain(int at) {
        SomePods gone = pods.get(at).every();
        for (Pod pod : gone.others()) {
            forget(pod);
        }
        if (gone.rows() != null) {
            for (int i = gone.from(); i < gone.to(); i++) {
                forget(gone.rows(), gone.at()[i]);
            }
        }
        replace(at, NodePods.NONE);
        count(at);
        Node node = nodes.node(at);
        return put(new Node(node.metadata(), new NodeSpec(true, node.spec().taints()), node.status()));
    }

    /** Notes who has the name of a pod in its group from now on, if anybody. */
    private void changeGroup(Pod named, @Nullable Pod now) {
        GroupRef.of(named)
                .ifPresent(group -> groups.computeIfAbsent(group, each -> new TreeMap<>())
                        .put(named.metadata().name(), now));
    }

    private KeyedPages<GroupMembers> members() {
        KeyedPages<GroupMembers> members = before.tables.members();
        for (Map.Entry<GroupRef, SortedMap<String, @Nullable Pod>> group : groups.entrySet()) {
            GroupMembers changed = before.tables.members(group.getKey()).with(group.getValue());
            members = changed.isEmpty() ? members.without(changed, owner) : members.with(changed, owner);
        }
        return members;
    }

    private SortedSet<Pod> changedNominated() {
        SortedSet<Pod> changed = nominated;
        if (changed == null) {
            changed = new TreeSet<>(ObjectNames.ORDER);
            changed.addAll(before.tables.nominated());
            nominated = changed;
        }
        return changed;
    }

    private List<Pod> nominated() {
        return nominated == null ? before.tables.nominated() : List.copyOf(nominated);
    }

    private void changeAwaited(String name, UnaryOperator<AwaitedNode> change) {
        AwaitedNode none = AwaitedNode.named(name);
        AwaitedNode absent = awaited.find(none);
        AwaitedNode now = change.apply(absent == null ? none : absent);
        awaited = now.pods().size() == 0 ? awaited.without(now, owner) : awaited.with(now, owner);
    }

    /** Replaces the pods of a node by those with one more ({@code times} 1) or one less (-1). */
    private void take(Pod pod, int node, NodePods now, int times) {
        replace(node, now);
        touch(node);
        boolean[] exact = {add(PodRequest.SLOTS, node, -times)};
        PodRequest.of(pod, (resource, amount) -> exact[0] &= add(resource, node, -times * amount));
        if (!exact[0]) {
            count(node);
        }
    }

    private void replace(int node, NodePods now) {
        repelling += now.repelling().size() - pods.get(node).repelling().size();
        pods = pods.with(node, now, owner);
    }

    private void touch(int node) {
        if (touches <= MOST_TOUCHED && !touched.get(node)) {
            touched.set(node);
            touches++;
        }
    }

    /** {@return whether the sum is exact: not if it is, or was, cut off at a limit of 64 bits} */
    private boolean add(String resource, int node, long amount) {
        LongPages column = column(resource);
        long was = column.get(node);
        long sum = LongPages.sum(was, amount);
        LongPages now = column.with(node, sum, owner);
        if (now != column) {
            keep(resource, now);
        }
        return Math.abs(amount) < Long.MAX_VALUE && LongPages.isWithinLimits(was) && LongPages.isWithinLimits(sum);
    }

    /** Counts again what is free on a node. */
    private void count(int node) {
        touch(node);
        Map<String, Long> left = SnapshotBuilding.left(nodes.node(node), pods.get(node));
        left.keySet().forEach(resource -> free.putIfAbsent(resource, column(resource)));
        free.replaceAll((resource, column) -> column.with(node, left.getOrDefault(resource, 0L), owner));
        free.values().removeIf(LongPages::isZero);
    }

    private LongPages column(String resource) {
        LongPages column = free.get(resource);
        return column == null ? LongPages.zeros(nodes.size()) : column;
    }

    private void keep(String resource, LongPages column) {
        if (column.isZero()) {
            free.remove(resource);
        } else {
            free.put(resource, column);
        }
    }

    /** {@return the snapshot at the end} */
    ClusterSnapshot done() {
        boolean sameFree = !moved && touches == 0;
        Map<String, LongPages> left = sameFree ? before.tables.free() : free;
        SnapshotTables tables =
                new SnapshotTables(nodes, left, pods, repelling, known, members(), awaited, nominated());
        ClusterSnapshot after =
                new ClusterSnapshot(tables, before.namespaces, before.setup, before.devices, before.volumes, before);
        if (!sameFree && !moved && touches <= MOST_TOUCHED) {
            before.columns
                    .last(ClusterSnapshot.MOST_COLUMNS)
                    .forEach(known ->
                            after.columns.keep(known.getKey(), changed(known.getValue(), after, known.getKey())));
        }
        return after;
    }

    /** {@return the columns with what is free now on the nodes that changed; what is cached of the others is kept} */
    private PackingNodes changed(PackingNodes columns, ClusterSnapshot after, List<String> resources) {
        PackingNodes now = columns;
        for (int node = touched.nextSetBit(0); node >= 0; node = touched.nextSetBit(node + 1)) {
            long[] left = new long[resources.size()];
            for (int r = 0; r < left.length; r++) {
                left[r] = after.free(resources.get(r), node);
            }
            now = now.with(node, left);
        }
        return now;
    }
}
