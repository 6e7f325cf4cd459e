package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of spread of some pods, with all that decides which nodes they look at. There is one object for all
 * pods of equal content.
 */
final class Spreading {

    private final List<TopologySpreadConstraint> constraints;
    private final Set<String> keys = new HashSet<>();

    private Spreading(Content content) {
        this.constraints = content.constraints;
        constraints.forEach(each -> keys.add(each.topologyKey()));
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

    /** {@return their topology keys} */
    Set<String> keys() {
        return keys;
    }
}
