package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the devices given to some requests of a claim must have in common, or not.
 *
 * @param requests names of requests, or {@code request/alternative}; empty for all
 * @param matchAttribute the attribute that must be the same, as {@code domain/id}, or null
 * @param distinctAttribute the attribute that must differ, or null
 */
public record DeviceConstraint(
        List<String> requests,
        @Nullable String matchAttribute,
        @Nullable String distinctAttribute) implements ManifestValue {

    public DeviceConstraint {
        requests = List.copyOf(requireNonNull(requests, "requests"));
    }
}
