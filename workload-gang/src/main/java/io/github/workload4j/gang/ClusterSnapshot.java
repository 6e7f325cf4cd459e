package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.gang.eligibility.Landscape;
import io.github.workload4j.gang.eligibility.Namespaces;
import io.github.workload4j.gang.eligibility.PodRequest;
import io.github.workload4j.gang.packing.PackingNodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The nodes and pods of a cluster at one moment.
 *
 * <p>A pod with a node name takes its requests and a slot there, unless it is finished; pods of every scheduler count, and so do pods that
 * are being deleted. A pod without one is pending; of those only members of groups are kept. What is free on a node is what is allocatable
 * (never the capacity; a missing resource is 0) less what its pods take, and may be below 0. Sums beyond 64 bits are held at the limit.
 *
 * <p>Building is linear in the number of objects. The changing methods give a new snapshot that shares almost everything and knows what was
 * found out about nodes: adding or removing a pod costs microseconds; adding, replacing or removing a node copies the list of nodes, and the
 * columns from its place on, which is tens of microseconds at 15,000 nodes.
 *
 * <p>Immutable, safe to share between threads.
 */
public final class ClusterSnapshot {

    static final String SLOTS = "pods";

    /** So many new nodes are put in one by one; for more all is built anew. */
    private static final int FEW = 32;

    private static final Pod[] NO_PODS = {};

    private final NodeTable nodes;
    private final Map<String, LongPages> free;
    private final Pages<NodePods> pods;
    private final Overlay<GroupRef, Pod[]> members;

    /** Pods whose node is not there. */
    private final Pod[] astray;

    private final Map<String, Map<String, String>> namespaces;
    private final Map<List<String>, PackingNodes> columns = new ConcurrentHashMap<>();

    ClusterSnapshot(
            NodeTable nodes,
            Map<String, LongPages> free,
            Pages<NodePods> pods,
            Overlay<GroupRef, Pod[]> members,
            Pod[] astray,
            Map<String, Map<String, String>> namespaces) {
        this.nodes = nodes;
        this.free = free;
        this.pods = pods;
        this.members = members;
        this.astray = astray;
        this.namespaces = namespaces;
    }

    /**
     * {@return a snapshot of these nodes and pods}
     *
     * @throws IllegalArgumentException if two nodes, or two pods of a namespace, have one name
     */
    public static ClusterSnapshot of(Collection<Node> nodes, Collection<Pod> pods) {
        return of(nodes, pods, List.of());
    }

    /**
     * {@return a snapshot of these nodes, pods and namespaces}
     *
     * @param namespaces labels of namespaces, for affinity terms that select by them; of a namespace not given only the label {@code
     *     kubernetes.io/metadata.name} is known
     * @throws IllegalArgumentException if two nodes, or two pods of a namespace, have one name
     */
    public static ClusterSnapshot of(Collection<Node> nodes, Collection<Pod> pods, Collection<Namespace> namespaces) {
        requireNonNull(nodes, "nodes");
        requireNonNull(pods, "pods");
        requireNonNull(namespaces, "namespaces");
        return new SnapshotBuilding(
                        NodeTable.of(nodes.toArray(Node[]::new)), pods, SnapshotLandscape.labels(namespaces))
                .build();
    }

    /** {@return a builder of a snapshot from plain names and quantities} */
    public static SnapshotBuilder builder() {
        return new SnapshotBuilder();
    }

    /** {@return number of nodes} */
    public int nodes() {
        return nodes.size();
    }

    /** {@return a node by its place in the order of names, from 0} */
    public Node node(int index) {
        return nodes.node(index);
    }

    /** {@return the place of a node in the order of names, or -1 if there is none of that name} */
    public int indexOf(String node) {
        requireNonNull(node, "node");
        return nodes.indexOf(node);
    }

    /** {@return the pods on a node that are not finished; the node by its place} */
    public List<Pod> podsOn(int node) {
        return List.of(pods.get(node).all());
    }

    /** {@return what is free of a resource on a node: cpu in thousandths, all else in units, {@code pods} in slots; may be below 0} */
    public long free(String resource, int node) {
        requireNonNull(resource, "resource");
        LongPages column = free.get(resource);
        return column == null ? 0 : column.get(node);
    }

