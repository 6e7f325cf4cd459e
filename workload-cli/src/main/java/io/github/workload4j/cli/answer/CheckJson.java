package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.input.GoneMembers;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.words.EvidenceJson;
import io.github.workload4j.gang.words.ExplanationJson;
import io.github.workload4j.gang.words.JsonLines;
import io.github.workload4j.gang.words.VerdictJson;
import io.github.workload4j.gang.words.Voice;
import java.io.Writer;
import java.util.List;

/** The result of {@code workload check} as JSON, a group a line. */
public final class CheckJson {

    private static final List<String> VERDICTS =
            List.of("feasible", "infeasible", "gated", "error", "satisfied", "undetermined");

    private CheckJson() {}

    public static void write(List<Answered> answers, LoadedCluster cluster, Writer out) {
        try (JsonLines json = new JsonLines(out)) {
            json.list("groups", answers, answered -> write(answered, cluster, json));
            InputsJson.write(cluster, json);
            json.schema("check").startObject("summary");
            for (String word : VERDICTS) {
                json.field(
                        word,
                        answers.stream()
                                .filter(a -> a.verdict().word().equals(word))
                                .count());
            }
            json.endObject();
        }
    }

    private static void write(Answered answered, LoadedCluster cluster, JsonLines json) {
        Verdict verdict = answered.verdict();
        GroupSummary about = verdict.about();
        Verdict.Feasible feasible = verdict instanceof Verdict.Feasible yes ? yes : null;
        GoneMembers gone = cluster.goneMembers(about.group());
        json.startObject(null);
        VerdictJson.group(about.group(), json);
        DerivedJson.write(about.group(), cluster, json);
        json.field(
                "beside", answered.beside() == null ? null : answered.beside().word());
        VerdictJson.write(verdict, json);
        json.json("minCount", about.minimum() > 0 ? String.valueOf(about.minimum()) : null);
        json.startObject("members")
                .field("total", about.members().total())
                .field("running", about.members().running())
                .field("pending", about.members().pending())
                .field("finished", gone.finished())
                .field("leaving", gone.leaving())
                .field("terminating", gone.terminating())
                .endObject();
        json.field("placed", feasible == null ? 0 : feasible.placed());
        json.json("maximal", VerdictJson.maximal(verdict));
        VerdictJson.dependsOn(about.unmodelled(), json);
        VerdictJson.ignored(answered.ignored(), json);
        VerdictJson.domains(verdict, answered.fits(), json);
        if (feasible != null && answered.fewest() != null) {
            VerdictJson.fewest(answered.fewest(), json);
        }
        VerdictJson.placement(verdict, Voice.COMMAND, json);
        EvidenceJson.write(verdict, answered.question(), answered.sums(), Voice.COMMAND, json);
        VerdictJson.stopped(verdict, json);
        ExplanationJson.write(answered.explanation(), answered.greedy(), Voice.COMMAND, json);
        json.field("steps", verdict.steps());
        json.json("elapsedMillis", String.valueOf(answered.nanos() / 1_000 / 1_000.0));
        json.endObject();
    }
}
