package io.github.workload4j.gang.packing;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pods of some classes, spread evenly over domains. All of them count: the level is what the emptiest domain has of
 * them in the end, and all domains take part in it, also those that no pod can reach. Where a pod of a class with
 * largest difference {@code s} is placed, the pods of all classes with {@code s} or less are, with those that the
 * domain has beforehand, at most {@code s} more than the level. Equal by content.
 *
 * @param classes indices of the classes, rising
 * @param maxSkews by class of these, the largest difference, 1 or more; {@link Integer#MAX_VALUE} for a class that
 *     counts and may go anywhere
 * @param domainOf for each node its domain, 0 or more, or -1 for a node that does not count. Shared, not copied:
 *     whoever makes a spread must not change it any more
 * @param counts for each domain the pods that it has beforehand, 0 or more. Shared, not copied
 */
public record EvenSpread(List<Integer> classes, List<Integer> maxSkews, int[] domainOf, int[] counts) {

    /** Checks ranges, and copies the lists. */
    public EvenSpread {
        requireNonNull(domainOf, "domainOf");
        requireNonNull(counts, "counts");
        classes = List.copyOf(requireNonNull(classes, "classes"));
        maxSkews = List.copyOf(requireNonNull(maxSkews, "maxSkews"));
        for (int i = 1; i < classes.size(); i++) {
            if (classes.get(i) <= classes.get(i - 1)) {
                throw new IllegalArgumentException("classes: " + classes + " (expected: rising)");
            }
        }
        if (maxSkews.size() != classes.size() || maxSkews.stream().anyMatch(skew -> skew < 1)) {
            throw new IllegalArgumentException(
                    "maxSkews: " + maxSkews + " (expected: " + classes.size() + " numbers, 1 or more)");
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
    }

    /** {@return the largest differences that limit a class, different ones, rising} */
    public int[] limits() {
        return maxSkews.stream()
                .mapToInt(skew -> skew)
                .filter(skew -> skew < Integer.MAX_VALUE)
                .sorted()
                .distinct()
                .toArray();
    }

    /** {@return the classes with a largest difference of {@code skew} or less, rising} */
    public List<Integer> upTo(int skew) {
        return IntStream.range(0, classes.size())
                .filter(i -> maxSkews.get(i) <= skew)
                .mapToObj(classes::get)
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvenSpread that
                && classes.equals(that.classes)
                && maxSkews.equals(that.maxSkews)
                && Arrays.equals(domainOf, that.domainOf)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return ((classes.hashCode() * 31 + maxSkews.hashCode()) * 31 + Arrays.hashCode(domainOf)) * 31
                + Arrays.hashCode(counts);
    }

    /** {@return one line; of more than 16 nodes, how many domains they lie in} */
    @Override
    public String toString() {
        return "EvenSpread[classes=" + classes + ", maxSkews=" + maxSkews + ", domainOf=" + Conflict.text(domainOf)
                + ", counts=" + (counts.length > 16 ? counts.length + " numbers" : Arrays.toString(counts)) + "]";
    }
}
