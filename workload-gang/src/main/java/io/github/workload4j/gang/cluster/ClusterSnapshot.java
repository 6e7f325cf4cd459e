package io.github.workload4j.gang.cluster;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.cache.RecentlyUsed;
import io.github.workload4j.gang.cache.Remembered;
import io.github.workload4j.gang.inside.Inside;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.rows.FoundPods;
import io.github.workload4j.gang.volume.VolumeIndex;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The nodes and pods of a cluster at one moment.
 *
 * <p>Which pods count:
 *
 * <ul>
 *   <li>A pod with a node takes its requests and a slot there, unless it is finished. That holds for pods of every
 *       scheduler and for pods that are being deleted.
 *   <li>If its node is not in the snapshot, it takes nothing and is a running member of its group. Once the node is
 *       put in, it is on it.
 *   <li>A pod without a node that names a group is pending, also if scheduling gates hold it back. If it is being
 *       deleted, it is not pending, and is counted only where the group needs enough members.
 *   <li>A pod without a node for which one is nominated takes nothing. Pods that are not more important give way to it
 *       on that node.
 *   <li>No question sees any other pod.
 * </ul>
 *
 * <p>What is free on a node is what is allocatable less what its pods take, and may be below 0. A resource that is not
 * allocatable is 0, whatever the capacity. Sums beyond 64 bits are held at the limit.
 *
 * <p>Nodes are known by name, pods by namespace and name; no namespace is the namespace {@code default}.
 * {@link #put(Pod) put} and {@link #removePod remove} follow what happens to objects, in any order of nodes and pods.
 * After any changes a snapshot equals the one that {@link #of} builds from the objects that are left: it gives the same
 * answers, placements included. {@link LiveSnapshot} does the same for several threads.
 *
 * <p>Building is linear in the number of objects. The changing methods give a new snapshot that shares almost
 * everything and knows what was found out about nodes. To put a pod takes microseconds: time in the pods of its node
 * and of its group, and little in the number of all. To add, replace or remove a node takes about as much.
 *
 * <p>Immutable, safe to share between threads. Java serialization writes its objects as manifests, and reads these as
 * {@link #of} does: nothing is lost that a manifest says, and it costs what writing and reading them does. A {@code
 * StoredSnapshot} is smaller and quicker, and leaves out what few answers need.
 */
@SuppressWarnings("exports") // the superclass alone, of which users see nothing
public final class ClusterSnapshot extends Inside.Holder implements Serializable {

    private static final long serialVersionUID = 1;

    /** For how many lists of resources columns are kept. */
    static final int MOST_COLUMNS = 16;

    final transient SnapshotTables tables;
    final transient Map<String, Map<String, String>> namespaces;
    final transient ClusterSetup setup;
    final transient DeviceObjects devices;
    final transient VolumeIndex volumes;

    /** What is free of the resources last asked about. */
    final transient RecentlyUsed<List<String>, PackingNodes> columns;

    /**
     * A snapshot of these tables.
     *
     * @param like a snapshot from whose tables these were made, or null; what was found out about tables that are still
     *     the same is shared
     */
    ClusterSnapshot(
            SnapshotTables tables,
            Map<String, Map<String, String>> namespaces,
            ClusterSetup setup,
            DeviceObjects devices,
            VolumeIndex volumes,
            @Nullable ClusterSnapshot like) {
        super(new Inside(SnapshotView.of(tables, namespaces, like), volumes, new Remembered()));
        this.tables = tables;
        this.namespaces = namespaces;
        this.setup = setup;
        this.devices = devices;
        this.volumes = volumes;
        this.columns =
                like != null && like.tables.free() == tables.free() ? like.columns : new RecentlyUsed<>(MOST_COLUMNS);
    }

    /**
     * {@return a snapshot of nodes, pods, namespaces, devices and volumes, in any order; objects of other kinds, groups
     * among them, are left out}
     *
     * @throws IllegalArgumentException if a node or a pod has no name, or two of one kind have one name
     */
    public static ClusterSnapshot of(Collection<? extends ApiObject> objects) {
        return builder().objects(objects).build();
    }

    /** {@return a snapshot {@linkplain #of(Collection, Collection, Collection) of these}, without namespaces} */
    public static ClusterSnapshot of(Collection<Node> nodes, Collection<Pod> pods) {
        return of(nodes, pods, List.of());
    }

    /**
     * {@return a snapshot of these nodes, pods and namespaces, in any order}
     *
     * @param namespaces labels of namespaces, for affinity terms that select by them; of a namespace not given only the
     *     label {@code kubernetes.io/metadata.name} is known
     * @throws IllegalArgumentException if a node or a pod has no name, or two nodes, or two pods of a namespace, have
     *     one name; also of pods that do not count
     */
    public static ClusterSnapshot of(Collection<Node> nodes, Collection<Pod> pods, Collection<Namespace> namespaces) {
        NodeTable table = NodeTable.of(requireNonNull(nodes, "nodes"));
        return new ClusterSnapshot(
                SnapshotTables.of(table, requireNonNull(pods, "pods")),
                SnapshotView.labels(requireNonNull(namespaces, "namespaces")),
                ClusterSetup.OPEN,
                DeviceObjects.NONE,
                VolumeIndex.NONE,
                null);
    }

    /** {@return a builder of a snapshot from plain names and quantities} */
    public static SnapshotBuilder builder() {
        return new SnapshotBuilder();
    }

    /**
     * {@return this snapshot, said to be of a cluster with this release and these feature gates}
     *
     * <p>If no release is said, answers go by the release of the nodes' kubelets.
     */
    public ClusterSnapshot withSetup(ClusterSetup setup) {
        requireNonNull(setup, "setup");
        return setup.equals(this.setup) ? this : with(namespaces, setup, devices, volumes);
    }

    /**
     * {@return this snapshot with these device objects, in the place of those known before}
     *
     * <p>If there are none, it is not known which devices the cluster has, and answers about claims say so.
     */
    public ClusterSnapshot withDevices(DeviceObjects devices) {
        requireNonNull(devices, "devices");
        return devices == this.devices ? this : with(namespaces, setup, devices, volumes);
    }

    /** {@return which devices there are, and who wants them} */
    public DeviceObjects devices() {
        return devices;
    }

    /**
     * {@return this snapshot with these objects about volumes, in the place of those known before}
     *
     * <p>If there is no object of a kind, that kind is not known, and answers say that they depend on it. Of any other
     * kind, an object that is not here is not in the cluster.
     */
    public ClusterSnapshot withStorage(StorageObjects objects) {
        requireNonNull(objects, "objects");
        return objects.equals(volumes.objects()) ? this : with(namespaces, setup, devices, VolumeIndex.of(objects));
    }

    /** {@return what is known about volumes} */
    public StorageObjects storage() {
        return volumes.objects();
    }

    /** {@return what the cluster is said to run} */
    public ClusterSetup setup() {
        return setup;
    }

    /**
     * {@return the newest known release of a node's kubelet, or empty if no kubelet says a known one}
     *
     * <p>A kubelet is never newer than the cluster's API server and scheduler.
     */
    public Optional<KubernetesRelease> kubeletRelease() {
        return tables.nodes().kubeletRelease();
    }

    /** {@return number of nodes} */
    public int nodes() {
        return tables.nodes().size();
    }

    /** {@return number of pods that count} */
    public int pods() {
        return tables.known().size();
    }

    /** {@return a node by its place in the order of names, from 0} */
    public Node node(int index) {
        return tables.nodes().node(index);
    }

    /** {@return the place of a node in the order of names, or -1 if there is none of that name} */
    public int indexOf(String node) {
        return tables.nodes().indexOf(requireNonNull(node, "node"));
    }

    /** {@return the pods on a node that are not finished, in the order of namespace and name; the node by its place} */
    public List<Pod> podsOn(int node) {
        return tables.podsOn(node);
    }

    /**
     * {@return what is free of a resource on a node: cpu in thousandths, all else in units, {@code pods} in slots; may
     * be below 0}
     */
    public long free(String resource, int node) {
        return tables.free(requireNonNull(resource, "resource"), node);
    }

    /** {@return whether some node has a resource allocatable} */
    public boolean offers(String resource) {
        return tables.nodes().offers(requireNonNull(resource, "resource"));
    }

    /**
     * {@return what is free of some resources, in the order of names of nodes; the same object each time, unless 16
     * other lists were asked for since}
     */
    public PackingNodes packingNodes(List<String> resources) {
        requireNonNull(resources, "resources");
        List<String> names = List.copyOf(resources);
        PackingNodes known = columns.get(names);
        return known != null ? known : columns.keep(names, tables.columns(names));
    }

    /**
     * {@return the pod of a name, if it counts}
     *
     * @param namespace its namespace; empty for {@code default}
     */
    public Optional<Pod> pod(String namespace, String name) {
        requireNonNull(namespace, "namespace");
        return Optional.ofNullable(tables.known().find(ObjectNames.pod(namespace, requireNonNull(name, "name"))));
    }

    /**
     * {@return the pods that count and that a condition takes, in the order of namespace and name}
     *
     * <p>Costs a look at each. Pods of a stored snapshot become objects when they are asked for: here only those that
     * the condition takes.
     *
     * @param condition takes a namespace and a pod. Of a stored snapshot that is one for many pods on nodes that are
     *     there: it has neither their names, labels that they alone have, and starts, nor a node
     */
    public List<Pod> podsLike(BiPredicate<String, Pod> condition) {
        List<Pod> some = tables.known().like(requireNonNull(condition, "condition"));
        some.sort(ObjectNames.ORDER);
        return Collections.unmodifiableList(some);
    }

    /** {@return the namespaces whose labels were given, in the order of their names} */
    public List<Namespace> labelledNamespaces() {
        return namespaces.keySet().stream()
                .sorted()
                .map(name -> new Namespace(ObjectMeta.builder()
                        .name(name)
                        .labels(namespaces.get(name))
                        .build()))
                .toList();
    }

    /** {@return how many members a group has, not counting those of groups inside it} */
    public MemberCounts members(GroupRef group) {
        return tables.members(requireNonNull(group, "group")).counts();
    }

    /** {@return the members of a group, without those of groups inside it, in the order of their names} */
    public List<Pod> membersOf(GroupRef group) {
        return tables.members(requireNonNull(group, "group")).pods();
    }

    /** {@return the groups that members name, whether they exist or not, in order} */
    public Set<GroupRef> groupsWithMembers() {
        return tables.groupsWithMembers();
    }

    /**
     * {@return the pods of a group that are being deleted and never had a node, in the order of their names}
     *
     * <p>They are not members, but are counted where the group needs enough members.
     */
    public List<Pod> leavingOf(GroupRef group) {
        return tables.members(requireNonNull(group, "group")).leaving();
    }

    /**
     * {@return the pods that have no node but for which one is nominated, members of groups or not, in the order of
     * namespace and name}
     */
    public List<Pod> nominated() {
        return tables.nominated();
    }

    /**
     * {@return this snapshot with a pod, in the place of the one of that namespace and name if there is one}
     *
     * <p>A pod may be put in any state: pending, bound, ended, created again under its name on another node, or
     * unchanged. Afterwards it counts as what it is now, or does not count (see above), and is never there twice.
     *
     * @throws IllegalArgumentException if the pod has no name
     */
    public ClusterSnapshot put(Pod pod) {
        ObjectNames.require("pod", requireNonNull(pod, "pod"));
        Pod before = tables.known().find(pod);
        boolean same = before == null ? PodStanding.of(pod) == PodStanding.NONE : before.equals(pod);
        return same ? this : new SnapshotChange(this).put(pod).done();
    }

    /**
     * {@return this snapshot without a pod}
     *
     * <p>Nothing changes if no pod of that name counts.
     *
     * @param namespace its namespace; empty for {@code default}
     */
    public ClusterSnapshot removePod(String namespace, String name) {
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
        Pod pod = tables.known().find(ObjectNames.pod(namespace, name));
        return pod == null ? this : new SnapshotChange(this).remove(pod).done();
    }

    /**
     * {@return this snapshot without some pods, and then with others}
     *
     * <p>The same as to remove and to put them one after the other, and cheaper: what several of them touch is copied
     * once. To put more than a few of a hundred costs what building costs.
     *
     * @param put pods that are put in as {@link #put(Pod)} does
     * @param gone pods that are removed as {@link #removePod} does; only their names matter
     * @throws IllegalArgumentException if a pod that is put has no name
     */
    public ClusterSnapshot withPods(Collection<Pod> put, Collection<Pod> gone) {
        List<Pod> now = put instanceof FoundPods found ? found : List.copyOf(requireNonNull(put, "put"));
        List<Pod> before = gone instanceof FoundPods found ? found : List.copyOf(requireNonNull(gone, "gone"));
        now.forEach(pod -> ObjectNames.require("put", pod));
        if (tables.known().areMany(now.size())) {
            return with(SnapshotTables.of(tables.nodes(), tables.known().changed(now, before)));
        }
        SnapshotChange change = new SnapshotChange(this);
        change.removeAll(before);
        change.putAll(now);
        return change.done();
    }

    /**
     * {@return this snapshot with a node, in the place of the one of that name if there is one}
     *
     * <p>Pods that name it are on it, also those that were put in before it.
     *
     * @throws IllegalArgumentException if the node has no name
     */
    public ClusterSnapshot put(Node node) {
        ObjectNames.require("node", requireNonNull(node, "node"));
        int at = tables.nodes().indexOf(ObjectNames.of(node));
        return at >= 0 && tables.nodes().node(at).equals(node)
                ? this
                : new SnapshotChange(this).put(node).done();
    }

    /**
     * {@return this snapshot without a node}
     *
     * <p>Its pods stay and name a node that is not there, until they are removed or a node of that name is put in. If
     * the pods are to go too, {@linkplain #drained drain} the node first. Nothing changes if there is no such node.
     */
    public ClusterSnapshot removeNode(String name) {
        return tables.nodes().indexOf(requireNonNull(name, "name")) < 0
                ? this
                : new SnapshotChange(this).removeNode(name).done();
    }

    /** {@return this snapshot with the labels of a namespace, in the place of those known before} */
    public ClusterSnapshot put(Namespace namespace) {
        Map<String, Map<String, String>> changed = new HashMap<>(namespaces);
        changed.putAll(SnapshotView.labels(List.of(requireNonNull(namespace, "namespace"))));
        return with(changed, setup, devices, volumes);
    }

    /**
     * {@return this snapshot without the labels of a namespace; its pods stay}
     *
     * <p>Nothing changes if they are not known.
     */
    public ClusterSnapshot removeNamespace(String name) {
        Map<String, Map<String, String>> changed = new HashMap<>(namespaces);
        return changed.remove(requireNonNull(name, "name")) == null ? this : with(changed, setup, devices, volumes);
    }

    private ClusterSnapshot with(
            Map<String, Map<String, String>> labels, ClusterSetup said, DeviceObjects own, VolumeIndex stored) {
        return new ClusterSnapshot(tables, labels, said, own, stored, this);
    }

    /**
     * {@return this snapshot with more nodes}
     *
     * @throws IllegalArgumentException if one has no name, two have one name, or one of that name is there already
     */
    public ClusterSnapshot withNodes(Collection<Node> added) {
        NodeTable known = tables.nodes();
        known.requireNew(requireNonNull(added, "added"));
        if (known.areMany(added.size())) {
            List<Node> all = new ArrayList<>(added);
            all.addAll(known.all());
            return with(tables.withAllNodes(all));
        }
        SnapshotChange change = new SnapshotChange(this);
        added.forEach(change::put);
        return change.done();
    }

    /** {@return a snapshot of other nodes and pods that knows what this one knows of all else} */
    ClusterSnapshot with(SnapshotTables others) {
        return new ClusterSnapshot(others, namespaces, setup, devices, volumes, null);
    }

    /** {@return a snapshot of these namespaces and the nodes and pods of this one} */
    ClusterSnapshot withAllNamespaces(Collection<Namespace> all) {
        return with(SnapshotView.labels(all), setup, devices, volumes);
    }

    /**
     * {@return this snapshot with pending pods put on nodes, as an answer says, and with the devices it gives them}
     *
     * <p>Volumes that the answer names are bound to their claims. A claim whose volume is yet to be made is promised to
     * the pod's node.
     *
     * @throws IllegalArgumentException if a pod is not pending here (not known, bound already, named twice), or a node
     *     is not there
     */
    public ClusterSnapshot withPlaced(Collection<Assignment> placement) {
        return PlacedPods.in(this, requireNonNull(placement, "placement"));
    }

    /**
     * {@return this snapshot with a node cordoned and the pods on it gone}
     *
     * @throws NoSuchElementException if there is no such node
     */
    public ClusterSnapshot drained(String name) {
        int at = indexOf(requireNonNull(name, "name"));
        if (at < 0) {
            throw new NoSuchElementException("node: " + name + " is not there");
        }
        return new SnapshotChange(this).drain(at).done();
    }

    /**
     * {@return what turns another snapshot into this one; if the other is empty, all that this one knows}
     *
     * <p>What the cluster is said to run is no part of it. If one snapshot was made from the other by changes, it costs
     * little more than a look at what differs; otherwise a look at every object.
     */
    public SnapshotDifference since(ClusterSnapshot before) {
        return SnapshotDifference.between(requireNonNull(before, "before"), this);
    }

    /**
     * {@return this snapshot after a difference}
     *
     * @throws IllegalArgumentException if a node or a pod that is put has no name
     */
    public ClusterSnapshot with(SnapshotDifference difference) {
        return requireNonNull(difference, "difference").applied(this);
    }

    /** {@return how large it is, in a line} */
    @Override
    public String toString() {
        return "ClusterSnapshot[" + nodes() + " nodes, " + pods() + " pods]";
    }

    /** {@return whether labels of namespaces were given} */
    public boolean knowsNamespaces() {
        return !namespaces.isEmpty();
    }

    /** Nothing else can be read: the superclass has no constructor for it. */
    private Object writeReplace() throws ObjectStreamException {
        return WrittenSnapshot.of(this);
    }
}
