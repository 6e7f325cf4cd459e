package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of spread of some pods, with all that decides which nodes they look at. There is one object for all
 * pods of equal content. Not thread-safe.
 */
final class Spreading {

    private final List<TopologySpreadConstraint> constraints;

    /** Of each node that was looked at, whether it has the keys of all constraints. */
    private final Map<String, Boolean> hasEveryKey = new HashMap<>();

    private Spreading(Content content) {
        this.constraints = content.constraints;
    }

    /** What makes one. */
    record Content(
            List<TopologySpreadConstraint> constraints,
            Map<String, String> nodeSelector,
            @Nullable NodeSelector required,
            List<Toleration> tolerations,
            String namespace,
            Map<String, String> labels) {

        static Content of(Pod pod, Kind self) {
            List<TopologySpreadConstraint> constraints = pod.spec().topologySpreadConstraints().stream()
                    .filter(constraint -> constraint.whenUnsatisfiable().equals("DoNotSchedule"))
                    .toList();
            return new Content(
                    constraints,
                    pod.spec().nodeSelector(),
                    pod.spec().affinity() == null ? null : pod.spec().affinity().requiredNodeAffinity(),
                    pod.spec().tolerations(),
                    self.namespace(),
                    self.labels());
        }

        /** {@return the one of this content among those that are known, which has it from now on} */
        Spreading in(Map<Content, Spreading> known) {
            return known.computeIfAbsent(this, Spreading::new);
        }
    }

    /** {@return those that must hold} */
    List<TopologySpreadConstraint> constraints() {
        return constraints;
    }

    boolean hasEveryKey(Node node) {
        return hasEveryKey.computeIfAbsent(
                node.metadata().name(),
                name -> constraints.stream()
                        .allMatch(each -> node.metadata().labels().containsKey(each.topologyKey())));
    }
}
