package io.github.workload4j.cli.picture;

import io.github.workload4j.gang.Refusal;
import io.github.workload4j.gang.Refusals;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which nodes are closed to which pods, whatever is free there, and why.
 *
 * @param ofKind what nodes say to the first kinds of pods of the question
 * @param packing the question in numbers, which knows less, but all kinds
 */
record Closures(List<Refusals> ofKind, Packing packing) {

    private static final int MOST_KINDS = 32;

    private static final int MOST_REASONS = 4;

    static Closures of(GroupQuestion question) {
        List<Refusals> ofKind = IntStream.range(
                        0, Math.min(MOST_KINDS, question.kinds().size()))
                .mapToObj(question::refusals)
                .toList();
        return new Closures(ofKind, question.packing());
    }

    /** {@return whether the node takes no pod of the kind, however little one asks} */
    boolean isClosed(int kind, int node) {
        if (kind >= ofKind.size()) {
            return !packing.classes().get(kind).mayUse(node);
        }
        Refusals refusals = ofKind.get(kind);
        long mask = refusals.mask(node);
        return mask != 0 && !refusals.of(mask).stream().allMatch(Refusal.Short.class::isInstance);
    }

    /** {@return why a node that is closed to all kinds is} */
    String why(int node) {
        Set<String> reasons = new LinkedHashSet<>();
        for (Refusals refusals : ofKind) {
            for (Refusal refusal : refusals.of(refusals.mask(node))) {
                if (!(refusal instanceof Refusal.Short)) {
                    reasons.add(words(refusal));
                }
            }
        }
        String listed = String.join(", ", reasons.stream().limit(MOST_REASONS).toList());
        return "closed to the group: " + listed + (reasons.size() > MOST_REASONS ? ", and more" : "");
    }

    private static String words(Refusal refusal) {
        if (refusal instanceof Refusal.Cordoned) {
            return "cordoned";
        }
        if (refusal instanceof Refusal.Tainted tainted) {
            return "taint " + tainted.taint().key()
                    + (tainted.taint().value().isEmpty()
                            ? ""
                            : "=" + tainted.taint().value());
        }
        if (refusal instanceof Refusal.NotSelected selected) {
            return "label " + selected.key() + " is not " + selected.value();
        }
        if (refusal instanceof Refusal.NodeAffinity) {
            return "node affinity";
        }
        if (refusal instanceof Refusal.HostPort) {
            return "host port taken";
        }
        if (refusal instanceof Refusal.AntiAffinity) {
            return "anti-affinity with a pod that runs";
        }
        if (refusal instanceof Refusal.Affinity) {
            return "no pod it must be with";
        }
        if (refusal instanceof Refusal.Spread spread) {
            return "spread over " + spread.topologyKey();
        }
        if (refusal instanceof Refusal.OutsideDomain outside) {
            return outside.pinned()
                    ? "another " + outside.key() + " than the running pods"
                    : "no label " + outside.key();
        }
        return "other reasons";
    }
}
