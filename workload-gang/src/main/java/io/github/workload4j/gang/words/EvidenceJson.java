package io.github.workload4j.gang.words;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.LeafSums;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import org.jspecify.annotations.Nullable;

/** What proves an answer, as JSON: why there is none, or why no other places more pods. */
public final class EvidenceJson {

    private EvidenceJson() {}

    /** {@return what the leaves of a proof come to, if there is one, as far as the budget is enough to find out} */
    public static @Nullable LeafSums sums(Verdict verdict, WorkMeter meter) {
        return evidence(verdict) instanceof Evidence.Certified certified
                ? new PackingChecker(certified.packing(), meter).sums(certified.certificate(), atLeast(verdict))
                : null;
    }

    private static int atLeast(Verdict verdict) {
        return verdict instanceof Verdict.Feasible feasible ? feasible.atMost() + 1 : 1;
    }

    /**
     * Writes {@code proof}, {@code certificate} and what that says in a sentence.
     *
     * @param sums what the leaves come to, or null if that is not known
     */
    public static void write(
            Verdict verdict,
            @Nullable LeafSums sums,
            ClusterSnapshot snapshot,
            Groups groups,
            Voice voice,
            JsonLines json) {
        Evidence evidence = evidence(verdict);
        String certificate = null;
        String why = null;
        if (evidence instanceof Evidence.Certified certified) {
            GroupQuestion question = question(verdict, snapshot, groups);
            certificate = ProblemJson.of(question, certified, atLeast(verdict), sums, voice);
            why = verdict instanceof Verdict.Infeasible
                    ? CertificateText.of(certified, question.resourcesOf(certified.packing()), voice)
                    : null;
        }
        json.field("proof", evidence == null ? null : certificate == null ? "exhausted" : "certificate");
        json.json("certificate", certificate);
        json.field("why", why);
    }

    /** {@return a certificate with the question in numbers that it is about, on one line} */
    public static String certificate(
            Verdict verdict,
            Evidence.Certified certified,
            @Nullable LeafSums sums,
            ClusterSnapshot snapshot,
            Groups groups,
            Voice voice) {
        return ProblemJson.of(question(verdict, snapshot, groups), certified, atLeast(verdict), sums, voice);
    }

    private static GroupQuestion question(Verdict verdict, ClusterSnapshot snapshot, Groups groups) {
        return GroupQuestion.of(snapshot, groups, verdict.about().group())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the verdict about " + verdict.about().group() + " was not given about these inputs"));
    }

    public static @Nullable Evidence evidence(Verdict verdict) {
        if (verdict instanceof Verdict.Infeasible infeasible) {
            return infeasible.evidence();
        }
        return verdict instanceof Verdict.Feasible feasible ? feasible.noMore() : null;
    }
}
