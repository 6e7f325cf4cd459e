package io.github.workload4j.api.yaml;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A document that should be an object of the model and is not.
 *
 * @param source where it is
 * @param stage how far it got
 * @param faults all that is wrong, in document order; never empty
 */
public record Undecodable(Source source, Stage stage, List<Fault> faults) implements Document {

    /** Checks presence and copies the list. */
    public Undecodable {
        requireNonNull(source, "source");
        requireNonNull(stage, "stage");
        faults = List.copyOf(requireNonNull(faults, "faults"));
    }
}
