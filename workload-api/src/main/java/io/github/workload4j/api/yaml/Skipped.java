package io.github.workload4j.api.yaml;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A document that is left unread: an object of another API, or an empty document. */
public final class Skipped extends PlacedDocument implements Document {

    private final String reason;

    Skipped(Source source, String reason) {
        super(source);
        this.reason = requireNonNull(reason, "reason");
    }

    /** {@return why it was skipped, as a sentence without a full stop} */
    public String reason() {
        return reason;
    }

    @Override
    List<Object> parts() {
        return List.of(reason);
    }

    @Override
    String summary() {
        return "skipped: " + reason;
    }
}
