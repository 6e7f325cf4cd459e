package io.github.workload4j.cli.intent;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.cli.answer.DerivedJson;
import io.github.workload4j.gang.AnswerRelease;
import io.github.workload4j.gang.words.JsonLines;
import io.github.workload4j.gang.words.VerdictJson;
import io.github.workload4j.intent.read.IntendedGroup;
import io.github.workload4j.intent.read.Reading;
import io.github.workload4j.intent.read.SourceObject;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Readings as JSON, a reading a line. */
final class ReadingJson {

    private ReadingJson() {}

    static void write(
            List<Reading> readings,
            Map<SourceObject, String> files,
            Map<String, Integer> passedOver,
            AnswerRelease release,
            Writer out) {
        try (JsonLines json = new JsonLines(out)) {
            json.list("readings", readings, reading -> write(reading, files.get(reading.object()), json));
            json.startObject("passedOver");
            passedOver.forEach(json::field);
            json.endObject();
            VerdictJson.release(release, json);
            json.schema("groups");
        }
    }

    private static void write(Reading reading, @Nullable String file, JsonLines json) {
        json.startObject(null).field("file", file);
        DerivedJson.object(reading.object(), json);
        json.field("reading", reading.mode().word())
                .field("suspended", reading.suspended())
                .field("finished", reading.finished());
        json.list("groups", reading.groups(), group -> write(group, json));
        DerivedJson.losses(reading.losses(), json);
        DerivedJson.lint(reading.lint(), json);
        if (reading.error() == null) {
            json.nullField("error");
        } else {
            json.startObject("error");
            DerivedJson.loss(reading.error(), json);
            json.endObject();
        }
        json.objects(
                        "faults",
                        reading.faults(),
                        fault -> json.field("type", fault.type().label())
                                .field("field", fault.path().toString())
                                .field("detail", fault.detail() + (fault.hint().isEmpty() ? "" : ": " + fault.hint()))
                                .field("line", fault.position().line())
                                .field("column", fault.position().column()))
                .endObject();
    }

    /** What is not set is left out, as in a manifest. */
    private static void write(IntendedGroup group, JsonLines json) {
        json.startObject(null).field("name", group.name());
        if (group.parent() != null) {
            json.field("parent", group.parent());
        }
        json.field("policy", group.isGang() ? "gang" : "basic");
        if (group.minimum() != null) {
            json.field(group.isComposite() ? "minGroupCount" : "minCount", group.minimum());
        }
        if (group.instances() > 1) {
            json.field("instances", group.instances());
        }
        if (group.phase() > 0) {
            json.field("phase", group.phase());
        }
        if (!group.isComposite()) {
            json.field("pods", group.pods());
            requests(group.requests(), json);
            json.objects("shapes", group.shapes(), shape -> {
                json.field("role", shape.role()).field("pods", shape.pods());
                requests(shape.requests(), json);
            });
        }
        if (group.topologyKey() != null) {
            json.field("topologyKey", group.topologyKey());
        }
        if (group.disruptionMode() != null) {
            json.field("disruption", group.disruptionMode().isAll() ? "all" : "single");
        }
        if (!group.priorityClassName().isEmpty()) {
            json.field("priorityClassName", group.priorityClassName());
        }
        json.endObject();
    }

    private static void requests(Map<String, Quantity> requests, JsonLines json) {
        json.startObject("requests");
        requests.forEach((resource, amount) -> json.field(resource, amount.toString()));
        json.endObject();
    }
}
