package io.github.workload4j.api;

import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What groups of pods and groups of groups have in common, be they templates or objects. */
public sealed interface GroupFields extends ManifestValue
        permits PodGroupTemplate, CompositePodGroupTemplate, GroupSpec {

    /** {@return how the members are placed: pods by a {@link SchedulingPolicy}, groups by a composite one} */
    GroupPolicy schedulingPolicy();

    /** {@return whether the scheduling policy has the member {@code gang}} */
    default boolean isGang() {
        return schedulingPolicy().gang() != null;
    }

    /** {@return where the pods may go together, or null} */
    @Nullable
    SchedulingConstraints schedulingConstraints();

    /** {@return device claims that the pods share; a group of groups has none} */
    default List<PodGroupResourceClaim> resourceClaims() {
        return List.of();
    }

    /** {@return whether members may be ended one by one, or null} */
    @Nullable
    DisruptionMode disruptionMode();

    /** {@return whether the disruption mode has the member {@code all}} */
    default boolean isDisruptedTogether() {
        return disruptionMode() != null && disruptionMode().isAll();
    }

    /** {@return the name of the priority class; empty if none is named} */
    String priorityClassName();

    /** {@return the priority, or null} */
    @Nullable
    Integer priority();

    /** {@return whether pods of lower priority may be pushed out, or null} */
    @Nullable
    PreemptionPolicy preemptionPolicy();
}
