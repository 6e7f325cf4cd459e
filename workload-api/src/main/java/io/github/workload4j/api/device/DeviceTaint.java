package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps claims away from a device unless they tolerate it.
 *
 * @param key name of the taint
 * @param value value, may be empty
 * @param effect NoSchedule and NoExecute keep away; None and unknown ones do not
 * @param timeAdded since when, or null
 */
public record DeviceTaint(
        String key, String value, String effect, @Nullable Instant timeAdded) implements ManifestValue {

    public DeviceTaint {
        requireNonNull(key, "key");
        requireNonNull(value, "value");
        requireNonNull(effect, "effect");
    }
}
