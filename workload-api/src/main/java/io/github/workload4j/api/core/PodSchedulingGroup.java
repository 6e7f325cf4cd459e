package io.github.workload4j.api.core;

import io.github.workload4j.api.meta.ManifestValue;
import org.jspecify.annotations.Nullable;

/**
 * The group a pod belongs to ({@code spec.schedulingGroup}, Kubernetes 1.36 and later).
 *
 * @param podGroupName name of the PodGroup, or null if the manifest leaves it out
 */
public record PodSchedulingGroup(@Nullable String podGroupName) implements ManifestValue {}
