package io.github.workload4j.api.convert;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import java.util.List;

/**
 * A conversion that knows where each object comes from.
 *
 * @param converted what was made
 * @param sources for each of its objects, the object given that it was, or that it was made up for
 */
public record Traced(Converted converted, List<ApiObject> sources) {

    /** Checks presence, copies the list, and requires a source for each object. */
    public Traced {
        requireNonNull(converted, "converted");
        sources = List.copyOf(requireNonNull(sources, "sources"));
        if (sources.size() != converted.objects().size()) {
            throw new IllegalArgumentException("sources: " + sources.size() + " (expected: one for each of "
                    + converted.objects().size() + " objects)");
        }
    }
}
