package io.github.workload4j.cli.fleet;

import io.github.workload4j.cli.answer.InputsJson;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.fleet.ClusterAnswer;
import io.github.workload4j.gang.fleet.ScarcestResource;
import io.github.workload4j.gang.words.JsonLines;
import io.github.workload4j.gang.words.SuggestionJson;
import io.github.workload4j.gang.words.VerdictJson;
import io.github.workload4j.gang.words.Voice;
import java.io.PrintWriter;
import java.util.List;

/** Clusters and what they say to groups, as JSON. */
final class WhereJson {

    private WhereJson() {}

    static void write(List<GroupRanking> rankings, List<WhereCommand.ClusterNotes> notes, PrintWriter out) {
        try (JsonLines json = new JsonLines(out)) {
            json.objects("groups", rankings, ranking -> {
                VerdictJson.group(ranking.group(), json);
                json.field("taking", ranking.taking());
                json.list(
                        "clusters",
                        ranking.answers(),
                        answer -> answer(answer, ranking.of(answer).why(), json));
            });
            json.objects("inputs", notes, each -> {
                json.field("cluster", each.cluster());
                InputsJson.write(each.unread(), each.warnings(), json);
            });
            json.schema("where");
        }
    }

    private static void answer(ClusterAnswer answer, String why, JsonLines json) {
        Verdict verdict = answer.verdict();
        json.startObject(null).field("cluster", answer.cluster());
        VerdictJson.write(verdict, json);
        VerdictJson.dependsOn(verdict.about().unmodelled(), json);
        json.field("placed", verdict instanceof Verdict.Feasible feasible ? feasible.placed() : 0);
        ScarcestResource scarcest = answer.scarcest();
        if (scarcest != null) {
            json.startObject("scarcest")
                    .field("resource", scarcest.resource())
                    .json("asked", scarcest.asked().toString())
                    .json("free", scarcest.free().toString())
                    .endObject();
        }
        if (!why.isEmpty()) {
            json.field("why", why);
        }
        json.list("nodes", answer.nodes(), more -> SuggestionJson.write(more, null, Voice.COMMAND, json));
        SuggestionJson.write(answer.evictions(), Voice.COMMAND, json);
        json.field("complete", answer.complete());
        VerdictJson.stopped(verdict, json);
        json.endObject();
    }
}
