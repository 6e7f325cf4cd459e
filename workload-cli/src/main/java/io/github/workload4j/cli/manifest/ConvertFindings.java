package io.github.workload4j.cli.manifest;

import io.github.workload4j.api.edit.DocumentLoss;
import io.github.workload4j.api.edit.EditNote;
import io.github.workload4j.api.edit.Edited;
import io.github.workload4j.api.edit.EditedStream;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.field.Stage;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.cli.input.Problem;
import io.github.workload4j.cli.input.ProblemText;
import io.github.workload4j.cli.screen.Terminal;
import io.github.workload4j.gang.words.Style;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is to be said about a conversion. */
final class ConvertFindings {

    /** What a document has in it that is to be converted. */
    private static final Pattern OURS = Pattern.compile("scheduling\\.k8s\\.io/|workloadRef|schedulingGroup");

    private final Edited edited;

    /** Documents that cannot be read and have something in them that is to be converted. */
    private final Set<Document> unread = Collections.newSetFromMap(new IdentityHashMap<>());

    ConvertFindings(Edited edited) {
        this.edited = edited;
        edited.streams().forEach(this::findUnread);
    }

    private void findUnread(EditedStream stream) {
        List<Document> all = stream.documents();
        List<String> lines = all.stream().anyMatch(Undecodable.class::isInstance)
                ? new String(stream.before(), StandardCharsets.UTF_8).lines().toList()
                : List.of();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Undecodable undecodable) {
                int end = i + 1 < all.size() ? all.get(i + 1).line() - 1 : lines.size();
                int start = Math.min(undecodable.line() - 1, lines.size());
                boolean isKnown = undecodable.faults().get(0).type().stage().compareTo(Stage.TYPEMETA) > 0;
                if (isKnown
                        || lines.subList(start, Math.max(start, end)).stream()
                                .anyMatch(line -> OURS.matcher(line).find())) {
                    unread.add(undecodable);
                }
            }
        }
    }

    /** {@return whether a document is left as it was that should be converted with the others} */
    boolean isPartial() {
        return edited.notes().stream().anyMatch(note -> !note.isConverted());
    }

    /** {@return whether a document could not be read, or not be converted} */
    boolean hasErrors() {
        return isPartial() || !unread.isEmpty();
    }

    /** Prints what could not be read, converted, or only by writing it anew. */
    void print(Terminal terminal) {
        for (EditedStream stream : edited.streams()) {
            for (Document document : stream.documents()) {
                if (document instanceof Undecodable undecodable) {
                    print(stream.name(), undecodable, terminal);
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

    private void print(String file, Undecodable document, Terminal terminal) {
        if (unread.contains(document)) {
            for (Fault fault : document.faults()) {
                Problem problem = Problem.of(document, fault);
                ProblemText.print(terminal.err(), terminal.errorStyle(), "error", file, document.line(), problem);
            }
        } else {
            Fault first = document.faults().get(0);
            String what = first.position() + ": note: left as it is: " + first.detail();
            terminal.err().println(Style.printable(Inputs.shown(file) + ":" + what));
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
