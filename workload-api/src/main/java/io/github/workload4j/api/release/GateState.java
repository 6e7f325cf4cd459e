package io.github.workload4j.api.release;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A feature gate as one release has it.
 *
 * @param stage how far the feature has come
 * @param isOnByDefault whether it is on unless it is turned off
 * @param isLocked whether it cannot be set otherwise than by default
 * @param needs gates without which it cannot be on; those that no release lets turn off are left out
 */
public record GateState(GateStage stage, boolean isOnByDefault, boolean isLocked, Set<FeatureGate> needs) {

    public GateState {
        requireNonNull(stage, "stage");
        EnumSet<FeatureGate> copy = EnumSet.noneOf(FeatureGate.class);
        copy.addAll(requireNonNull(needs, "needs"));
        needs = Collections.unmodifiableSet(copy);
    }
}
