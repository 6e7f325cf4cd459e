package io.github.workload4j.api.edit;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.yaml.Document;

/**
 * A document whose text could not be changed by places.
 *
 * @param stream the name of the stream
 * @param document the document
 * @param isConverted whether it was written anew, without its comments; else it is left as it was
 * @param detail why, as a sentence without a full stop
 */
public record EditNote(String stream, Document document, boolean isConverted, String detail) {

    public EditNote {
        requireNonNull(stream, "stream");
        requireNonNull(document, "document");
        requireNonNull(detail, "detail");
    }
}
