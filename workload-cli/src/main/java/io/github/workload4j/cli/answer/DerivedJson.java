package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.words.JsonLines;
import io.github.workload4j.intent.derive.DerivedGroup;
import io.github.workload4j.intent.read.Reading;
import io.github.workload4j.intent.read.ReadingLint;
import io.github.workload4j.intent.read.ReadingLoss;
import io.github.workload4j.intent.read.SourceObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was derived of the object that a group was read from, and what was assumed about it, as JSON. */
public final class DerivedJson {

    private DerivedJson() {}

    /** Writes {@code derivedFrom}, which is null for a group of the inputs, and {@code assumed}. */
    public static void write(GroupRef root, LoadedCluster cluster, JsonLines json) {
        Map<Reading, List<DerivedGroup>> sources =
                new LinkedHashMap<>(cluster.inputs().meant().sources(root));
        if (sources.isEmpty()) {
            json.nullField("derivedFrom");
        } else {
            Reading first = sources.keySet().iterator().next();
            json.startObject("derivedFrom");
            source(first, sources.remove(first), json);
            json.texts(
                    "after",
                    cluster.inputs().meant().before(root).stream()
                            .map(GroupRef::toString)
                            .toList());
            json.endObject();
            if (!sources.isEmpty()) {
                json.objects("alsoFrom", sources, (reading, derived) -> source(reading, derived, json));
            }
        }
        json.objects(
                "assumed",
                cluster.inputs().meant().completed(cluster.groups().leavesOf(root)),
                each -> json.field("group", each.namespace() + "/" + each.name())
                        .texts("pods", each.pods())
                        .field("ungated", each.ungated())
                        .field("missing", each.missing()));
    }

    private static void source(Reading reading, List<DerivedGroup> derived, JsonLines json) {
        object(reading.object(), json);
        json.field("reading", reading.mode().word()).field("suspended", reading.suspended());
        json.objects(
                "groups",
                derived,
                group -> json.field("name", group.name())
                        .field("group", group.group().name())
                        .field("phase", group.group().phase())
                        .field("members", group.members())
                        .texts("pods", group.pods()));
        losses(reading.losses(), json);
        lint(reading.lint(), json);
    }

    /** Writes {@code lint}. */
    public static void lint(List<ReadingLint> all, JsonLines json) {
        json.objects("lint", all, lint -> {
            json.field("code", lint.code().word());
            if (lint.group() != null) {
                json.field("group", lint.group());
            }
            json.field("what", lint.what());
        });
    }

    /** Writes {@code object}. */
    public static void object(SourceObject object, JsonLines json) {
        json.startObject("object")
                .field("apiVersion", object.apiVersion())
                .field("kind", object.kind())
                .field("namespace", object.namespace())
                .field("name", object.name())
                .endObject();
    }

    /** Writes {@code losses}. */
    public static void losses(List<ReadingLoss> losses, JsonLines json) {
        json.objects("losses", losses, loss -> loss(loss, json));
    }

    /** Writes the fields of a loss. */
    public static void loss(ReadingLoss loss, JsonLines json) {
        json.field("path", loss.where()).field("loss", loss.kind().name()).field("what", loss.what());
        json.json(
                "line",
                loss.position() == null ? null : String.valueOf(loss.position().line()));
        json.json(
                "column",
                loss.position() == null ? null : String.valueOf(loss.position().column()));
    }
}
