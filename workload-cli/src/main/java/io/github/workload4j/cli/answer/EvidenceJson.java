package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.screen.JsonLines;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.question.GroupQuestion;
import org.jspecify.annotations.Nullable;

/** What proves an answer of {@code workload check}, as JSON: why there is none, or why no other places more pods. */
public final class EvidenceJson {

    private EvidenceJson() {}

    /** Writes {@code proof} and {@code certificate}; names in it are those of the cluster. */
    public static void write(Verdict verdict, LoadedCluster cluster, JsonLines json) {
        Evidence evidence = evidence(verdict);
        int atLeast = verdict instanceof Verdict.Feasible feasible ? feasible.atMost() + 1 : 1;
        String certificate = null;
        if (evidence instanceof Evidence.Certified certified) {
            GroupQuestion question = GroupQuestion.of(
                            cluster.snapshot(),
                            cluster.groups(),
                            verdict.about().group())
                    .orElseThrow();
            certificate = ProblemJson.of(question, certified, atLeast);
        }
        json.field("proof", evidence == null ? null : certificate == null ? "exhausted" : "certificate");
        json.json("certificate", certificate);
    }

    public static @Nullable Evidence evidence(Verdict verdict) {
        if (verdict instanceof Verdict.Infeasible infeasible) {
            return infeasible.evidence();
        }
        return verdict instanceof Verdict.Feasible feasible ? feasible.noMore() : null;
    }
}
