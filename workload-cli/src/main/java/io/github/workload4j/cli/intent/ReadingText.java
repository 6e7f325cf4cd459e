package io.github.workload4j.cli.intent;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.cli.answer.DerivedText;
import io.github.workload4j.cli.input.Inputs;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.Style;
import io.github.workload4j.intent.read.IntendedGroup;
import io.github.workload4j.intent.read.PodShape;
import io.github.workload4j.intent.read.Reading;
import io.github.workload4j.intent.read.ReadingLint;
import io.github.workload4j.intent.read.ReadingLoss;
import io.github.workload4j.intent.read.SourceObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Readings for people: object by object, group by group. */
final class ReadingText {

    private final PrintWriter out;
    private final Style style;

    ReadingText(PrintWriter out, Style style) {
        this.out = out;
        this.style = style;
    }

    void write(List<Reading> readings, Map<SourceObject, String> files) {
        if (readings.isEmpty()) {
            out.println("no object in the inputs means groups");
        }
        for (Reading reading : readings) {
            write(reading, Inputs.shown(files.getOrDefault(reading.object(), "")));
        }
    }

    private void write(Reading reading, String file) {
        String state = reading.finished() ? ", which is over" : reading.suspended() ? ", suspended" : "";
        out.println(style.strong(Style.printable(reading.object().toString())) + state);
        if (reading.isWhole() && reading.groups().isEmpty()) {
            out.println("  nothing to place");
        }
        for (IntendedGroup group : reading.groups()) {
            if (group.parent() == null) {
                write(group, reading, "  ");
            }
        }
        for (ReadingLoss loss : reading.losses()) {
            line("  " + Style.printable(DerivedText.of(loss) + at(loss)));
        }
        for (ReadingLint lint : reading.lint()) {
            line("  " + style.odd(lint.code().word()) + ": "
                    + Style.printable((lint.group() == null ? "" : lint.group() + " ") + lint.what()));
        }
        ReadingLoss error = reading.error();
        if (error != null) {
            line("  " + style.bad("not read") + ": "
                    + Style.printable(error.where() + ": " + error.what() + at(error)));
        }
        for (Fault fault : reading.faults()) {
            line("  " + style.bad("error") + ": " + Style.printable(file + ":" + fault));
        }
    }

    private static String at(ReadingLoss loss) {
        return loss.position() == null ? "" : " (line " + loss.position().line() + ")";
    }

    private void line(String text) {
        out.println(text);
    }

    private void write(IntendedGroup group, Reading reading, String indent) {
        List<String> facts = new ArrayList<>();
        if (group.instances() > 1) {
            facts.add(group.instances() + " times");
        }
        if (group.isComposite()) {
            facts.add(group.minimum() == null ? "groups, each on its own" : needed(group.minimum(), "group"));
        } else {
            facts.add(Counted.of(group.pods(), "pod"));
            facts.add(group.minimum() == null ? "each on its own" : needed(group.minimum(), "pod"));
        }
        if (group.topologyKey() != null) {
            facts.add("in one " + group.topologyKey());
        }
        if (group.phase() > 0) {
            facts.add("phase " + group.phase());
        }
        if (!group.priorityClassName().isEmpty()) {
            facts.add("priority " + group.priorityClassName());
        }
        out.println(indent + Style.printable(group.name() + ": " + String.join(", ", facts)));
        for (PodShape shape : group.shapes()) {
            boolean isNamed = !shape.role().equals("pods") && !shape.role().equals("pod");
            String role = isNamed ? " " + shape.role() : "";
            out.println(
                    indent + "  " + Style.printable(Counted.of(shape.pods(), "pod") + role + " (" + asks(shape) + ")"));
        }
        for (IntendedGroup child : reading.groups()) {
            if (group.name().equals(child.parent())) {
                write(child, reading, indent + "  ");
            }
        }
    }

    private static String needed(long minimum, String noun) {
        return Counted.of(minimum, noun) + " needed at once";
    }

    private static String asks(PodShape shape) {
        Map<String, Quantity> requests = shape.requests();
        List<String> parts = new ArrayList<>();
        requests.forEach((resource, amount) -> parts.add(resource + " " + amount));
        return parts.isEmpty() ? "no requests" : String.join(", ", parts);
    }
}
