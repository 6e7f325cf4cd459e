package io.github.workload4j.gang.order;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that pods placed in a given order pass the rules whose order matters, each at its turn. Counts by itself, and
 * shares no code with whoever found the order. Costs, for each pod, the rules times their domains.
 */
public final class OrderCheck {

    private final OrderedPacking question;
    private final List<Step> steps;

    private OrderCheck(OrderedPacking question, List<Step> steps) {
        this.question = question;
        this.steps = steps;
    }

    /**
     * {@return what is wrong with the order, such as {@code step 3: class 1 on node 7: uneven}, or empty if nothing is}
     */
    public static Optional<String> objectionTo(OrderedPacking question, List<Step> steps) {
        return new OrderCheck(question, steps).objection();
    }

    private Optional<String> objection() {
        for (Attraction rule : question.attractions()) {
            int step = firstWithout(rule);
            if (step >= 0) {
                return said(step, "the pods it must be with are not there");
            }
        }
        for (Spread rule : question.spreads()) {
            int step = firstUneven(rule);
            if (step >= 0) {
                return said(step, "uneven");
            }
        }
        VolumeRule volumes = question.volumes();
        int step = volumes == null ? -1 : VolumeCheck.firstWrong(volumes, steps);
        return step < 0
                ? Optional.empty()
                : said(step, "no volume for a claim, or more volumes than the node attaches");
    }

    private Optional<String> said(int number, String what) {
        Step step = steps.get(number);
        return Optional.of("step " + number + ": class " + step.podClass() + " on node " + step.node() + ": " + what);
    }

    /** {@return the first step that goes where no pod that counts is, though one is somewhere or must be; or -1} */
    private int firstWithout(Attraction rule) {
        int terms = rule.domainOf().length;
        Map<Integer, Long> there = new HashMap<>();
        boolean any = false;
        for (int t = 0; t < terms; t++) {
            for (int d = 0; d < rule.counts()[t].length; d++) {
                there.put(d * terms + t, (long) rule.counts()[t][d]);
                any |= rule.counts()[t][d] > 0;
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.podClass() == rule.podClass()) {
                for (int t = 0; t < terms; t++) {
                    int domain = rule.domainOf()[t][step.node()];
                    boolean opens = rule.self() && !any;
                    if (domain < 0 || !opens && there.getOrDefault(domain * terms + t, 0L) == 0) {
                        return i;
                    }
                }
            }
            for (int t = 0; t < terms && rule.counted()[step.podClass()]; t++) {
                int domain = rule.domainOf()[t][step.node()];
                if (domain >= 0) {
                    there.merge(domain * terms + t, 1L, Long::sum);
                    any = true;
                }
            }
        }
        return -1;
    }

    /** {@return the first step that makes its domain exceed the emptiest by more than allowed, or -1} */
    private int firstUneven(Spread rule) {
        long[] there = new long[rule.counts().length];
        for (int d = 0; d < there.length; d++) {
            there[d] = rule.counts()[d];
        }
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            int domain = rule.domainOf()[step.node()];
            if (step.podClass() == rule.podClass()) {
                if (domain < 0) {
                    return i;
                }
                int itself = rule.counted()[step.podClass()] ? 1 : 0;
                there[domain] += rule.nominated()[step.node()];
                long exceeds = there[domain] + itself - emptiest(rule, there);
                there[domain] -= rule.nominated()[step.node()];
                if (exceeds > rule.maxSkew()) {
                    return i;
                }
            }
            if (rule.counted()[step.podClass()] && rule.eligible()[step.node()] && domain >= 0) {
                there[domain]++;
            }
        }
        return -1;
    }

    private static long emptiest(Spread rule, long[] there) {
        if (rule.minimumIsZero()) {
            return 0;
        }
        long emptiest = Integer.MAX_VALUE;
        for (int d = 0; d < there.length; d++) {
            emptiest = rule.exists()[d] ? Math.min(emptiest, there[d]) : emptiest;
        }
        return emptiest;
    }
}
