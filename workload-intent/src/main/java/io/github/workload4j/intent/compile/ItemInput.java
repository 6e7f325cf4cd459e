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

        public Composite {
            requireNonNull(schedulingPolicy, "schedulingPolicy");
            requireNonNull(schedulingConstraints, "schedulingConstraints");
            requireNonNull(disruptionMode, "disruptionMode");
        }
    }
}
