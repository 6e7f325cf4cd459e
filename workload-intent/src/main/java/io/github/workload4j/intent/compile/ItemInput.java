package io.github.workload4j.intent.compile;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.JobScheduling;
import io.github.workload4j.api.PodGroupResourceClaim;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.WorkloadCompositePodGroupSchedulingPolicy;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user wrote of one {@link WorkloadItem}: the building blocks of a {@linkplain Leaf group of pods} or of a
 * {@linkplain Composite group of groups}.
 */
public sealed interface ItemInput {

    /** {@return where its pods or groups may go together} */
    Block<SchedulingConstraints> schedulingConstraints();

    /** {@return whether its pods or groups may be ended one by one} */
    Block<DisruptionMode> disruptionMode();

    /** {@return the place of the policy, whichever it is} */
    Block<?> schedulingPolicy();

    /** {@return what the user said, each field only if something is said; no priority class} */
    SchedulingConfig said();

    /**
     * The blocks of a group of pods.
     *
     * @param schedulingPolicy how its pods are placed
     * @param schedulingConstraints where they may go together
     * @param disruptionMode whether they may be ended one by one
     * @param resourceClaims device claims they share
     */
    record Leaf(
            Block<WorkloadPodGroupSchedulingPolicy> schedulingPolicy,
            Block<SchedulingConstraints> schedulingConstraints,
            Block<DisruptionMode> disruptionMode,
            Block<List<PodGroupResourceClaim>> resourceClaims)
            implements ItemInput {

        /** Nothing written, nor a place where it would be. */
        public static final Leaf NONE = new Leaf(Block.of(null), Block.of(null), Block.of(null), Block.of(null));

        /** Checks presence. */
        public Leaf {
            requireNonNull(schedulingPolicy, "schedulingPolicy");
            requireNonNull(schedulingConstraints, "schedulingConstraints");
            requireNonNull(disruptionMode, "disruptionMode");
            requireNonNull(resourceClaims, "resourceClaims");
        }

        /**
         * {@return the four blocks of an object that has them as a Job's {@code spec.scheduling} has}
         *
         * @param scheduling the object, or null if there is none
         */
        public static Leaf of(@Nullable JobScheduling scheduling) {
            return new Leaf(
                    Block.of(scheduling == null ? null : scheduling.schedulingPolicy(), "schedulingPolicy"),
                    Block.of(scheduling == null ? null : scheduling.schedulingConstraints(), "schedulingConstraints"),
                    Block.of(scheduling == null ? null : scheduling.disruptionMode(), "disruptionMode"),
                    Block.of(scheduling == null ? null : scheduling.resourceClaims(), "resourceClaims"));
        }

        @Override
        public SchedulingConfig said() {
            WorkloadPodGroupSchedulingPolicy policy = schedulingPolicy.value();
            return new SchedulingConfig(
                    policy == null ? null : one(policy.basic() != null, policy.gang()),
                    saidConstraints(),
                    resourceClaims.value() == null ? List.of() : resourceClaims.value(),
                    saidMode(),
                    "");
        }
    }

    /**
     * The blocks of a group of groups.
     *
     * @param schedulingPolicy how the groups in it are placed
     * @param schedulingConstraints where they may go together
     * @param disruptionMode whether they may be ended one by one
     */
    record Composite(
            Block<WorkloadCompositePodGroupSchedulingPolicy> schedulingPolicy,
            Block<SchedulingConstraints> schedulingConstraints,
            Block<DisruptionMode> disruptionMode)
            implements ItemInput {

        /** Nothing written, nor a place where it would be. */
        public static final Composite NONE = new Composite(Block.of(null), Block.of(null), Block.of(null));

        /** Checks presence. */
        public Composite {
            requireNonNull(schedulingPolicy, "schedulingPolicy");
            requireNonNull(schedulingConstraints, "schedulingConstraints");
            requireNonNull(disruptionMode, "disruptionMode");
        }

        @Override
        public SchedulingConfig said() {
            WorkloadCompositePodGroupSchedulingPolicy policy = schedulingPolicy.value();
            return new SchedulingConfig(
                    policy == null
                            ? null
                            : one(
                                    policy.basic() != null,
                                    policy.gang() == null
                                            ? null
                                            : new WorkloadPodGroupSchedulingPolicy.Gang(
                                                    policy.gang().minGroupCount())),
                    saidConstraints(),
                    List.of(),
                    saidMode(),
                    "");
        }
    }

    /** {@return the one member that counts: {@code basic}, if both are set; null if none is} */
    private static @Nullable WorkloadPodGroupSchedulingPolicy one(
            boolean basic, WorkloadPodGroupSchedulingPolicy.@Nullable Gang gang) {
        return basic ? new WorkloadPodGroupSchedulingPolicy.Basic() : gang;
    }

    private @Nullable SchedulingConstraints saidConstraints() {
        SchedulingConstraints constraints = schedulingConstraints().value();
        return constraints == null || constraints.topology().isEmpty() ? null : constraints;
    }

    /** {@code single} counts, if both members are set. */
    private @Nullable DisruptionMode saidMode() {
        DisruptionMode mode = disruptionMode().value();
        if (mode == null) {
            return null;
        }
        return mode.isSingle() ? DisruptionMode.SINGLE : mode.isAll() ? DisruptionMode.ALL : null;
    }
}
