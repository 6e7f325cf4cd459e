package io.github.workload4j.api.yaml;

import static java.util.Objects.requireNonNull;

/**
 * A document that is none of our business: an object of another API, or nothing at all.
 *
 * @param source where it is
 * @param reason why it was passed over, as a sentence without a full stop
 */
public record Skipped(Source source, String reason) implements Document {

    /** Checks presence. */
    public Skipped {
        requireNonNull(source, "source");
        requireNonNull(reason, "reason");
    }
}