    /** {@return what is free of some resources, in the order of names of nodes; the same object for the same question again} */
    PackingNodes packingNodes(List<String> resources) {
        return columns.computeIfAbsent(resources, names -> {
            long[][] flat = new long[names.size()][];
            for (int r = 0; r < flat.length; r++) {
                flat[r] = column(names.get(r)).toArray();
            }
            return PackingNodes.of(nodes.size(), flat);
        });
    }

    /** {@return how many members a group has of its own, groups inside it left out} */
    public Members members(GroupRef group) {
        requireNonNull(group, "group");
        int running = 0;
        int pending = 0;
        int gated = 0;
        for (Pod pod : podsOf(group)) {
            if (pod.isAssigned()) {
                running++;
            } else {
                pending++;
                gated += pod.spec().schedulingGates().isEmpty() ? 0 : 1;
            }
        }
        return new Members(running, pending, gated);
    }

    /** {@return the members of a group, groups inside it left out, in the order in which they were given} */
    public List<Pod> membersOf(GroupRef group) {
        requireNonNull(group, "group");
        return List.of(podsOf(group));
    }

    Pod[] podsOf(GroupRef group) {
        Pod[] own = members.get(group);
        return own == null ? NO_PODS : own;
    }

    /** {@return the groups that members name, whether they exist or not, in order} */
    public Set<GroupRef> groupsWithMembers() {
        Set<GroupRef> groups = new TreeSet<>();
        for (GroupRef group : members.keys()) {
            if (podsOf(group).length > 0) {
                groups.add(group);
            }
        }
        return groups;
    }

    /**
     * {@return this snapshot with one more pod} A finished pod, or one being deleted before it had a node, changes nothing.
     *
     * @throws IllegalArgumentException if the pod's node has a pod of that name and namespace
     */
    public ClusterSnapshot withPod(Pod pod) {
        requireNonNull(pod, "pod");
        if (pod.isFinished()) {
            return this;
        }
        int node = pod.isAssigned() ? nodes.indexOf(pod.spec().nodeName()) : -1;
        ClusterSnapshot changed = this;
        if (node >= 0) {
            if (find(pods.get(node).all(), pod) != null) {
                throw new IllegalArgumentException("pod: " + name(pod) + " is there already");
            }
            changed = on(node, take(pod, node, 1), pods.get(node).with(pod), members);
        } else if (pod.isAssigned()) {
            changed = new ClusterSnapshot(nodes, free, pods, members, NodePods.append(astray, pod), namespaces);
        }
        GroupRef group = SnapshotBuilding.isMember(pod) ? GroupRef.of(pod).orElse(null) : null;
        return group == null ? changed : changed.withMembers(group, NodePods.append(podsOf(group), pod));
    }

    /**
     * {@return this snapshot without a pod, found by namespace, name and node}
     *
     * @throws NoSuchElementException if there is no such pod
     */
    public ClusterSnapshot withoutPod(Pod pod) {
        requireNonNull(pod, "pod");
        int node = pod.isAssigned() ? nodes.indexOf(pod.spec().nodeName()) : -1;
        Pod known = null;
        ClusterSnapshot changed = this;
        if (node >= 0) {
            known = find(pods.get(node).all(), pod);
            if (known != null) {
                changed = on(node, take(known, node, -1), pods.get(node).without(known), members);
            }
        } else if (pod.isAssigned()) {
            known = find(astray, pod);
            if (known != null) {
                changed = new ClusterSnapshot(nodes, free, pods, members, NodePods.remove(astray, known), namespaces);
            }
        }
        GroupRef group = GroupRef.of(pod).orElse(null);
        Pod member = group == null ? null : find(podsOf(group), pod);
        if (group != null && member != null) {
            changed = changed.withMembers(group, NodePods.remove(podsOf(group), member));
        }
        if (known == null && member == null) {
            throw new NoSuchElementException("pod: " + name(pod) + " is not there");
        }
        return changed;
    }

