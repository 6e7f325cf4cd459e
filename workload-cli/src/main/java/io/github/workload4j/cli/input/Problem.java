package io.github.workload4j.cli.input;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.cli.screen.Excerpt;
import io.github.workload4j.policy.lint.Warning;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong at a place of a document, cut loose from the document so that a stream of any length can be reported.
 *
 * @param type the word for programs, such as {@code Invalid} or {@code UnknownField}
 * @param field the path as printed; empty for the whole document
 * @param value the offending value as JSON, or null if the kind of problem carries none
 * @param detail what would be right, for programs
 * @param message what was found and what would be right, for people
 * @param position the place, or null if the document has no text there
 * @param excerpt the line at the place, or null if it is not known
 */
public record Problem(
        String type,
        String field,
        @Nullable String value,
        String detail,
        String message,
        @Nullable Position position,
        @Nullable Excerpt excerpt) {

    /** By place; what has none comes first. */
    public static final Comparator<Problem> IN_DOCUMENT_ORDER =
            Comparator.comparing(Problem::position, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** {@return this problem in other words} */
    public Problem saying(String words) {
        return new Problem(type, field, value, words, words, position, excerpt);
    }

    public static Problem of(Document document, Fault fault) {
        String both = fault.detail() + (fault.hint().isEmpty() ? "" : ": " + fault.hint());
        boolean typeSaysIt =
                fault.type() == Fault.Type.UNKNOWN_FIELD && !fault.hint().isEmpty();
        return new Problem(
                fault.type().label(),
                fault.path().toString(),
                null,
                typeSaysIt ? fault.hint() : both,
                both,
                fault.position(),
                excerpt(document, fault.position()));
    }

    public static Problem of(Document document, Violation violation) {
        Position position = document.locate(violation.path()).orElse(null);
        Excerpt excerpt = excerpt(document, position);
        if (excerpt != null && isAbsent(document, violation.path(), position)) {
            excerpt = excerpt.labelled("`" + lastStep(violation.path()) + "` is missing here");
        }
        return new Problem(
                violation.type().label(),
                violation.path().toString(),
                violation.found().isEmpty() ? null : violation.found(),
                violation.detail(),
                violation.message().replaceAll(", regex used for validation is '[^']*'", ""),
                position,
                excerpt);
    }

    public static Problem of(Document document, Warning warning) {
        return of(document, warning.path(), warning.lint().id(), warning.message() + ": " + warning.suggestion());
    }

    /** {@return a suspicion about a field, with the id of a lint} */
    public static Problem of(Document document, FieldPath path, String lint, String detail) {
        Position position = document.locate(path).orElse(null);
        return new Problem(
                lint, path.toString(), null, detail, detail + " [" + lint + "]", position, excerpt(document, position));
    }

    /** What is absent is located at the object around it, which is where its parent is. */
    private static boolean isAbsent(Document document, FieldPath path, @Nullable Position position) {
        List<FieldPath.Step> steps = path.steps();
        if (steps.isEmpty() || !(steps.get(steps.size() - 1) instanceof FieldPath.Field)) {
            return false;
        }
        FieldPath parent = FieldPath.DOCUMENT.then(steps.subList(0, steps.size() - 1));
        return document.locate(parent).equals(Optional.ofNullable(position));
    }

    private static String lastStep(FieldPath path) {
        return ((FieldPath.Field) path.steps().get(path.steps().size() - 1)).name();
    }

    private static @Nullable Excerpt excerpt(Document document, @Nullable Position position) {
        if (position == null) {
            return null;
        }
        int hidden = Excerpt.hidden(position.column());
        String part = document.sourceLine(position.line(), hidden + 1, Excerpt.SIZE);
        return part.isBlank() ? null : Excerpt.of(part, hidden, position.column());
    }
}
