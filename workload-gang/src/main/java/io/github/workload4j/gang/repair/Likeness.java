package io.github.workload4j.gang.repair;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.repair.MovablePods.Movable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which pods and which nodes nothing tells apart: pods of equal labels and specs, and nodes that are equal but for
 * their names, with equal pods on them. Exchanging two such nodes with all that is on them changes no answer.
 */
final class Likeness {

    private static final String HOSTNAME = "kubernetes.io/hostname";

    private record Shape(String namespace, Map<String, String> labels, PodSpec spec) {

        /** Pods of equal labels have equal specs, as a rule, and specs are long. */
        @Override
        public int hashCode() {
            return namespace.hashCode() * 31 + labels.hashCode();
        }
    }

    private final ClusterSnapshot snapshot;
    private final boolean named;
    private final Map<Shape, Integer> likeness = new HashMap<>();
    private final Map<Object, Integer> places = new HashMap<>();
    private final int[] placeOf;
    private final Map<Movable, Integer> shapeOf = new HashMap<>();

    Likeness(GroupQuestion question) {
        this.snapshot = question.snapshot();
        this.placeOf = new int[snapshot.nodes()];
        Arrays.fill(placeOf, -1);
        this.named = !snapshot.nominated().isEmpty()
                || !snapshot.devices().slices().isEmpty()
                || question.podClasses().stream()
                        .anyMatch(kind -> !kind.pod().spec().volumes().isEmpty() || namesNodes(kind.pod()));
    }

    /** {@return a number that pods share that nothing but their names and nodes tells apart} */
    int of(Movable movable) {
        return shapeOf.computeIfAbsent(movable, unseen -> of(unseen.pod()));
    }

    private int of(Pod pod) {
        PodSpec spec = pod.spec().toBuilder().nodeName("").build();
        Shape shape =
                new Shape(pod.metadata().namespaceOrDefault(), pod.metadata().labels(), spec);
        return likeness.computeIfAbsent(shape, unseen -> likeness.size());
    }

    /** {@return a number that nodes share that may be exchanged with all that is on them} */
    int place(int node) {
        if (placeOf[node] < 0) {
            List<Pod> pods = snapshot.podsOn(node);
            Object key = named || pods.stream().anyMatch(Likeness::namesNodes) ? node : key(node, pods);
            placeOf[node] = places.computeIfAbsent(key, unseen -> places.size());
        }
        return placeOf[node];
    }

    private Object key(int node, List<Pod> pods) {
        Node one = snapshot.node(node);
        Map<String, String> labels = new HashMap<>(one.metadata().labels());
        labels.remove(HOSTNAME);
        List<Integer> on = new ArrayList<>();
        pods.forEach(pod -> on.add(of(pod) * 2 + (pod.isTerminating() ? 1 : 0)));
        on.sort(null);
        return List.of(labels, one.spec(), one.status(), on);
    }

    /** Whether a pod chooses nodes by their names. */
    private static boolean namesNodes(Pod pod) {
        PodSpec spec = pod.spec();
        if (spec.nodeSelector().containsKey(HOSTNAME)) {
            return true;
        }
        return spec.affinity() != null
                && spec.affinity().requiredNodeAffinity() != null
                && spec.affinity().requiredNodeAffinity().nodeSelectorTerms().stream()
                        .flatMap(Likeness::keys)
                        .anyMatch(key -> key.equals(HOSTNAME) || key.equals("metadata.name"));
    }

    private static Stream<String> keys(NodeSelectorTerm term) {
        return Stream.concat(term.matchExpressions().stream(), term.matchFields().stream())
                .map(requirement -> requirement.key());
    }
}
