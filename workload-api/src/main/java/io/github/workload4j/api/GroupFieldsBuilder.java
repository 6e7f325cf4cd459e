package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.PreemptionPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Collects what groups of pods and groups of groups have in common; each setter sets the component of its name. Not
 * thread-safe.
 *
 * @param <B> the builder that this is
 */
public abstract sealed class GroupFieldsBuilder<B extends GroupFieldsBuilder<B>>
        permits PodGroupTemplate.Builder,
                CompositePodGroupTemplate.Builder,
                PodGroupSpec.Builder,
                CompositePodGroupSpec.Builder {

    @Nullable
    SchedulingConstraints schedulingConstraints;

    @Nullable
    DisruptionMode disruptionMode;

    String priorityClassName = "";

    @Nullable
    Integer priority;

    @Nullable
    PreemptionPolicy preemptionPolicy;

    GroupFieldsBuilder() {}

    /** Takes all that groups have in common from another one, be it a template or an object. */
    public B fields(GroupFields other) {
        requireNonNull(other, "other");
        schedulingConstraints = other.schedulingConstraints();
        disruptionMode = other.disruptionMode();
        priorityClassName = other.priorityClassName();
        priority = other.priority();
        preemptionPolicy = other.preemptionPolicy();
        return self();
    }

    public B schedulingConstraints(@Nullable SchedulingConstraints schedulingConstraints) {
        this.schedulingConstraints = schedulingConstraints;
        return self();
    }

    public B disruptionMode(@Nullable DisruptionMode disruptionMode) {
        this.disruptionMode = disruptionMode;
        return self();
    }

    public B priorityClassName(String priorityClassName) {
        this.priorityClassName = requireNonNull(priorityClassName, "priorityClassName");
        return self();
    }

    public B priority(@Nullable Integer priority) {
        this.priority = priority;
        return self();
    }

    public B preemptionPolicy(@Nullable PreemptionPolicy preemptionPolicy) {
        this.preemptionPolicy = preemptionPolicy;
        return self();
    }

    @SuppressWarnings("unchecked") // each subclass is its own argument
    private B self() {
        return (B) this;
    }
}
