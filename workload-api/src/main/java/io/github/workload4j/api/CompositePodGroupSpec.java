package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.PreemptionPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link CompositePodGroup} asks.
 *
 * @param parentCompositePodGroupName group of groups this one belongs to, or null for a root
 * @param workloadRef template the group was made from; null is never valid
 * @param schedulingPolicy how many of the children are placed together
 * @param schedulingConstraints where they may go together, or null
 * @param disruptionMode whether the group may be ended child by child, or null
 * @param priorityClassName priority class, or empty
 * @param priority priority, or null
 * @param preemptionPolicy whether lower priorities may be pushed out, or null
 */
public record CompositePodGroupSpec(
        @Nullable String parentCompositePodGroupName,
        @Nullable TemplateRef workloadRef,
        CompositeSchedulingPolicy schedulingPolicy,
        @Nullable SchedulingConstraints schedulingConstraints,
        @Nullable DisruptionMode disruptionMode,
        String priorityClassName,
        @Nullable Integer priority,
        @Nullable PreemptionPolicy preemptionPolicy)
        implements GroupSpec {

    public CompositePodGroupSpec {
        requireNonNull(schedulingPolicy, "schedulingPolicy");
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
        return builder;
    }

    /**
     * Collects the parts of a {@link CompositePodGroupSpec}; each setter sets the component of its name. Not
     * thread-safe; may be used again after {@link #build()}.
     */
    public static final class Builder extends GroupFieldsBuilder<Builder> {
        private @Nullable String parentCompositePodGroupName;
        private @Nullable TemplateRef workloadRef;
        private CompositeSchedulingPolicy schedulingPolicy = CompositeSchedulingPolicy.NONE;

        private Builder() {}

        public Builder parentCompositePodGroupName(@Nullable String parentCompositePodGroupName) {
            this.parentCompositePodGroupName = parentCompositePodGroupName;
            return this;
        }

        public Builder workloadRef(@Nullable TemplateRef workloadRef) {
            this.workloadRef = workloadRef;
            return this;
        }

        public Builder schedulingPolicy(CompositeSchedulingPolicy schedulingPolicy) {
            this.schedulingPolicy = requireNonNull(schedulingPolicy, "schedulingPolicy");
            return this;
        }

        /** {@return the value} */
        public CompositePodGroupSpec build() {
            return new CompositePodGroupSpec(
                    parentCompositePodGroupName,
                    workloadRef,
                    schedulingPolicy,
                    schedulingConstraints,
                    disruptionMode,
                    priorityClassName,
                    priority,
                    preemptionPolicy);
        }
    }
}
