package io.github.workload4j.gang.order;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that pods placed in a given order pass the rules whose order matters, each at its turn. Counts by itself, and
 * shares no code with whoever found the order. Takes time linear in the pods times the rules, and in the domains;
 * a look at all domains more for each pod that goes beside nominated ones.
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
        Emptiest there = new Emptiest(rule);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            int domain = rule.domainOf()[step.node()];
            boolean counted = rule.counted()[step.podClass()];
            if (step.podClass() == rule.podClass()) {
                if (domain < 0) {
                    return i;
                }
                int nominated = rule.nominated()[step.node()];
                there.add(domain, nominated);
                long exceeds = there.pods[domain] + (counted ? 1 : 0) - there.least();
                there.add(domain, -nominated);
                if (exceeds > rule.maxSkew()) {
                    return i;
                }
            }
            if (counted && rule.eligible()[step.node()] && domain >= 0) {
                there.add(domain, 1);
            }
        }
        return -1;
    }

    /** Pods by domain, and the fewest of a domain that exists. */
    private static final class Emptiest {

        private final Spread rule;
        private final long[] pods;

        /** The fewest pods of a domain, and how many domains have that few; none if that has to be looked up. */
        private long least;

        private int domains;

        Emptiest(Spread rule) {
            this.rule = rule;
            this.pods = new long[rule.counts().length];
            for (int d = 0; d < pods.length; d++) {
                pods[d] = rule.counts()[d];
            }
        }

        void add(int domain, long more) {
            if (more == 0) {
                return;
            }
            if (more < 0) {
                domains = 0;
            } else if (rule.exists()[domain] && pods[domain] == least && domains > 0) {
                domains--;
            }
            pods[domain] += more;
        }

        /** Looks at all domains only after each of the emptiest got a pod. */
        long least() {
            if (rule.minimumIsZero()) {
                return 0;
            }
            if (domains == 0) {
                least = Integer.MAX_VALUE;
                for (int d = 0; d < pods.length; d++) {
                    if (rule.exists()[d] && pods[d] <= least) {
                        domains = pods[d] < least ? 1 : domains + 1;
                        least = pods[d];
                    }
                }
            }
            return least;
        }
    }
}
