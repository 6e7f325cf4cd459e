package io.github.workload4j.gang.packing;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/**
 * Pods of some classes, spread evenly over domains: where one of them is placed, its domain has in the end at most
 * {@code maxSkew} more of them than the domain with the fewest. All domains count, also those that no pod can reach.
 * Equal by content.
 *
 * @param classes indices of the classes, rising
 * @param domainOf for each node its domain, 0 or more, or -1 for a node that does not count. Shared, not copied:
 *     whoever makes a spread must not change it any more
 * @param counts for each domain the pods that it has beforehand, 0 or more. Shared, not copied
 * @param maxSkew the largest difference, 1 or more
 */
public record EvenSpread(List<Integer> classes, int[] domainOf, int[] counts, int maxSkew) {

    /** Checks ranges, and copies the list. */
    public EvenSpread {
        requireNonNull(domainOf, "domainOf");
        requireNonNull(counts, "counts");
        classes = List.copyOf(requireNonNull(classes, "classes"));
        for (int i = 1; i < classes.size(); i++) {
            if (classes.get(i) <= classes.get(i - 1)) {
                throw new IllegalArgumentException("classes: " + classes + " (expected: rising)");
            }
        }
        for (int domain : domainOf) {
            if (domain < -1 || domain >= counts.length) {
                throw new IllegalArgumentException(
                        "domainOf: " + domain + " (expected: -1 to " + (counts.length - 1) + ")");
            }
        }
        for (int count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("counts: " + count + " (expected: 0 or more)");
            }
        }
        if (maxSkew < 1) {
            throw new IllegalArgumentException("maxSkew: " + maxSkew + " (expected: 1 or more)");
        }
    }

    /** {@return whether pods keep the rule, given how many of the classes are placed in each domain} */
    public boolean holds(long[] placed) {
        long fewest = Long.MAX_VALUE;
        for (int d = 0; d < counts.length; d++) {
            fewest = Math.min(fewest, counts[d] + placed[d]);
        }
        for (int d = 0; d < counts.length; d++) {
            if (placed[d] > 0 && counts[d] + placed[d] - maxSkew > fewest) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvenSpread that
                && maxSkew == that.maxSkew
                && classes.equals(that.classes)
                && Arrays.equals(domainOf, that.domainOf)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return ((classes.hashCode() * 31 + Arrays.hashCode(domainOf)) * 31 + Arrays.hashCode(counts)) * 31 + maxSkew;
    }

    /** {@return one line; of more than 16 nodes, how many domains they lie in} */
    @Override
    public String toString() {
        return "EvenSpread[classes=" + classes + ", domainOf=" + Conflict.text(domainOf) + ", counts="
                + (counts.length > 16 ? counts.length + " numbers" : Arrays.toString(counts)) + ", maxSkew=" + maxSkew
                + "]";
    }
}
