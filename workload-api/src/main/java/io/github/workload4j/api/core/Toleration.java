package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;

/**
 * A pod's leave to run on nodes with a taint.
 *
 * <p>Field of the API: {@code core/v1} Toleration. The time for which a pod stays on a node is of no matter to
 * placing and not read.
 *
 * @param key key of the taint; empty for every key
 * @param operator Equal (also if empty), Exists, Gt or Lt
 * @param value value compared with the taint's
 * @param effect effect of the taint; empty for every effect
 */
public record Toleration(String key, String operator, String value, String effect) implements ManifestValue {

    public Toleration {
        requireNonNull(key, "key");
        requireNonNull(operator, "operator");
        requireNonNull(value, "value");
        requireNonNull(effect, "effect");
    }
}
