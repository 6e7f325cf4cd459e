package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import java.util.List;

/**
 * An object without the fields whose gates are off.
 *
 * @param object the object; the one that went in if nothing was dropped
 * @param fields what was dropped, in document order
 */
public record Dropped(ApiObject object, List<DroppedField> fields) {

    public Dropped {
        requireNonNull(object, "object");
        fields = List.copyOf(requireNonNull(fields, "fields"));
    }
}
