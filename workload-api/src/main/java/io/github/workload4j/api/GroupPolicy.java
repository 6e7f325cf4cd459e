package io.github.workload4j.api;

import io.github.workload4j.api.meta.ManifestValue;
import org.jspecify.annotations.Nullable;

/** How the members of a group are placed, be they pods or groups. */
public sealed interface GroupPolicy extends ManifestValue permits SchedulingPolicy, CompositeSchedulingPolicy {

    /** {@return the member {@code gang}, or null if it is not set} */
    @Nullable
    ManifestValue gang();
}
