package io.github.workload4j.api.yaml;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.meta.ApiObject;
import java.util.List;

/**
 * A document that is an object of the model.
 *
 * @param source where it is
 * @param object what it says; need not be valid
 * @param warnings what a strict reader would have refused; empty for a strict reader
 */
public record Decoded(Source source, ApiObject object, List<Fault> warnings) implements Document {

    /** Checks presence and copies the list. */
    public Decoded {
        requireNonNull(source, "source");
        requireNonNull(object, "object");
        warnings = List.copyOf(warnings);
    }
}