    /**
     * {@return this snapshot with another node: a new one, or in the place of the one of that name (relabelled, cordoned)} Pods that
     * name a new node are on it.
     */
    public ClusterSnapshot withNode(Node node) {
        requireNonNull(node, "node");
        String name = node.metadata().name();
        int at = nodes.indexOf(name);
        if (at >= 0) {
            return replaced(at, node, pods.get(at), members);
        }
        NodePods on = NodePods.NONE;
        Pod[] still = astray;
        for (Pod pod : astray) {
            if (pod.spec().nodeName().equals(name)) {
                on = on.with(pod);
                still = NodePods.remove(still, pod);
            }
        }
        int place = nodes.placeOf(name);
        Map<String, Long> left = SnapshotBuilding.left(node, on);
        return new ClusterSnapshot(
                nodes.inserted(place, node),
                columns(left, (column, amount) -> column.inserted(place, amount)),
                pods.inserted(place, on),
                members,
                still,
                namespaces);
    }

    private Map<String, LongPages> columns(Map<String, Long> left, BiFunction<LongPages, Long, LongPages> change) {
        Map<String, LongPages> changed = new HashMap<>(free);
        left.keySet().forEach(resource -> changed.computeIfAbsent(resource, r -> LongPages.zeros(nodes.size())));
        changed.replaceAll((resource, column) -> change.apply(column, left.getOrDefault(resource, 0L)));
        return changed;
    }

    /**
     * {@return this snapshot with more nodes}
     *
     * @throws IllegalArgumentException if two have one name, or one of that name is there already
     */
    public ClusterSnapshot withNodes(Collection<Node> added) {
        requireNonNull(added, "added");
        Set<String> names = new HashSet<>();
        for (Node node : added) {
            String name = node.metadata().name();
            if (!names.add(name) || nodes.indexOf(name) >= 0) {
                throw new IllegalArgumentException("nodes: two are named " + name);
            }
        }
        if (added.size() > FEW) {
            return rebuilt(added);
        }
        ClusterSnapshot changed = this;
        for (Node node : added) {
            changed = changed.withNode(node);
        }
        return changed;
    }

    /** {@return this snapshot with pending pods put on nodes, as an answer says} */
    public ClusterSnapshot withPlaced(Collection<Assignment> placement) {
        requireNonNull(placement, "placement");
        Map<String, String> nodeOf = new HashMap<>();
        placement.forEach(each -> nodeOf.put(each.namespace() + "/" + each.pod(), each.node()));
        ClusterSnapshot changed = this;
        for (GroupRef group : groupsWithMembers()) {
            Pod[] own = podsOf(group);
            Pod[] now = own.clone();
            for (int i = 0; i < own.length; i++) {
                String node = own[i].isAssigned() ? null : nodeOf.get(name(own[i]));
                if (node != null) {
                    PodSpec spec = own[i].spec().toBuilder().nodeName(node).build();
                    now[i] = new Pod(own[i].metadata(), spec, own[i].status());
                    int at = requireNode(node);
                    changed = changed.on(
                            at,
                            changed.take(now[i], at, 1),
                            changed.pods.get(at).with(now[i]),
                            changed.members);
                }
            }
            if (!Arrays.equals(own, now)) {
                changed = changed.withMembers(group, now);
            }
        }
        return changed;
    }

    /**
     * {@return this snapshot without a node and without the pods on it}
     *
     * @throws NoSuchElementException if there is no such node
     */
    public ClusterSnapshot withoutNode(String name) {
        requireNonNull(name, "name");
        int at = requireNode(name);
        Map<String, LongPages> fewer = new HashMap<>(free);
        fewer.replaceAll((resource, column) -> column.removed(at));
        return new ClusterSnapshot(nodes.removed(at), fewer, pods.removed(at), without(at), astray, namespaces);
    }

    /** {@return the members without those on a node} */
    private Overlay<GroupRef, Pod[]> without(int node) {
        Overlay<GroupRef, Pod[]> left = members;
        for (Pod pod : pods.get(node).all()) {
            GroupRef group = SnapshotBuilding.isMember(pod) ? GroupRef.of(pod).orElse(null) : null;
            Pod[] own = group == null ? null : left.get(group);
            if (group != null && own != null) {
                left = left.with(group, NodePods.remove(own, pod));
            }
        }
        return left;
    }

