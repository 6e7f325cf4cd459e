package io.github.workload4j.api.meta;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of the object one manager manages.
 *
 * @param manager who
 * @param operation Apply or Update
 * @param apiVersion version in which the fields are named
 * @param time when, or null
 * @param fieldsType always FieldsV1 so far
 * @param fieldsV1 the fields as compact JSON, kept as it is; null if there are none
 * @param subresource subresource through which, or empty
 */
public record ManagedFieldsEntry(
        String manager,
        String operation,
        String apiVersion,
        @Nullable Instant time,
        String fieldsType,
        @Nullable String fieldsV1,
        String subresource)
        implements ManifestValue {

    public ManagedFieldsEntry {
        requireNonNull(manager, "manager");
        requireNonNull(operation, "operation");
        requireNonNull(apiVersion, "apiVersion");
        requireNonNull(fieldsType, "fieldsType");
        requireNonNull(subresource, "subresource");
    }
}
