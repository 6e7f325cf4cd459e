package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import org.jspecify.annotations.Nullable;

/**
 * How the pods of a controller's own object become one group: {@linkplain Basic one by one} or {@linkplain Gang
 * together}. A building block of {@code v1alpha3}, since 1.38 of {@code v1}, as in a Job's {@code spec.scheduling}.
 *
 * <p>The same shape as {@link SchedulingPolicy}, but the count may be left to the controller. A controller embeds it in
 * a type of its own and compiles it into a template:
 *
 * <pre>{@code
 * record TrainingSpec(int workers, WorkloadPodGroupSchedulingPolicy schedulingPolicy) {
 *     PodGroupTemplate template() {
 *         return PodGroupTemplate.of("workers", schedulingPolicy.compile(workers));
 *     }
 * }
 * }</pre>
 *
 * <p>The API writes this as an object with exactly one member set. A manifest may break that rule and must still be
 * readable, so that every rule it breaks can be named: {@link None} and {@link Several} hold what such a manifest says.
 */
public sealed interface WorkloadPodGroupSchedulingPolicy extends ManifestValue {

    /** {@return the member {@code basic} of the manifest, or null if it is not set} */
    default @Nullable Basic basic() {
        return null;
    }

    /** {@return the member {@code gang} of the manifest, or null if it is not set} */
    default @Nullable Gang gang() {
        return null;
    }

    /** {@return the policy of a manifest with these members} */
    static WorkloadPodGroupSchedulingPolicy of(@Nullable Basic basic, @Nullable Gang gang) {
        if (basic != null && gang != null) {
            return new Several(basic, gang);
        }
        return basic != null ? basic : gang != null ? gang : new None();
    }

    /**
     * {@return the policy of a template or group that this one compiles into; members that break the rule stay as they
     * are}
     *
     * @param minCount the controller's count for a gang that names none, such as the parallelism
     */
    default SchedulingPolicy compile(int minCount) {
        Basic basic = basic();
        Gang gang = gang();
        return SchedulingPolicy.of(
                basic == null ? null : new SchedulingPolicy.Basic(),
                gang == null ? null : new SchedulingPolicy.Gang(gang.minCount() == null ? minCount : gang.minCount()));
    }

    /** Each pod is placed on its own as soon as it fits. */
    record Basic() implements WorkloadPodGroupSchedulingPolicy {
        @Override
        public Basic basic() {
            return this;
        }
    }

    /**
     * No pod is bound before at least {@code minCount} pods of the group can run at the same time.
     *
     * @param minCount number of pods, or null to leave it to the controller; a value below 1 can be held but does not
     *     validate
     */
    record Gang(@Nullable Integer minCount) implements WorkloadPodGroupSchedulingPolicy {
        @Override
        public Gang gang() {
            return this;
        }
    }

    /** No member: never valid. */
    record None() implements WorkloadPodGroupSchedulingPolicy {}

    /**
     * Both members: never valid.
     *
     * @param basic the member of that name
     * @param gang the member of that name
     */
    record Several(Basic basic, Gang gang) implements WorkloadPodGroupSchedulingPolicy {
        public Several {
            requireNonNull(basic, "basic");
            requireNonNull(gang, "gang");
        }
    }
}
