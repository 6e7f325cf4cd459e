package io.github.workload4j.api;

import org.jspecify.annotations.Nullable;

/**
 * The part of a {@link Job} that scheduling reads.
 *
 * @param parallelism pods that run at the same time, or null
 * @param completions pods that must end well, or null
 * @param scheduling how the pods are scheduled as a group, or null
 */
public record JobSpec(
        @Nullable Integer parallelism,
        @Nullable Integer completions,
        @Nullable JobScheduling scheduling) {}