    /**
     * {@return this snapshot with a node cordoned and the pods on it gone}
     *
     * @throws NoSuchElementException if there is no such node
     */
    public ClusterSnapshot drained(String name) {
        requireNonNull(name, "name");
        int at = requireNode(name);
        Node node = nodes.node(at);
        Node cordoned = new Node(node.metadata(), new NodeSpec(true, node.spec().taints()), node.status());
        return replaced(at, cordoned, NodePods.NONE, without(at));
    }

    private ClusterSnapshot replaced(int at, Node node, NodePods now, Overlay<GroupRef, Pod[]> left) {
        Map<String, LongPages> changed =
                columns(SnapshotBuilding.left(node, now), (column, amount) -> column.with(at, amount));
        return new ClusterSnapshot(nodes.with(at, node), changed, pods.with(at, now), left, astray, namespaces)
                .knowing(this, at);
    }

    /** {@return this snapshot with other pods on a node} */
    private ClusterSnapshot on(int node, Map<String, LongPages> left, NodePods now, Overlay<GroupRef, Pod[]> group) {
        return new ClusterSnapshot(nodes, left, pods.with(node, now), group, astray, namespaces).knowing(this, node);
    }

    /** Takes over the columns of a snapshot that differs in what is free on one node at most, so that what was found out about them is known. */
    private ClusterSnapshot knowing(ClusterSnapshot before, int node) {
        before.columns.forEach((names, known) -> {
            long[] left = new long[names.size()];
            for (int r = 0; r < left.length; r++) {
                left[r] = free(names.get(r), node);
            }
            columns.put(names, known.with(node, left));
        });
        return this;
    }

    private int requireNode(String name) {
        int at = nodes.indexOf(name);
        if (at < 0) {
            throw new NoSuchElementException("node: " + name + " is not there");
        }
        return at;
    }

    private ClusterSnapshot rebuilt(Collection<Node> added) {
        List<Node> more = new ArrayList<>(added);
        List<Pod> all = new ArrayList<>(List.of(astray));
        for (int n = 0; n < nodes.size(); n++) {
            more.add(nodes.node(n));
            all.addAll(List.of(pods.get(n).all()));
        }
        for (GroupRef group : members.keys()) {
            for (Pod pod : podsOf(group)) {
                if (!pod.isAssigned()) {
                    all.add(pod);
                }
            }
        }
        return new SnapshotBuilding(NodeTable.of(more.toArray(Node[]::new)), all, namespaces).build();
    }

    private Map<String, LongPages> take(Pod pod, int node, int times) {
        Map<String, LongPages> changed = new HashMap<>(free);
        changed.put(SLOTS, column(SLOTS).plus(node, -times));
        PodRequest.of(
                pod,
                (resource, amount) -> changed.put(
                        resource,
                        changed.getOrDefault(resource, column(resource)).plus(node, -times * amount)));
        return changed;
    }

    private LongPages column(String resource) {
        LongPages column = free.get(resource);
        return column == null ? LongPages.zeros(nodes.size()) : column;
    }

    private ClusterSnapshot withMembers(GroupRef group, Pod[] now) {
        ClusterSnapshot changed = new ClusterSnapshot(nodes, free, pods, members.with(group, now), astray, namespaces);
        changed.columns.putAll(columns);
        return changed;
    }

    private static @Nullable Pod find(Pod[] pods, Pod like) {
        for (Pod pod : pods) {
            if (pod == like
                    || pod.metadata().name().equals(like.metadata().name())
                            && Namespaces.of(pod).equals(Namespaces.of(like))) {
                return pod;
            }
        }
        return null;
    }

    private static String name(Pod pod) {
        return Namespaces.of(pod) + "/" + pod.metadata().name();
    }

    /** {@return whether labels of namespaces were given} */
    boolean knowsNamespaces() {
        return !namespaces.isEmpty();
    }

    /** {@return what the rules about other pods see} */
    Landscape landscape() {
        return new SnapshotLandscape(nodes, pods, namespaces);
    }
}
