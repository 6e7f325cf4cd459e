package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The feature gates that are on; all others are off.
 *
 * @param on the gates that are on
 */
public record FeatureGates(Set<FeatureGate> on) {

    /** Every known gate is on. */
    public static final FeatureGates ALL = new FeatureGates(EnumSet.allOf(FeatureGate.class));

    /** Every gate is off. */
    public static final FeatureGates NONE = new FeatureGates(EnumSet.noneOf(FeatureGate.class));

    /** Copies the set. */
    public FeatureGates {
        requireNonNull(on, "on");
        on = Collections.unmodifiableSet(on.isEmpty() ? EnumSet.noneOf(FeatureGate.class) : EnumSet.copyOf(on));
    }

    /**
     * {@return exactly the gates of these names}
     *
     * @throws IllegalArgumentException if a name is not that of a known gate
     */
    public static FeatureGates of(Collection<String> words) {
        requireNonNull(words, "words");
        Set<FeatureGate> gates = EnumSet.noneOf(FeatureGate.class);
        for (String word : words) {
            gates.add(FeatureGate.of(word)
                    .orElseThrow(() -> new IllegalArgumentException("feature gate: " + word
                            + " (expected: one of "
                            + String.join(
                                    ", ",
                                    EnumSet.allOf(FeatureGate.class).stream()
                                            .map(FeatureGate::word)
                                            .toList())
                            + ")")));
        }
        return new FeatureGates(gates);
    }

    /** {@return whether a gate is on} */
    public boolean isOn(FeatureGate gate) {
        requireNonNull(gate, "gate");
        return on.contains(gate);
    }
}
