package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import org.jspecify.annotations.Nullable;

/**
 * A leave to take devices with a taint.
 *
 * @param key key of the taint; empty for every key
 * @param operator Equal (also if empty) or Exists
 * @param value value compared with the taint's
 * @param effect effect of the taint; empty for every effect
 * @param tolerationSeconds for how long; of no matter to placing
 */
public record DeviceToleration(
        String key,
        String operator,
        String value,
        String effect,
        @Nullable Long tolerationSeconds) implements ManifestValue {

    public DeviceToleration {
        requireNonNull(key, "key");
        requireNonNull(operator, "operator");
        requireNonNull(value, "value");
        requireNonNull(effect, "effect");
    }
}
