package io.github.workload4j.intent.compile;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one {@link WorkloadItem} is scheduled, in words that serve a group of pods and a group of groups alike: of a
 * group of groups, the count of the gang is the number of groups.
 *
 * <p>A controller states one as the default of an item; callbacks get one, in which the user's blocks have replaced
 * what they speak of, and answer with another.
 *
 * @param schedulingPolicy how the pods, or the groups, are placed; null or without a member: one by one
 * @param schedulingConstraints where they may go together, or null
 * @param resourceClaims device claims the pods share; a group of groups has none
 * @param disruptionMode whether they may be ended one by one, or null
 * @param priorityClassName priority class, or empty
 */
public record SchedulingConfig(
        @Nullable WorkloadPodGroupSchedulingPolicy schedulingPolicy,
        @Nullable SchedulingConstraints schedulingConstraints,
        List<PodGroupResourceClaim> resourceClaims,
        @Nullable DisruptionMode disruptionMode,
        String priorityClassName) {

    public SchedulingConfig {
        resourceClaims = List.copyOf(requireNonNull(resourceClaims, "resourceClaims"));
        requireNonNull(priorityClassName, "priorityClassName");
    }

    /** Nothing said. */
    public static final SchedulingConfig EMPTY = new SchedulingConfig(null, null, List.of(), null, "");

    /** {@return a config that places one by one, and says nothing else} */
    public static SchedulingConfig basic() {
        return EMPTY.withSchedulingPolicy(new WorkloadPodGroupSchedulingPolicy.Basic());
    }

    /** {@return a config that places at least this many together, and says nothing else} */
    public static SchedulingConfig gang(int minCount) {
        return EMPTY.withSchedulingPolicy(new WorkloadPodGroupSchedulingPolicy.Gang(minCount));
    }

    /** {@return this config with another policy, or with none} */
    public SchedulingConfig withSchedulingPolicy(@Nullable WorkloadPodGroupSchedulingPolicy schedulingPolicy) {
        return new SchedulingConfig(
                schedulingPolicy, schedulingConstraints, resourceClaims, disruptionMode, priorityClassName);
    }

    /** {@return this config with other constraints, or with none} */
    public SchedulingConfig withSchedulingConstraints(@Nullable SchedulingConstraints schedulingConstraints) {
        return new SchedulingConfig(
                schedulingPolicy, schedulingConstraints, resourceClaims, disruptionMode, priorityClassName);
    }

    /** {@return this config with other device claims} */
    public SchedulingConfig withResourceClaims(List<PodGroupResourceClaim> resourceClaims) {
        return new SchedulingConfig(
                schedulingPolicy, schedulingConstraints, resourceClaims, disruptionMode, priorityClassName);
    }

    /** {@return this config with another mode, or with none} */
    public SchedulingConfig withDisruptionMode(@Nullable DisruptionMode disruptionMode) {
        return new SchedulingConfig(
                schedulingPolicy, schedulingConstraints, resourceClaims, disruptionMode, priorityClassName);
    }

    /** {@return this config with another priority class; empty for none} */
    public SchedulingConfig withPriorityClassName(String priorityClassName) {
        return new SchedulingConfig(
                schedulingPolicy, schedulingConstraints, resourceClaims, disruptionMode, priorityClassName);
    }

    /**
     * {@return this config with a count for a gang that has none; the same config if it has one, or is no gang}
     *
     * @param minCount the controller's count, such as the parallelism or the number of groups
     */
    public SchedulingConfig withDefaultMinCount(int minCount) {
        WorkloadPodGroupSchedulingPolicy.Gang gang = gang();
        if (gang == null || gang.minCount() != null) {
            return this;
        }
        return withSchedulingPolicy(WorkloadPodGroupSchedulingPolicy.of(
                schedulingPolicy.basic(), new WorkloadPodGroupSchedulingPolicy.Gang(minCount)));
    }

    /** {@return the member {@code gang} of the policy, or null if it is not set} */
    WorkloadPodGroupSchedulingPolicy.@Nullable Gang gang() {
        return schedulingPolicy == null ? null : schedulingPolicy.gang();
    }

    boolean isGang() {
        return gang() != null;
    }

    /** {@return whether the member {@code basic} of the policy is set} */
    boolean saysBasic() {
        return schedulingPolicy != null && schedulingPolicy.basic() != null;
    }

    boolean isAll() {
        return disruptionMode != null && disruptionMode.isAll();
    }

    /** {@return whether the member {@code single} of the mode is set} */
    boolean saysSingle() {
        return disruptionMode != null && disruptionMode.isSingle();
    }
}
