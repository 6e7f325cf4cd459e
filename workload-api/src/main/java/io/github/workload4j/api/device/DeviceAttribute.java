package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device is like, in one respect: one of the values is set. Lists need a gate that is off.
 *
 * @param intValue a whole number, or null
 * @param boolValue true or false, or null
 * @param stringValue a text, or null
 * @param versionValue a semantic version, or null
 * @param intValues whole numbers
 * @param boolValues truths
 * @param stringValues texts
 * @param versionValues semantic versions
 */
public record DeviceAttribute(
        @Nullable Long intValue,
        @Nullable Boolean boolValue,
        @Nullable String stringValue,
        @Nullable String versionValue,
        List<Long> intValues,
        List<Boolean> boolValues,
        List<String> stringValues,
        List<String> versionValues)
        implements ManifestValue {

    public DeviceAttribute {
        intValues = List.copyOf(requireNonNull(intValues, "intValues"));
        boolValues = List.copyOf(requireNonNull(boolValues, "boolValues"));
        stringValues = List.copyOf(requireNonNull(stringValues, "stringValues"));
        versionValues = List.copyOf(requireNonNull(versionValues, "versionValues"));
    }

    /** {@return whether it is a list of values} */
    public boolean isList() {
        return !intValues.isEmpty() || !boolValues.isEmpty() || !stringValues.isEmpty() || !versionValues.isEmpty();
    }
}
