package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.edit.DocumentLoss;
import io.github.workload4j.api.edit.EditNote;
import io.github.workload4j.api.edit.Edited;
import io.github.workload4j.api.edit.EditedStream;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.cli.input.ProblemText;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.words.Style;
import java.util.List;

/** What is to be said about a conversion. */
final class ConvertFindings {

    private final Edited edited;

    ConvertFindings(Edited edited) {
        this.edited = edited;
    }

    /** {@return whether a document is left as it was that should be converted with the others} */
    boolean isPartial() {
        return edited.notes().stream().anyMatch(note -> !note.isConverted());
    }

    /** {@return whether a document could not be read, or not be converted} */
    boolean hasErrors() {
        return isPartial()
                || edited.streams().stream()
                        .flatMap(stream -> stream.documents().stream())
                        .anyMatch(Undecodable.class::isInstance);
    }

    /** Prints what could not be read, converted, or only by writing it anew. */
    void print(Terminal terminal) {
        for (EditedStream stream : edited.streams()) {
            for (Document document : stream.documents()) {
                if (document instanceof Undecodable undecodable) {
                    undecodable
                            .faults()
                            .forEach(fault -> ProblemText.print(
                                    terminal.err(),
                                    terminal.errorStyle(),
                                    "error",
                                    stream.name(),
                                    document.line(),
                                    Problem.of(document, fault)));
                }
            }
        }
        for (EditNote note : edited.notes()) {
            terminal.err()
                    .println(Style.printable(Inputs.shown(note.stream()) + ":"
                            + note.document().line() + ": "
                            + (note.isConverted()
                                    ? "note: written anew, without its comments: "
                                    : "error: left as it is: ")
                            + note.detail()));
        }
    }

    /** {@return what was lost} */
    List<LossAt> losses() {
        return edited.losses().stream().map(ConvertFindings::lossAt).toList();
    }

    private static LossAt lossAt(DocumentLoss lost) {
        Document document = lost.document();
        String value = lost.loss().value();
        return new LossAt(
                lost.stream(),
                document.index(),
                document.locate(lost.path()).orElse(new Position(document.line(), 1)),
                document.apiVersion(),
                document.kind(),
                document.namespace(),
                document.name(),
                lost.path().toString(),
                lost.loss().kind().name(),
                value.isEmpty() ? null : value,
                lost.loss().detail());
    }
}
