package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.meta.ObjectMeta;
import org.jspecify.annotations.Nullable;

/**
 * The part of a {@link Job} that scheduling reads.
 *
 * @param parallelism pods that run at the same time, or null
 * @param completions pods that must end well, or null
 * @param completionMode {@code Indexed} if each pod has a number of its own; {@code NonIndexed} or empty if not
 * @param suspend whether no pod may run for now; false if the manifest does not say
 * @param scheduling how the pods are scheduled as a group, or null
 * @param template what the pods are made from: their metadata and spec; the status says nothing
 */
public record JobSpec(
        @Nullable Integer parallelism,
        @Nullable Integer completions,
        String completionMode,
        boolean suspend,
        @Nullable JobScheduling scheduling,
        Pod template)
        implements ManifestValue {

    public JobSpec {
        requireNonNull(completionMode, "completionMode");
        requireNonNull(template, "template");
    }

    /** {@return whether each pod has a number of its own: the completion mode is {@code Indexed}} */
    public boolean isIndexed() {
        return completionMode.equals("Indexed");
    }

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder holding this value's parts} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.parallelism = parallelism;
        builder.completions = completions;
        builder.completionMode = completionMode;
        builder.suspend = suspend;
        builder.scheduling = scheduling;
        builder.template = template;
        return builder;
    }

    /**
     * Collects the parts of a {@link JobSpec}; each setter sets the component of its name. Not thread-safe; may be used
     * again after {@link #build()}.
     */
    public static final class Builder {
        private @Nullable Integer parallelism;
        private @Nullable Integer completions;
        private String completionMode = "";
        private boolean suspend;
        private @Nullable JobScheduling scheduling;
        private Pod template = new Pod(ObjectMeta.EMPTY, PodSpec.EMPTY, PodStatus.EMPTY);

        private Builder() {}

        public Builder parallelism(@Nullable Integer parallelism) {
            this.parallelism = parallelism;
            return this;
        }

        public Builder completions(@Nullable Integer completions) {
            this.completions = completions;
            return this;
        }

        public Builder completionMode(String completionMode) {
            this.completionMode = requireNonNull(completionMode, "completionMode");
            return this;
        }

        public Builder suspend(boolean suspend) {
            this.suspend = suspend;
            return this;
        }

        public Builder scheduling(@Nullable JobScheduling scheduling) {
            this.scheduling = scheduling;
            return this;
        }

        public Builder template(Pod template) {
            this.template = requireNonNull(template, "template");
            return this;
        }

        /** {@return the value} */
        public JobSpec build() {
            return new JobSpec(parallelism, completions, completionMode, suspend, scheduling, template);
        }
    }
}
