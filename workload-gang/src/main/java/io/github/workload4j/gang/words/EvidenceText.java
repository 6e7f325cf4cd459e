package io.github.workload4j.gang.words;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.question.GroupQuestion;

/** Why a group does not fit, in a sentence: what the proof says. */
public final class EvidenceText {

    private EvidenceText() {}

    /** {@return the proof of a verdict on this question, in words} */
    public static String of(Verdict.Infeasible infeasible, GroupQuestion question, Voice voice) {
        if (infeasible.evidence() instanceof Evidence.Exhausted exhausted) {
            return "every way to place the pods, in every order, was tried (" + Counted.of(exhausted.states(), "state")
                    + "): an exhaustive search, not a certificate";
        }
        Evidence.Certified certified = (Evidence.Certified) infeasible.evidence();
        return CertificateText.of(certified, question, voice);
    }
}
