package io.github.workload4j.gang.podclass;

import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.eligibility.PodAntiAffinity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much rules about other pods, and claims, have to look at. What is more than this is not looked at, so that no
 * question costs the square of its pods in time and memory; a rule looks only at pods that have a label which its
 * selector requires.
 */
final class RuleCounts {

    /** Most pairs of classes that are compared: 1,024 terms that may match every one of as many classes. */
    static final long PAIRS = 1L << 20;

    /** Most pairs of a rule of a class and a pod that is there. */
    private static final long THERE = 1L << 25;

    /** Most pairs of a term of pods that are there and a class. */
    private static final long REPELLED = 1L << 23;

    /** Most nodes of all rules of affinity and spread together. */
    private static final long NODES = 1L << 23;

    private final PodClasses question;

    RuleCounts(PodClasses question) {
        this.question = question;
    }

    /** {@return what there is too much of, in words; empty if all can be looked at} */
    String tooMany() {
        List<@Nullable LabelSelector> selectors = new ArrayList<>();
        long ordered = 0;
        long counted = question.pairs().compared();
        for (PodClasses.Entry member : question.entries()) {
            PodSignature own = member.signature();
            own.apart().forEach(term -> selectors.add(term.selector()));
            if (!own.together().isEmpty()) {
                selectors.add(own.together().get(0).selector());
                counted += candidates(own.together().get(0).selector());
            }
            own.spread().forEach(constraint -> selectors.add(constraint.labelSelector()));
            if (!own.spread().isEmpty()) {
                counted += own.spread().stream()
                        .mapToLong(constraint -> candidates(constraint.labelSelector()))
                        .sum();
            }
            ordered += own.together().size() + own.spread().size();
        }
        if (counted > PAIRS) {
            return text(PAIRS, "pairs of pods of the group to compare");
        }
        if (ordered * question.view().nodes() > NODES) {
            return text(NODES, "nodes to count on, those of each affinity and spread constraint");
        }
        if (isBeyond(THERE, selectors)) {
            return text(THERE, "running pods to look at, those of each rule");
        }
        if (isBeyondRepelled()) {
            return text(REPELLED, "pods of the group to look at, those of each running pod");
        }
        return question.countedVolumes().tooMany();
    }

    private static String text(long limit, String what) {
        return String.format(
                Locale.ROOT,
                "the rules about other pods have more than %,d %s; selectors that require a label may help",
                limit,
                what);
    }

    private int candidates(@Nullable LabelSelector selector) {
        return question.byLabel().candidates(selector).length;
    }

    private boolean isBeyond(long limit, List<@Nullable LabelSelector> selectors) {
        ClusterView view = question.view();
        return (long) view.pods() * selectors.size() > limit
                && selectors.stream().mapToLong(view::mayMatch).sum() > limit;
    }

    private boolean isBeyondRepelled() {
        List<PodAntiAffinity.Closed> terms = question.repelled().terms();
        return (long) terms.size() * question.entries().size() > REPELLED
                && terms.stream()
                                .mapToLong(each -> candidates(each.term().selector()))
                                .sum()
                        > REPELLED;
    }
}
