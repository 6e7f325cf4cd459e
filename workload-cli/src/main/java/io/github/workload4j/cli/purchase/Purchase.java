package io.github.workload4j.cli.purchase;

import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.purchase.CheapestNodes;
import io.github.workload4j.gang.purchase.NodeOffer;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.whatif.NodesToAdd;
import java.util.List;

/**
 * What to buy, and for how many pods.
 *
 * @param question what is to fit
 * @param offers what can be bought
 * @param now whether it fits as things are
 * @param found the nodes
 */
public record Purchase(GroupQuestion question, List<NodeOffer> offers, Verdict now, CheapestNodes found) {

    /**
     * {@return what to buy for a group}
     *
     * @param now the answer as things are
     * @param allPods whether for all of its pods, and not only for as many as it needs
     */
    static Purchase of(GroupQuestion question, Verdict now, boolean allPods, List<NodeOffer> offers, WorkMeter meter) {
        GroupQuestion wanted = allPods ? all(question) : question;
        Verdict verdict = wanted == question ? now : wanted.answer(meter.part(2));
        return new Purchase(wanted, offers, verdict, CheapestNodes.of(wanted, verdict, offers, meter));
    }

    private static GroupQuestion all(GroupQuestion question) {
        GroupQuestion all = question;
        for (int g = 0; g < question.groups().size(); g++) {
            GroupNode group = question.groups().get(g);
            int whole = whole(question, g);
            all = group.minimum() < whole ? all.withMinimum(group.group(), whole) : all;
        }
        return all;
    }

    /** {@return of how many pods or groups a group is} */
    private static int whole(GroupQuestion question, int group) {
        long inside = question.groups().stream()
                .filter(each -> each.parent() == group)
                .count();
        return inside > 0
                ? (int) inside
                : question.groups().get(group).members().total();
    }

    /** {@return whether it is for all pods} */
    public boolean isForAll() {
        for (int g = 0; g < question.groups().size(); g++) {
            if (question.groups().get(g).minimum() < whole(question, g)) {
                return false;
            }
        }
        return true;
    }

    /** {@return the pods that are there, and wait} */
    public MemberCounts members() {
        return question.about().members();
    }

    /** {@return whether nodes are to be bought} */
    public boolean helps() {
        return found.then().isPresent() && !found.nodes().isEmpty();
    }

    /** {@return what is to fit, with the nodes that were bought} */
    public GroupQuestion then() {
        ClusterSnapshot with = question.snapshot();
        for (CheapestNodes.Bought some : found.nodes()) {
            with = NodesToAdd.applyTo(with, some.nodes());
        }
        return question.on(with);
    }
}
