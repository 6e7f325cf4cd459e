package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.ordered.OrderedMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many of some pods may be disrupted now ({@code policy/v1}), as its controller last wrote it down.
 *
 * <p>Only what preemption reads is here; {@code spec.minAvailable} and {@code spec.maxUnavailable} are not.
 *
 * @param metadata name, namespace and the like
 * @param spec which pods
 * @param status how many of them
 */
public record PodDisruptionBudget(ObjectMeta metadata, Spec spec, Status status) implements ApiObject {

    public PodDisruptionBudget {
        requireNonNull(metadata, "metadata");
        requireNonNull(spec, "spec");
        requireNonNull(status, "status");
    }

    /**
     * Which pods.
     *
     * @param selector selects pods of the budget's namespace; null selects none, and for preemption so does an empty
     *     one
     */
    public record Spec(@Nullable LabelSelector selector) implements ManifestValue {}

    /**
     * How many may be disrupted.
     *
     * @param disruptionsAllowed pods that may be disrupted now; 0 if the controller has written nothing yet
     * @param disruptedPods time of disruption, as written, by the name of the pod: pods that are counted as disrupted
     *     but are not gone yet
     */
    public record Status(int disruptionsAllowed, Map<String, String> disruptedPods) implements ManifestValue {

        public Status {
            disruptedPods = OrderedMap.copyOf(requireNonNull(disruptedPods, "disruptedPods"));
        }
    }

    @Override
    public String groupVersion() {
        return "policy/v1";
    }

    @Override
    public String kind() {
        return "PodDisruptionBudget";
    }
}
