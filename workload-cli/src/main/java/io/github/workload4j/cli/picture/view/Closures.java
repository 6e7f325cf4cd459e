package io.github.workload4j.cli.picture.view;

import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.FilterReasons;
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
record Closures(List<FilterReasons> ofKind, Packing packing) {

    private static final int MOST_KINDS = 32;

    private static final int MOST_REASONS = 4;

    static Closures of(GroupQuestion question) {
        List<FilterReasons> ofKind = IntStream.range(
                        0, Math.min(MOST_KINDS, question.podClasses().size()))
                .mapToObj(question::filterReasons)
                .toList();
        return new Closures(ofKind, question.packing());
    }

    /** {@return whether the node takes no pod of the kind, however little one asks} */
    boolean isClosed(int kind, int node) {
        if (kind >= ofKind.size()) {
            return !packing.classes().get(kind).mayUse(node);
        }
        FilterReasons refusals = ofKind.get(kind);
        long mask = refusals.mask(node);
        return mask != 0 && !refusals.of(mask).stream().allMatch(FilterReason.Short.class::isInstance);
    }

    /** {@return why a node that is closed to all kinds is} */
    String why(int node) {
        Set<String> reasons = new LinkedHashSet<>();
        for (FilterReasons refusals : ofKind) {
            for (FilterReason refusal : refusals.of(refusals.mask(node))) {
                if (!(refusal instanceof FilterReason.Short)) {
                    reasons.add(words(refusal));
                }
            }
        }
        String listed = String.join(", ", reasons.stream().limit(MOST_REASONS).toList());
        return "closed to the group: " + listed + (reasons.size() > MOST_REASONS ? ", and more" : "");
    }

    private static String words(FilterReason refusal) {
        if (refusal instanceof FilterReason.Cordoned) {
            return "cordoned";
        }
        if (refusal instanceof FilterReason.Tainted tainted) {
            return "taint " + tainted.taint().key()
                    + (tainted.taint().value().isEmpty()
                            ? ""
                            : "=" + tainted.taint().value());
        }
        if (refusal instanceof FilterReason.NotSelected selected) {
            return "label " + selected.key() + " is not " + selected.value();
        }
        if (refusal instanceof FilterReason.NodeAffinity) {
            return "node affinity";
        }
        if (refusal instanceof FilterReason.LacksFeature lacks) {
            return "does not declare " + lacks.feature();
        }
        if (refusal instanceof FilterReason.HostPort) {
            return "host port taken";
        }
        if (refusal instanceof FilterReason.AntiAffinity) {
            return "anti-affinity with a pod that runs";
        }
        if (refusal instanceof FilterReason.Affinity) {
            return "no pod it must be with";
        }
        if (refusal instanceof FilterReason.Spread spread) {
            return (spread.labelMissing() ? "no label " : "spread over ") + spread.topologyKey();
        }
        if (refusal instanceof FilterReason.OutsideDomain outside) {
            return outside.pinned()
                    ? "another " + outside.key() + " than the running pods"
                    : "no label " + outside.key();
        }
        return refusal instanceof FilterReason.Devices ? "devices that claims ask for" : VolumeWords.of(refusal);
    }
}
