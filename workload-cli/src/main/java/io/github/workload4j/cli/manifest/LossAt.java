package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.field.Position;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that a conversion could not carry over, and where it stands.
 *
 * @param file name of the input
 * @param index position of the document in its stream, from 0
 * @param position where it stands
 * @param apiVersion version of the object, as written
 * @param objectKind kind of the object
 * @param namespace namespace of the object; may be empty
 * @param name name of the object; may be empty
 * @param path the field; empty for the whole object
 * @param kind what happened, as an enum's name
 * @param value what stood there, or was made up, as JSON, or null
 * @param detail why
 */
record LossAt(
        String file,
        int index,
        Position position,
        String apiVersion,
        String objectKind,
        String namespace,
        String name,
        String path,
        String kind,
        @Nullable String value,
        String detail) {

    /** {@return whether something is gone, wrong or undecided; what was made up is only worth knowing} */
    boolean isLoss() {
        return !kind.equals("SYNTHESIZED");
    }

    /** {@return the kind for programs, such as {@code Dropped} or {@code InvalidInTarget}} */
    public String label() {
        StringBuilder label = new StringBuilder();
        for (String word : kind.split("_")) {
            label.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return label.toString();
    }
}
