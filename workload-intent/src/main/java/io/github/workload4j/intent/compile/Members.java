package io.github.workload4j.intent.compile;

import io.github.workload4j.api.WorkloadCompositePodGroupSchedulingPolicy;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy.Gang;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is set in a policy block of either kind.
 *
 * @param basic whether the member {@code basic} is
 * @param gang whether the member {@code gang} is
 * @param count its count, or null
 */
record Members(boolean basic, boolean gang, @Nullable Integer count) {

    /** {@return what is set in an item's policy block, or null if there is no block} */
    static @Nullable Members of(ItemInput input) {
        if (input instanceof ItemInput.Leaf leaf) {
            WorkloadPodGroupSchedulingPolicy policy = leaf.schedulingPolicy().value();
            return policy == null ? null : of(policy.basic(), policy.gang(), Gang::minCount);
        }
        WorkloadCompositePodGroupSchedulingPolicy policy =
                ((ItemInput.Composite) input).schedulingPolicy().value();
        return policy == null
                ? null
                : of(policy.basic(), policy.gang(), WorkloadCompositePodGroupSchedulingPolicy.Gang::minGroupCount);
    }

    private static <G> Members of(@Nullable Object basic, @Nullable G gang, Function<G, @Nullable Integer> count) {
        return new Members(basic != null, gang != null, gang == null ? null : count.apply(gang));
    }

    /** {@return the one member that counts: {@code basic}, if both are set; null if none is} */
    @Nullable
    WorkloadPodGroupSchedulingPolicy one() {
        if (basic) {
            return new WorkloadPodGroupSchedulingPolicy.Basic();
        }
        return gang ? new Gang(count) : null;
    }
}
