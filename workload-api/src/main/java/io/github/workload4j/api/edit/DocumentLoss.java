package io.github.workload4j.api.edit;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.yaml.Document;

/**
 * A loss of a conversion, in the document it belongs to.
 *
 * @param stream the name of the stream
 * @param document the document
 * @param path where in the document; of a pod template, where the template says it
 * @param loss what was lost; its object is the one that was converted, for a template a pod with the same reference
 */
public record DocumentLoss(String stream, Document document, FieldPath path, Loss loss) {

    public DocumentLoss {
        requireNonNull(stream, "stream");
        requireNonNull(document, "document");
        requireNonNull(path, "path");
        requireNonNull(loss, "loss");
    }
}
