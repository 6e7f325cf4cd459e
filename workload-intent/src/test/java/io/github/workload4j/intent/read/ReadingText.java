package io.github.workload4j.intent.read;

import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.intent.IntentReader;
import java.util.List;
import java.util.stream.Collectors;

/** Readings in short, for tests. */
final class ReadingText {

    private ReadingText() {}

    /** {@return the manifest of an object {@code ml/x}} */
    static String object(String apiVersion, String kind, String spec) {
        return "{apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: x, namespace: ml}, spec: " + spec
                + "}";
    }

    static List<Reading> readings(ReadingMode mode, String manifests) {
        IntentReader reader = new IntentReader();
        ManifestReader.lenient().read(manifests).forEach(reader::add);
        return reader.readings(mode);
    }

    /** {@return the groups of the first object: name, minimum of pods, and what is not the usual} */
    static String groups(ReadingMode mode, String manifests) {
        return groups(readings(mode, manifests).get(0));
    }

    static String groups(Reading reading) {
        if (!reading.faults().isEmpty()) {
            return reading.faults().toString();
        }
        if (reading.error() != null) {
            return "error " + reading.error().where() + " " + reading.error().kind();
        }
        return reading.groups().stream().map(ReadingText::group).collect(Collectors.joining("; "));
    }

    private static String group(IntendedGroup group) {
        StringBuilder text = new StringBuilder();
        text.append(group.parent() == null ? "" : group.parent() + " > ").append(group.name());
        text.append(group.minimum() == null ? " basic" : " " + group.minimum());
        text.append(group.isComposite() ? " groups" : " of " + group.pods());
        if (group.shapes().size() > 1) {
            text.append(group.shapes().stream()
                    .map(shape -> shape.role() + " " + shape.pods())
                    .collect(Collectors.joining(", ", " (", ")")));
        }
        text.append(group.instances() == 1 ? "" : " x" + group.instances());
        text.append(group.phase() == 0 ? "" : " phase " + group.phase());
        text.append(group.topologyKey() == null ? "" : " in " + group.topologyKey());
        text.append(group.disruptionMode() instanceof DisruptionMode.All ? " as a whole" : "");
        text.append(group.priorityClassName().isEmpty() ? "" : " class " + group.priorityClassName());
        return text.toString();
    }

    static List<String> losses(ReadingMode mode, String manifests) {
        return readings(mode, manifests).get(0).losses().stream()
                .map(loss -> loss.where() + " " + loss.kind())
                .toList();
    }

    static List<String> lint(ReadingMode mode, String manifests) {
        return readings(mode, manifests).get(0).lint().stream()
                .map(lint -> lint.code().word() + (lint.group() == null ? "" : " " + lint.group()))
                .toList();
    }
}
