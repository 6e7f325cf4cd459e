package io.github.workload4j.fabric8;

import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.github.workload4j.api.core.PodSchedulingGroup;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fields that older versions of the client do not have. There they are additional properties, and a pod with such takes
 * the way by JSON.
 */
final class NewFields {

    private NewFields() {}

    private static <T> @Nullable T ifThere(Supplier<@Nullable T> field) {
        try {
            return field.get();
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            return null;
        }
    }

    static @Nullable PodSchedulingGroup schedulingGroup(PodSpec spec) {
        return ifThere(() -> spec.getSchedulingGroup() == null
                ? null
                : new PodSchedulingGroup(spec.getSchedulingGroup().getPodGroupName()));
    }

    /** {@return whether devices were allocated to a pod} */
    static boolean hasDevices(PodStatus status) {
        return !status.getAdditionalProperties().isEmpty()
                || ifThere(() -> status.getExtendedResourceClaimStatus()) != null;
    }

    static @Nullable ResourceRequirements resources(PodSpec spec) {
        return ifThere(() -> spec.getResources());
    }

    static @Nullable ResourceRequirements resources(PodStatus status) {
        return ifThere(() -> status.getResources());
    }

    static @Nullable Map<String, Quantity> allocatedResources(PodStatus status) {
        return ifThere(() -> status.getAllocatedResources());
    }

    static @Nullable List<String> declaredFeatures(NodeStatus status) {
        return ifThere(() -> status.getDeclaredFeatures());
    }

    static @Nullable Long observedGeneration(PodCondition condition) {
        return ifThere(() -> condition.getObservedGeneration());
    }

    static @Nullable List<String> matchLabelKeys(PodAffinityTerm term) {
        return ifThere(() -> term.getMatchLabelKeys());
    }

    static @Nullable List<String> mismatchLabelKeys(PodAffinityTerm term) {
        return ifThere(() -> term.getMismatchLabelKeys());
    }
}
