package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.release.FeatureGate;

/**
 * A field that a server drops without a word, because its gate is off.
 *
 * @param path the field, in the object as it went in
 * @param gate the gate
 */
public record DroppedField(FieldPath path, FeatureGate gate) {

    public DroppedField {
        requireNonNull(path, "path");
        requireNonNull(gate, "gate");
    }

    /** {@return path and gate, such as {@code spec.schedulingConstraints: TopologyAwareWorkloadScheduling is off}} */
    @Override
    public String toString() {
        return path + ": " + gate.word() + " is off";
    }
}
