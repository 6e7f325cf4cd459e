package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import java.util.List;

/**
 * Points for a pod of each class: all nodes together hold pods worth less than what has to be placed.
 *
 * <p>Why that refutes: every pod of an answer that the cases above allow lies on a node, so that all nodes together
 * hold what the answer is worth. With points of 0 or more, no answer of that many pods is worth less than the fewest
 * points with which every group that must have pods can succeed. Points given once for each domain: at most one pod
 * of a class in conflict with itself lies in a domain of the conflict, so that taking them from its pods there and
 * giving them to each domain in which such a pod fits takes nothing from the sum.
 *
 * <p>Prices: what pods pay for a row goes into a fund. All pods together take no more of a row than it allows, so
 * the fund holds at most the price times that, and nothing is taken from the sum if nodes lose what their pods pay and
 * the fund is added. Where pods get points instead, they get at least the price times what they are known to take, so
 * that much more is needed. Points of a class may be less than 0 where there are prices: its pods pay for being placed,
 * and no more of them pay than there are.
 *
 * <p>A node's worth is the most points that pods on it can bring while every rule of the node holds. Halves, thirds,
 * dual feasible functions, Hall sets and aggregate bounds are all of this form (Alves, Clautiaux, Valério de Carvalho
 * and Rietz, <i>Dual-Feasible Functions for Integer Programming and Combinatorial Optimization</i>, 2016).
 *
 * @param points points of one pod, by class, 0 or more where there are no prices
 * @param sharedPoints by conflict, where a class is in conflict with itself: points of its pods that are given once
 *     for each domain instead of once for each pod, 0 or more; empty where there are none
 * @param prices by row of the question, the points that a pod pays for each unit it takes of the row; less than 0 where
 *     it gets some; empty where there are none. Rows are the shared limits in order, then those of each spread: its
 *     domains in order, once for each of its limits, rising, and once more for all its classes if the largest limit
 *     does not concern all of them
 */
public record Weights(List<Long> points, List<Long> sharedPoints, List<Long> prices) implements Certificate {

    /** Copies the lists. */
    public Weights {
        points = List.copyOf(requireNonNull(points, "points"));
        sharedPoints = List.copyOf(requireNonNull(sharedPoints, "sharedPoints"));
        prices = List.copyOf(requireNonNull(prices, "prices"));
    }

    /** Points without prices. */
    public Weights(List<Long> points, List<Long> sharedPoints) {
        this(points, sharedPoints, List.of());
    }

    /** Points by class and nothing else. */
    public static Weights of(Long... points) {
        requireNonNull(points, "points");
        return new Weights(List.of(points), List.of());
    }

    @Override
    public <R> R accept(CertificateVisitor<R> visitor) {
        return requireNonNull(visitor, "visitor").weights(this);
    }

    @Override
    public List<Certificate> parts() {
        return List.of();
    }

    /**
     * {@return whether the points count one resource: those of every class are its request of that, times one factor,
     * and there are no prices}
     *
     * @param packing the question that the points are about
     * @param resource number of a resource
     */
    public boolean measures(Packing packing, int resource) {
        List<PodClass> classes = requireNonNull(packing, "packing").classes();
        int first = 0;
        while (first < points.size() && points.get(first) == 0) {
            first++;
        }
        if (points.size() != classes.size() || first == points.size() || !prices.isEmpty()) {
            return false;
        }
        long factor = points.get(first);
        long asked = classes.get(first).request()[resource];
        for (int j = 0; j < points.size(); j++) {
            if (!isSame(points.get(j), asked, factor, classes.get(j).request()[resource])) {
                return false;
            }
        }
        return asked > 0;
    }

    /** {@return whether {@code a * b} is {@code c * d}, in 128 bits} */
    private static boolean isSame(long a, long b, long c, long d) {
        return a * b == c * d && Math.multiplyHigh(a, b) == Math.multiplyHigh(c, d);
    }

    /** {@return one line; of more than 32 points, how many there are} */
    @Override
    public String toString() {
        String shared = (sharedPoints.isEmpty() ? "" : ", sharedPoints=" + text(sharedPoints))
                + (prices.isEmpty() ? "" : ", prices=" + text(prices));
        return "Weights[points=" + text(points) + shared + "]";
    }

    private static String text(List<Long> points) {
        return points.size() > 32 ? points.size() + " numbers" : points.toString();
    }
}
