package io.github.workload4j.gang.words;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.LeafSums;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.question.GroupQuestion;
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
     * @param question what the verdict is about; null if it was decided before any was opened
     * @param sums what the leaves come to, or null if that is not known
     */
    public static void write(
            Verdict verdict, @Nullable GroupQuestion question, @Nullable LeafSums sums, Voice voice, JsonLines json) {
        Evidence evidence = evidence(verdict);
        String certificate = null;
        String why = null;
        if (evidence instanceof Evidence.Certified certified && question != null) {
            certificate = ProblemJson.of(question, certified, atLeast(verdict), sums, voice);
            why = verdict instanceof Verdict.Infeasible ? CertificateText.of(certified, question, voice) : null;
        }
        json.field("proof", evidence == null ? null : certificate == null ? "exhausted" : "certificate");
        json.json("certificate", certificate);
        json.field("why", why);
    }

    /** {@return a certificate with the question in numbers that it is about, on one line} */
    public static String certificate(
            Verdict verdict,
            GroupQuestion question,
            Evidence.Certified certified,
            @Nullable LeafSums sums,
            Voice voice) {
        return ProblemJson.of(question, certified, atLeast(verdict), sums, voice);
    }

    public static @Nullable Evidence evidence(Verdict verdict) {
        if (verdict instanceof Verdict.Infeasible infeasible) {
            return infeasible.evidence();
        }
        return verdict instanceof Verdict.Feasible feasible ? feasible.noMore() : null;
    }
}
