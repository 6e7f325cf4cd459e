package io.github.workload4j.gang.cluster;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.storage.StorageObjects;
import java.util.Collection;
import java.util.List;

/**
 * The snapshot of a cluster that changes: told what happens to nodes, pods and namespaces, it always has the
 * {@link #view} of the moment.
 *
 * <pre>{@code
 * LiveSnapshot live = new LiveSnapshot();
 * pods.onAdd(live::put);
 * pods.onUpdate((before, now) -> live.put(now));
 * pods.onDelete(gone -> live.removePod(gone.metadata().namespace(), gone.metadata().name()));
 * }</pre>
 *
 * <p>Every event of every object can be passed on as it comes: whether a pod counts is decided here. Nodes, pods and
 * namespaces may come in any order, and any event may come again; of one object, the event told last is what holds, so
 * the events of one object must be told in their order, as informers do (versions are not compared). Objects that did
 * not change cost nothing but a comparison. Groups are not part of a snapshot; they are given with each question.
 *
 * <p>At any moment the view equals {@link ClusterSnapshot#of} of the objects there are: same free resources, members,
 * domains, verdicts and placements. Nothing is kept of objects that are gone, nor of pods that do not count. A view
 * costs nothing and never changes; an event costs what the changing methods of {@link ClusterSnapshot} cost, replacing
 * all of a kind what building costs.
 *
 * <p>Thread-safe: events of several threads are taken one after the other, and questions to views hold up nobody. A
 * view shows the events of each thread up to some point, none after it, and all that were told before it was taken.
 */
public final class LiveSnapshot {

    private volatile ClusterSnapshot view;

    /** Starts without any object, in a cluster of which nothing is said. */
    public LiveSnapshot() {
        this(ClusterSetup.OPEN);
    }

    /**
     * Starts without any object.
     *
     * @param setup what the cluster is said to run
     */
    public LiveSnapshot(ClusterSetup setup) {
        this.view = ClusterSnapshot.of(List.of(), List.of()).withSetup(setup);
    }

    @Override
    public String toString() {
        return "LiveSnapshot[" + view + "]";
    }

    /** {@return the cluster after all events so far} */
    public ClusterSnapshot view() {
        return view;
    }

    /**
     * Takes in a pod as it is now, new or changed.
     *
     * @throws IllegalArgumentException if it has no name
     */
    public synchronized void put(Pod pod) {
        view = view.put(pod);
    }

    /** Takes out a pod. Nothing happens if it is not there. */
    public synchronized void removePod(String namespace, String name) {
        view = view.removePod(namespace, name);
    }

    /**
     * Takes in a node as it is now, new or changed.
     *
     * @throws IllegalArgumentException if it has no name
     */
    public synchronized void put(Node node) {
        view = view.put(node);
    }

    /** Takes out a node; its pods are told of by events of their own. Nothing happens if it is not there. */
    public synchronized void removeNode(String name) {
        view = view.removeNode(name);
    }

    /** Takes in the labels of a namespace as they are now. */
    public synchronized void put(Namespace namespace) {
        view = view.put(namespace);
    }

    /**
     * Takes out the labels of a namespace; its pods are told of by events of their own. Nothing happens if they are not
     * there.
     */
    public synchronized void removeNamespace(String name) {
        view = view.removeNamespace(name);
    }

    /** Takes these for all device objects there are: after each change of one of them. */
    public synchronized void replaceDevices(DeviceObjects all) {
        view = view.withDevices(requireNonNull(all, "all"));
    }

    /**
     * Takes these for all pods there are, as after a new list of them.
     *
     * @throws IllegalArgumentException if one has no name, or two of a namespace have one; then nothing has changed
     */
    public synchronized void replacePods(Collection<Pod> all) {
        requireNonNull(all, "all");
        view = view.with(SnapshotTables.of(view.tables.nodes(), all));
    }

    /**
     * Takes these for all nodes there are, as after a new list of them.
     *
     * @throws IllegalArgumentException if one has no name, or two have one; then nothing has changed
     */
    public synchronized void replaceNodes(Collection<Node> all) {
        requireNonNull(all, "all");
        view = view.with(view.tables.withAllNodes(all));
    }

    /** Takes these for all namespaces there are, as after a new list of them. */
    public synchronized void replaceNamespaces(Collection<Namespace> all) {
        requireNonNull(all, "all");
        view = view.withAllNamespaces(all);
    }

    /** Takes these for all objects about volumes there are. */
    public synchronized void replaceStorage(StorageObjects all) {
        view = view.withStorage(requireNonNull(all, "all"));
    }
}
