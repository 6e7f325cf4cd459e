package io.github.workload4j.gang.report;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.OwnKeys;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.question.IgnoredPreference;
import io.github.workload4j.gang.words.EvidenceJson;
import io.github.workload4j.gang.words.EvidenceText;
import io.github.workload4j.gang.words.ExplanationJson;
import io.github.workload4j.gang.words.ExplanationText;
import io.github.workload4j.gang.words.JsonLines;
import io.github.workload4j.gang.words.Lines;
import io.github.workload4j.gang.words.PlacementText;
import io.github.workload4j.gang.words.ReleaseText;
import io.github.workload4j.gang.words.StopText;
import io.github.workload4j.gang.words.Style;
import io.github.workload4j.gang.words.UnmodelledText;
import io.github.workload4j.gang.words.VerdictJson;
import io.github.workload4j.gang.words.VerdictText;
import io.github.workload4j.gang.words.Voice;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A verdict with what there is to say about it: where the pods go or why they do not fit, what that depends on, what
 * was left aside, and for which release it holds.
 *
 * <pre>{@code
 * Verdict verdict = Feasibility.answer(snapshot, groups, group, Budget.DEFAULT);
 * System.out.print(AnswerReport.of(snapshot, groups, verdict).toText());
 * }</pre>
 */
public final class AnswerReport {

    private final ClusterSnapshot snapshot;
    private final Groups groups;
    private final Verdict verdict;
    private final @Nullable Explanation explanation;
    private final Voice voice;

    private AnswerReport(
            ClusterSnapshot snapshot, Groups groups, Verdict verdict, @Nullable Explanation explanation, Voice voice) {
        this.snapshot = snapshot;
        this.groups = groups;
        this.verdict = verdict;
        this.explanation = explanation;
        this.voice = voice;
    }

    /** {@return a report of a verdict that was given about these nodes, pods and groups} */
    public static AnswerReport of(ClusterSnapshot snapshot, Groups groups, Verdict verdict) {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(groups, "groups");
        requireNonNull(verdict, "verdict");
        return new AnswerReport(snapshot, groups, verdict, null, Voice.LIBRARY);
    }

    /** {@return the same with an explanation of the verdict} */
    public AnswerReport with(Explanation explanation) {
        requireNonNull(explanation, "explanation");
        return new AnswerReport(snapshot, groups, verdict, explanation, voice);
    }

    /**
     * {@return the same, in which pods and nodes are named by the caller's keys, as these print, in text, JSON and
     * certificate; one without a key keeps the name it has in the cluster}
     */
    public AnswerReport named(OwnKeys<?, ?> keys) {
        requireNonNull(keys, "keys");
        return new AnswerReport(
                snapshot,
                groups,
                verdict,
                explanation,
                Voice.LIBRARY.naming(keys, verdict.about().group().namespace()));
    }

    /** {@return the verdict in one line} */
    @Override
    public String toString() {
        return verdict.word() + " " + VerdictText.name(verdict) + ": " + VerdictText.inShort(verdict);
    }

    /** {@return the report for people, its lines ended by {@code \n}; the first says it all in short} */
    public String toText() {
        GroupSummary about = verdict.about();
        List<String> lines = new ArrayList<>(List.of(toString()));
        lines.addAll(particulars());
        lines.addAll(UnmodelledText.lines(about.unmodelled(), ignored()));
        lines.addAll(ReleaseText.lines(List.of(about.release())));
        return String.join("\n", lines) + "\n";
    }

    private List<String> particulars() {
        List<String> explained = explanation == null ? List.of() : ExplanationText.of(explanation, Style.PLAIN, voice);
        if (verdict instanceof Verdict.Feasible feasible) {
            List<String> lines = PlacementText.lines(feasible, snapshot, voice);
            lines.addAll(explained);
            return lines;
        }
        if (explanation != null) {
            return explained;
        }
        if (verdict instanceof Verdict.Infeasible infeasible) {
            String why = EvidenceText.of(infeasible, question(), voice);
            return Lines.wrapped("why: " + why, " ", "  ");
        }
        return StopText.lines(verdict, voice);
    }

    private GroupQuestion question() {
        return GroupQuestion.of(snapshot, groups, verdict.about().group())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the verdict about " + verdict.about().group() + " was not given about these inputs"));
    }

    private List<IgnoredPreference> ignored() {
        return IgnoredPreference.of(snapshot, groups, verdict.about().group());
    }

    /**
     * {@return the report as one JSON object on one line, as {@code docs/schema/answer.json} says}
     *
     * <p>Amounts of cpu are in thousandths, others in units. To sum up a proof costs as much as checking it, within the
     * default budget.
     */
    public String toJson() {
        StringWriter out = new StringWriter();
        GroupSummary about = verdict.about();
        try (JsonLines json = JsonLines.onOneLine(out)) {
            VerdictJson.group(about.group(), json);
            VerdictJson.write(verdict, json);
            json.json("minCount", about.minimum() > 0 ? String.valueOf(about.minimum()) : null);
            json.startObject("members")
                    .field("total", about.members().total())
                    .field("running", about.members().running())
                    .field("pending", about.members().pending())
                    .endObject();
            json.field("placed", verdict instanceof Verdict.Feasible feasible ? feasible.placed() : 0);
            json.json("maximal", VerdictJson.maximal(verdict));
            VerdictJson.dependsOn(about.unmodelled(), json);
            VerdictJson.ignored(ignored(), json);
            VerdictJson.domains(verdict, List.of(), json);
            VerdictJson.placement(verdict, voice, json);
            GroupQuestion question = EvidenceJson.evidence(verdict) == null ? null : question();
            EvidenceJson.write(verdict, question, EvidenceJson.sums(verdict, Budget.DEFAULT.meter()), voice, json);
            VerdictJson.stopped(verdict, json);
            ExplanationJson.write(explanation, null, voice, json);
            json.field("steps", verdict.steps()).schema("answer");
        }
        return out.toString();
    }

    /**
     * {@return the proof that the group does not fit, or that no more of it does, with the question in numbers that it
     * is about, as JSON on one line; {@code docs/certificates.md} says how a stranger checks it. Empty if there is no
     * certificate}
     */
    public Optional<String> certificate() {
        return EvidenceJson.evidence(verdict) instanceof Evidence.Certified certified
                ? Optional.of(EvidenceJson.certificate(
                        verdict, question(), certified, EvidenceJson.sums(verdict, Budget.DEFAULT.meter()), voice))
                : Optional.empty();
    }
}
