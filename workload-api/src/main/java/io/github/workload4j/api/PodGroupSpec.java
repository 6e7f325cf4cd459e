package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.PreemptionPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link PodGroup} asks.
 *
 * <p>Fields of the API: {@code spec.podGroupTemplateRef} in {@code v1alpha2} is {@code spec.workloadRef} later.
 *
 * @param parentCompositePodGroupName group of groups this one belongs to, or null for a root
 * @param workloadRef template the group was made from, or null for a group on its own
 * @param schedulingPolicy how the pods are placed
 * @param schedulingConstraints where they may go together, or null
 * @param resourceClaims device claims the pods share
 * @param disruptionMode whether the group may be ended pod by pod, or null
 * @param priorityClassName priority class, or empty
 * @param priority priority, or null
 * @param preemptionPolicy whether lower priorities may be pushed out, or null
 */
public record PodGroupSpec(
        @Nullable String parentCompositePodGroupName,
        @Nullable TemplateRef workloadRef,
        SchedulingPolicy schedulingPolicy,
        @Nullable SchedulingConstraints schedulingConstraints,
        List<PodGroupResourceClaim> resourceClaims,
        @Nullable DisruptionMode disruptionMode,
        String priorityClassName,
        @Nullable Integer priority,
        @Nullable PreemptionPolicy preemptionPolicy)
        implements GroupSpec {

    public PodGroupSpec {
        requireNonNull(schedulingPolicy, "schedulingPolicy");
        resourceClaims = List.copyOf(requireNonNull(resourceClaims, "resourceClaims"));
        requireNonNull(priorityClassName, "priorityClassName");
    }

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder holding this value's parts} */
    public Builder toBuilder() {
        Builder builder = new Builder().fields(this);
        builder.parentCompositePodGroupName = parentCompositePodGroupName;
        builder.workloadRef = workloadRef;
        builder.schedulingPolicy = schedulingPolicy;
        builder.resourceClaims = resourceClaims;
        return builder;
    }

    /**
     * Collects the parts of a {@link PodGroupSpec}; each setter sets the component of its name. Not thread-safe, may be
     * used again after {@link #build()}.
     */
    public static final class Builder extends GroupFieldsBuilder<Builder> {
        private @Nullable String parentCompositePodGroupName;
        private @Nullable TemplateRef workloadRef;
        private SchedulingPolicy schedulingPolicy = SchedulingPolicy.NONE;
        private List<PodGroupResourceClaim> resourceClaims = List.of();

        private Builder() {}

        public Builder parentCompositePodGroupName(@Nullable String parentCompositePodGroupName) {
            this.parentCompositePodGroupName = parentCompositePodGroupName;
            return this;
        }

        public Builder workloadRef(@Nullable TemplateRef workloadRef) {
            this.workloadRef = workloadRef;
            return this;
        }

        public Builder schedulingPolicy(SchedulingPolicy schedulingPolicy) {
            this.schedulingPolicy = requireNonNull(schedulingPolicy, "schedulingPolicy");
            return this;
        }

        public Builder resourceClaims(List<PodGroupResourceClaim> resourceClaims) {
            this.resourceClaims = requireNonNull(resourceClaims, "resourceClaims");
            return this;
        }

        public Builder resourceClaims(PodGroupResourceClaim... resourceClaims) {
            requireNonNull(resourceClaims, "resourceClaims");
            return resourceClaims(List.of(resourceClaims));
        }

        /** {@return the value} */
        public PodGroupSpec build() {
            return new PodGroupSpec(
                    parentCompositePodGroupName,
                    workloadRef,
                    schedulingPolicy,
                    schedulingConstraints,
                    resourceClaims,
                    disruptionMode,
                    priorityClassName,
                    priority,
                    preemptionPolicy);
        }
    }
}
