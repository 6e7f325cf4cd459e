package io.github.workload4j.gang.repair;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodResources;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.repair.MovablePods.Movable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which pods and which nodes nothing tells apart: pods of equal labels and specs, and nodes that are equal but for
 * their names, with equal pods on them. Exchanging two such nodes with all that is on them changes no answer.
 */
final class Likeness {

    private static final String HOSTNAME = "kubernetes.io/hostname";

    /**
     * What rules see of a running pod.
     *
     * @param requested what it takes, which its status may tell otherwise than its spec
     * @param budgets the disruption budgets that cover a pod that may be moved; null for one that may not
     */
    private record Shape(
            String namespace,
            Map<String, String> labels,
            PodSpec spec,
            Map<String, Quantity> requested,
            @Nullable List<Integer> budgets) {

        /** Pods of equal labels have equal specs, as a rule, and specs are long. */
        @Override
        public int hashCode() {
            return namespace.hashCode() * 31 + labels.hashCode();
        }
    }

    private final ClusterSnapshot snapshot;
    private final MovablePods movable;
    private final boolean named;
    private final Map<Shape, Integer> shapes = new HashMap<>();
    private final Map<Object, Integer> places = new HashMap<>();
    private final int[] placeOf;
    private final Map<Movable, Integer> shapeOf = new HashMap<>();

    Likeness(GroupQuestion question, MovablePods movable) {
        this.snapshot = question.snapshot();
        this.movable = movable;
        this.placeOf = new int[snapshot.nodes()];
        Arrays.fill(placeOf, -1);
        boolean byName = !snapshot.nominated().isEmpty()
                || !snapshot.devices().slices().isEmpty()
                || question.podClasses().stream()
                        .anyMatch(kind -> !kind.pod().spec().volumes().isEmpty() || namesNodes(kind.pod()));
        for (int n = 0; n < placeOf.length && !byName; n++) {
            byName = movable.on(n).stream().anyMatch(each -> namesNodes(each.pod()));
        }
        this.named = byName;
    }

    /** {@return a number that pods share that nothing but their names and nodes tells apart} */
    int of(Movable pod) {
        return shapeOf.computeIfAbsent(pod, unseen -> number(pod.pod(), pod.pod().spec().toBuilder(), pod.budgets()));
    }

    private int number(Pod pod, PodSpec.Builder spec, @Nullable List<Integer> budgets) {
        Shape shape = new Shape(
                pod.metadata().namespaceOrDefault(),
                pod.metadata().labels(),
                spec.nodeName("").build(),
                PodResources.requested(pod),
                budgets);
        return shapes.computeIfAbsent(shape, unseen -> shapes.size());
    }

    /** {@return a number that nodes share that may be exchanged with all that is on them} */
    int place(int node) {
        if (placeOf[node] < 0) {
            placeOf[node] = places.computeIfAbsent(named ? node : key(node), unseen -> places.size());
        }
        return placeOf[node];
    }

    private Object key(int node) {
        Node one = snapshot.node(node);
        Map<String, String> labels = new HashMap<>(one.metadata().labels());
        labels.remove(HOSTNAME);
        List<Integer> on = new ArrayList<>();
        Set<Pod> moving = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Movable each : movable.on(node)) {
            moving.add(each.pod());
            on.add(of(each));
        }
        for (Pod pod : snapshot.podsOn(node)) {
            if (!moving.contains(pod)) {
                // Which nodes it chose does not matter any more, such as that of a pod of a DaemonSet.
                Affinity affinity = pod.spec().affinity();
                PodSpec.Builder stays = pod.spec().toBuilder()
                        .nodeSelector(Map.of())
                        .affinity(
                                affinity == null
                                        ? null
                                        : new Affinity(
                                                null,
                                                affinity.requiredPodAffinity(),
                                                affinity.requiredPodAntiAffinity()));
                on.add(number(pod, stays, null));
            }
        }
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
