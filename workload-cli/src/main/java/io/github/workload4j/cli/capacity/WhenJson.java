package io.github.workload4j.cli.capacity;

import io.github.workload4j.cli.answer.DerivedJson;
import io.github.workload4j.cli.answer.InputsJson;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.timetable.Outlook;
import io.github.workload4j.gang.timetable.Start;
import io.github.workload4j.gang.timetable.Timetable;
import io.github.workload4j.gang.words.JsonLines;
import io.github.workload4j.gang.words.VerdictJson;
import io.github.workload4j.gang.words.Voice;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

/** When groups start, as JSON. */
final class WhenJson {

    private WhenJson() {}

    static void write(
            List<Start> starts,
            NeverStarts never,
            Timetable timetable,
            Outlook outlook,
            LoadedCluster cluster,
            PrintWriter out) {
        try (JsonLines json = new JsonLines(out)) {
            json.field("now", outlook.now().toString());
            json.objects("starts", starts, start -> {
                Verdict verdict = start.verdict();
                VerdictJson.group(start.group(), json);
                DerivedJson.write(start.group(), cluster, json);
                VerdictJson.write(verdict, json);
                VerdictJson.dependsOn(verdict.about().unmodelled(), json);
                VerdictJson.ignored(WhenText.ignored(verdict, cluster), json);
                json.field("at", start.at().map(Instant::toString).orElse(null));
                json.field("until", start.until().map(Instant::toString).orElse(null));
                json.startObject("freedBy")
                        .texts("pods", start.freedBy().pods())
                        .texts("reservations", start.freedBy().reservations())
                        .texts(
                                "groups",
                                start.freedBy().groups().stream()
                                        .map(GroupRef::toString)
                                        .toList())
                        .endObject();
                json.field("exact", start.exact());
                json.field("proofs", start.refusals());
                json.field(
                        "notBefore", start.notBefore().map(GroupRef::toString).orElse(null));
                json.field("why", NeverStarts.is(start) ? never.why(start) : null);
                json.field("placed", verdict instanceof Verdict.Feasible feasible ? feasible.placed() : 0);
                VerdictJson.placement(verdict, Voice.COMMAND, json);
                VerdictJson.stopped(verdict, json);
            });
            json.texts("overdue", timetable.overdue());
            json.objects(
                    "overbooked",
                    timetable.overbooked(),
                    each -> json.field("reservation", each.reservation())
                            .field("node", each.node())
                            .field("resource", each.resource())
                            .field("from", each.from().toString())
                            .field("missing", each.missing()));
            InputsJson.write(cluster, json);
            json.schema("when");
        }
    }
}
