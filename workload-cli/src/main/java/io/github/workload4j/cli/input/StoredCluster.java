package io.github.workload4j.cli.input;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A stored snapshot among the inputs. Of its pods only those become objects that something is asked or said about. */
final class StoredCluster {

    private final ClusterSnapshot snapshot;
    private final String place;

    /** How many pods of other inputs came before it. */
    private final int at;

    /** Namespaces of which all pods are looked at. */
    private final Set<String> namespaces = new HashSet<>();

    private final Set<ApiObject> superseded = Collections.newSetFromMap(new IdentityHashMap<>());
    private List<Pod> taken = List.of();

    StoredCluster(ClusterSnapshot snapshot, String place, int at) {
        this.snapshot = snapshot;
        this.place = place;
        this.at = at;
    }

    ClusterSnapshot snapshot() {
        return snapshot;
    }

    /** {@return where it is, for people} */
    String place() {
        return place;
    }

    int at() {
        return at;
    }

    /** {@return all that it has, but of pods only those of the names of others} */
    List<ApiObject> objects(List<Pod> others) {
        List<ApiObject> objects = new ArrayList<>(nodes());
        others.stream()
                .flatMap(other -> like(other).stream())
                .sorted(Comparator.comparing((Pod pod) -> pod.metadata().namespaceOrDefault())
                        .thenComparing(pod -> pod.metadata().name()))
                .forEach(objects::add);
        objects.addAll(snapshot.devices().all());
        objects.addAll(snapshot.storage().all());
        objects.addAll(snapshot.labelledNamespaces());
        return objects;
    }

    private List<Node> nodes() {
        return IntStream.range(0, snapshot.nodes()).mapToObj(snapshot::node).toList();
    }

    /** {@return its pod of the name of another; that and all pods of the namespace are looked at} */
    Optional<Pod> like(Pod other) {
        String namespace = other.metadata().namespaceOrDefault();
        namespaces.add(namespace);
        return snapshot.pod(namespace, other.metadata().name());
    }

    /** Leaves out an object in whose place another is. */
    void leaveOut(ApiObject object) {
        superseded.add(object);
    }

    /**
     * {@return the pods that are looked at: members of groups, all of some namespaces, those to which classes give a
     * priority, and those on nodes that are not there}
     *
     * @param more further namespaces
     * @param hasClasses whether there are priority classes
     */
    List<Pod> take(Set<String> more, boolean hasClasses) {
        namespaces.addAll(more);
        taken = snapshot.podsLike((namespace, pod) -> namespaces.contains(namespace)
                || GroupRef.of(pod).isPresent()
                || pod.spec().priority() == null
                        && (hasClasses || !pod.spec().priorityClassName().isEmpty())
                || pod.isAssigned() && snapshot.indexOf(pod.spec().nodeName()) < 0);
        return taken.stream().filter(pod -> !superseded.contains(pod)).toList();
    }

    /** {@return whether its nodes and namespaces are these} */
    boolean has(List<Node> nodes, List<Namespace> namespaces) {
        return nodes.equals(nodes()) && namespaces.equals(snapshot.labelledNamespaces());
    }

    /** {@return it with other pods in the place of those that were taken} */
    ClusterSnapshot with(List<Pod> pods) {
        return snapshot.withPods(pods, taken);
    }

    /** {@return these pods and those that were not taken} */
    List<Pod> all(List<Pod> pods) {
        List<Pod> all = new ArrayList<>(snapshot.withPods(List.of(), taken).podsLike((namespace, pod) -> true));
        all.addAll(pods);
        return all;
    }
}
