package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.PreemptionPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One group of a {@link Workload}: in {@code v1alpha1} the group itself, later a template of {@link PodGroup}
 * objects.
 *
 * <pre>{@code
 * PodGroupTemplate workers = PodGroupTemplate.gang("workers", 4);
 * }</pre>
 *
 * @param name name within the workload
 * @param schedulingPolicy how the pods are placed; {@code policy} in {@code v1alpha1}
 * @param schedulingConstraints where they may go together, or null
 * @param resourceClaims device claims the pods share
 * @param disruptionMode whether the group may be ended pod by pod, or null
 * @param priorityClassName priority class, or empty
 * @param priority priority, or null
 * @param preemptionPolicy whether lower priorities may be pushed out, or null
 */
public record PodGroupTemplate(
        String name,
        SchedulingPolicy schedulingPolicy,
        @Nullable SchedulingConstraints schedulingConstraints,
        List<PodGroupResourceClaim> resourceClaims,
        @Nullable DisruptionMode disruptionMode,
        String priorityClassName,
        @Nullable Integer priority,
        @Nullable PreemptionPolicy preemptionPolicy)
        implements GroupFields {

    public PodGroupTemplate {
        requireNonNull(name, "name");
        requireNonNull(schedulingPolicy, "schedulingPolicy");
        resourceClaims = List.copyOf(requireNonNull(resourceClaims, "resourceClaims"));
        requireNonNull(priorityClassName, "priorityClassName");
    }

    /** {@return a group of which at least {@code minCount} pods are placed together or none} */
    public static PodGroupTemplate gang(String name, int minCount) {
        return of(name, new SchedulingPolicy.Gang(minCount));
    }

    /** {@return a group whose pods are placed one by one} */
    public static PodGroupTemplate basic(String name) {
        return of(name, new SchedulingPolicy.Basic());
    }

    /** {@return a group with a policy and nothing else} */
    public static PodGroupTemplate of(String name, SchedulingPolicy policy) {
        requireNonNull(policy, "policy");
        return builder().name(name).schedulingPolicy(policy).build();
    }

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder holding this value's parts} */
    public Builder toBuilder() {
        Builder builder = new Builder().fields(this);
        builder.name = name;
        builder.schedulingPolicy = schedulingPolicy;
        builder.resourceClaims = resourceClaims;
        return builder;
    }

    /**
     * Collects the parts of a {@link PodGroupTemplate}; each setter sets the component of its name. Not thread-safe,
     * may be used again after {@link #build()}.
     */
    public static final class Builder extends GroupFieldsBuilder<Builder> {
        private String name = "";
        private SchedulingPolicy schedulingPolicy = SchedulingPolicy.NONE;
        private List<PodGroupResourceClaim> resourceClaims = List.of();

        private Builder() {}

        public Builder name(String name) {
            this.name = requireNonNull(name, "name");
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
        public PodGroupTemplate build() {
            return new PodGroupTemplate(
                    name,
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
