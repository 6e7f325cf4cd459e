package io.github.workload4j.gang.words;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.util.List;

/** Why a group does not fit, in a sentence: what the proof says. */
public final class EvidenceText {

    private EvidenceText() {}

    /** {@return the proof of a verdict about these inputs, in words} */
    public static String of(Verdict.Infeasible infeasible, ClusterSnapshot snapshot, Groups groups, Voice voice) {
        if (infeasible.evidence() instanceof Evidence.Exhausted exhausted) {
            return "every way to place the pods, in every order, was tried (" + Counted.of(exhausted.states(), "state")
                    + "): an exhaustive search, not a certificate";
        }
        Evidence.Certified certified = (Evidence.Certified) infeasible.evidence();
        List<String> resources = GroupQuestion.of(
                        snapshot, groups, infeasible.about().group())
                .orElseThrow()
                .resourcesOf(certified.packing());
        return CertificateText.of(certified, resources, voice);
    }
}
