package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.PreemptionPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of groups of a {@link Workload}, nested to any depth ({@code v1alpha3}, {@code v1beta1}).
 *
 * <pre>{@code
 * CompositePodGroupTemplate replica = CompositePodGroupTemplate.builder()
 *         .name("replica")
 *         .schedulingPolicy(new CompositeSchedulingPolicy.Gang(2))
 *         .schedulingConstraints(SchedulingConstraints.sameDomain("example.com/block"))
 *         .podGroupTemplates(PodGroupTemplate.gang("prefill", 4), PodGroupTemplate.gang("decode", 8))
 *         .build();
 * }</pre>
 *
 * @param name name, unique in the whole workload
 * @param schedulingPolicy how many of the children are placed together
 * @param schedulingConstraints where they may go together, or null
 * @param disruptionMode whether the group may be ended child by child, or null
 * @param priorityClassName priority class, or empty
 * @param priority priority, or null
 * @param preemptionPolicy whether lower priorities may be pushed out, or null
 * @param podGroupTemplates children that are groups of pods
 * @param compositePodGroupTemplates children that are groups of groups
 */
public record CompositePodGroupTemplate(
        String name,
        CompositeSchedulingPolicy schedulingPolicy,
        @Nullable SchedulingConstraints schedulingConstraints,
        @Nullable DisruptionMode disruptionMode,
        String priorityClassName,
        @Nullable Integer priority,
        @Nullable PreemptionPolicy preemptionPolicy,
        List<PodGroupTemplate> podGroupTemplates,
        List<CompositePodGroupTemplate> compositePodGroupTemplates)
        implements GroupFields {

    public CompositePodGroupTemplate {
        requireNonNull(name, "name");
        requireNonNull(schedulingPolicy, "schedulingPolicy");
        requireNonNull(priorityClassName, "priorityClassName");
        podGroupTemplates = List.copyOf(requireNonNull(podGroupTemplates, "podGroupTemplates"));
        compositePodGroupTemplates =
                List.copyOf(requireNonNull(compositePodGroupTemplates, "compositePodGroupTemplates"));
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
        builder.podGroupTemplates = podGroupTemplates;
        builder.compositePodGroupTemplates = compositePodGroupTemplates;
        return builder;
    }

    /**
     * Collects the parts of a {@link CompositePodGroupTemplate}; each setter sets the component of its name. Not
     * thread-safe; may be used again after {@link #build()}.
     */
    public static final class Builder extends GroupFieldsBuilder<Builder> {
        private String name = "";
        private CompositeSchedulingPolicy schedulingPolicy = CompositeSchedulingPolicy.NONE;
        private List<PodGroupTemplate> podGroupTemplates = List.of();
        private List<CompositePodGroupTemplate> compositePodGroupTemplates = List.of();

        private Builder() {}

        public Builder name(String name) {
            this.name = requireNonNull(name, "name");
            return this;
        }

        public Builder schedulingPolicy(CompositeSchedulingPolicy schedulingPolicy) {
            this.schedulingPolicy = requireNonNull(schedulingPolicy, "schedulingPolicy");
            return this;
        }

        public Builder podGroupTemplates(List<PodGroupTemplate> podGroupTemplates) {
            this.podGroupTemplates = requireNonNull(podGroupTemplates, "podGroupTemplates");
            return this;
        }

        public Builder podGroupTemplates(PodGroupTemplate... podGroupTemplates) {
            requireNonNull(podGroupTemplates, "podGroupTemplates");
            return podGroupTemplates(List.of(podGroupTemplates));
        }

        public Builder compositePodGroupTemplates(List<CompositePodGroupTemplate> compositePodGroupTemplates) {
            this.compositePodGroupTemplates = requireNonNull(compositePodGroupTemplates, "compositePodGroupTemplates");
            return this;
        }

        public Builder compositePodGroupTemplates(CompositePodGroupTemplate... compositePodGroupTemplates) {
            requireNonNull(compositePodGroupTemplates, "compositePodGroupTemplates");
            return compositePodGroupTemplates(List.of(compositePodGroupTemplates));
        }

        /** {@return the value} */
        public CompositePodGroupTemplate build() {
            return new CompositePodGroupTemplate(
                    name,
                    schedulingPolicy,
                    schedulingConstraints,
                    disruptionMode,
                    priorityClassName,
                    priority,
                    preemptionPolicy,
                    podGroupTemplates,
                    compositePodGroupTemplates);
        }
    }
}
