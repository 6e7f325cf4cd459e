package io.github.workload4j.api;

import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.meta.ManifestValue;
import org.jspecify.annotations.Nullable;

/**
 * What groups of pods and groups of groups have in common, be they templates or objects.
 *
 * <p>The scheduling policy is not here: its type tells the two apart.
 */
public sealed interface GroupFields extends ManifestValue
        permits PodGroupTemplate, CompositePodGroupTemplate, PodGroupSpec, CompositePodGroupSpec {

    /** {@return where the pods may go together, or null} */
    @Nullable
    SchedulingConstraints schedulingConstraints();

    /** {@return whether members may be ended one by one, or null} */
    @Nullable
    DisruptionMode disruptionMode();

    /** {@return the name of the priority class; empty if none is named} */
    String priorityClassName();

    /** {@return the priority, or null} */
    @Nullable
    Integer priority();

    /** {@return whether pods of lower priority may be pushed out, or null} */
    @Nullable
    PreemptionPolicy preemptionPolicy();
}
