package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import java.util.List;

/**
 * An object with its defaults.
 *
 * @param object the object; the one that went in if nothing was filled in
 * @param filled what was filled in, in document order
 */
public record Defaulted(ApiObject object, List<Filled> filled) {

    public Defaulted {
        requireNonNull(object, "object");
        filled = List.copyOf(requireNonNull(filled, "filled"));
    }
}
