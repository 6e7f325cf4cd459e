package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.input.GoneMembers;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.screen.JsonLines;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.ClaimChoice;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.Verdict;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of {@code workload check} as JSON, a group a line. */
public final class CheckJson {

    private static final List<String> VERDICTS =
            List.of("feasible", "infeasible", "gated", "error", "satisfied", "undetermined");

    private CheckJson() {}

    public static void write(List<Answered> answers, LoadedCluster cluster, Writer out) {
        try (JsonLines json = new JsonLines(out)) {
            json.startList("groups");
            answers.forEach(answered -> write(answered, cluster, json));
            json.endList();
            VerdictJson.inputs(cluster, json);
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
        write(about.group(), json);
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
        json.json("maximal", maximal(verdict));
        VerdictJson.dependsOn(about.unmodelled(), json);
        VerdictJson.ignored(answered.ignored(), json);
        json.startList("domains");
        List<ChosenDomain> domains = feasible == null ? List.of() : feasible.domains();
        for (int d = 0; d < domains.size(); d++) {
            json.startObject(null)
                    .field("group", domains.get(d).group().toString())
                    .field("key", domains.get(d).key())
                    .field("value", domains.get(d).value());
            if (!answered.fits().isEmpty()) {
                json.texts("fits", answered.fits().get(d).values());
                json.texts("undetermined", answered.fits().get(d).undetermined());
            }
            json.endObject();
        }
        json.endList().startList("placement");
        for (Assignment assignment : feasible == null ? List.<Assignment>of() : feasible.placement()) {
            json.startObject(null)
                    .field("pod", assignment.namespace() + "/" + assignment.pod())
                    .field("node", assignment.node());
            volumes(assignment.volumes(), json);
            json.endObject();
        }
        json.endList();
        EvidenceJson.write(verdict, answered.sums(), cluster, json);
        stopped(verdict, json);
        ExplanationJson.write(answered.explanation(), answered.greedy(), json);
        json.field("steps", verdict.steps());
        json.json("elapsedMillis", String.valueOf(answered.nanos() / 1_000 / 1_000.0));
        json.endObject();
    }

    /** Writes what becomes of claims that are not bound yet, if there are any. */
    private static void volumes(List<ClaimChoice> choices, JsonLines json) {
        if (choices.isEmpty()) {
            return;
        }
        json.startList("volumes");
        for (ClaimChoice choice : choices) {
            json.startObject(null).field("claim", choice.claim());
            if (choice.volume().isEmpty()) {
                json.field("provision", choice.provision());
            } else {
                json.field("volume", choice.volume());
            }
            json.endObject();
        }
        json.endList();
    }

    public static void write(GroupRef group, JsonLines json) {
        json.startObject("group")
                .field("kind", group.kind().word())
                .field("namespace", group.namespace())
                .field("name", group.name());
        if (group.kind() == GroupRef.Kind.WORKLOAD) {
            json.field("podGroup", group.podGroup());
            if (!group.replicaKey().isEmpty()) {
                json.field("podGroupReplicaKey", group.replicaKey());
            }
        }
        json.endObject();
    }

    /** Of an undetermined verdict: why the search stopped, and what is known all the same. */
    public static void stopped(Verdict verdict, JsonLines json) {
        if (verdict instanceof Verdict.Undetermined open) {
            json.field("stopped", open.stopped().word())
                    .field("sure", open.sure())
                    .field("atMost", open.atMost())
                    .field("objection", open.objection().isEmpty() ? null : open.objection());
        }
    }

    /** Whether no valid answer places more; null where the group may not be tried. */
    private static @Nullable String maximal(Verdict verdict) {
        if (verdict instanceof Verdict.Gated || verdict instanceof Verdict.Errored) {
            return null;
        }
        boolean open = verdict instanceof Verdict.Undetermined
                || verdict instanceof Verdict.Feasible feasible && !feasible.isMaximal();
        return String.valueOf(!open);
    }
}
