package io.github.workload4j.api.edit;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a conversion made of texts.
 *
 * @param streams the texts, in the order given
 * @param losses what was lost or made up, in the order of the documents
 * @param notes documents that could not be edited, in order
 */
public record Edited(List<EditedStream> streams, List<DocumentLoss> losses, List<EditNote> notes) {

    public Edited {
        streams = List.copyOf(requireNonNull(streams, "streams"));
        losses = List.copyOf(requireNonNull(losses, "losses"));
        notes = List.copyOf(requireNonNull(notes, "notes"));
    }
}
