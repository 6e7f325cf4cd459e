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
 * <p>A node's worth is the most points that pods on it can bring while every rule of the node holds. Halves, thirds,
 * dual feasible functions, Hall sets and aggregate bounds are all of this form (Alves, Clautiaux, Valério de Carvalho
 * and Rietz, <i>Dual-Feasible Functions for Integer Programming and Combinatorial Optimization</i>, 2016).
 *
 * @param points points of one pod, by class, 0 or more
 * @param sharedPoints by conflict, where a class is in conflict with itself: points of its pods that are given once
 *     for each domain instead of once for each pod, 0 or more; empty where there are none
 */
public record Weights(List<Long> points, List<Long> sharedPoints) implements Certificate {

    /** Copies the lists. */
    public Weights {
        points = List.copyOf(requireNonNull(points, "points"));
        sharedPoints = List.copyOf(requireNonNull(sharedPoints, "sharedPoints"));
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
     * {@return whether the points count one resource: those of every class are its request of that, times one factor}
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
        if (points.size() != classes.size() || first == points.size()) {
            return false;
        }
        long factor = points.get(first);
        long asked = classes.get(first).request()[resource];
        for (int j = 0; j < points.size(); j++) {
            if (Products.compare(points.get(j), asked, factor, classes.get(j).request()[resource]) != 0) {
                return false;
            }
        }
        return asked > 0;
    }

    /** {@return one line; of more than 32 points, how many there are} */
    @Override
    public String toString() {
        String shared = sharedPoints.isEmpty() ? "" : ", sharedPoints=" + text(sharedPoints);
        return "Weights[points=" + text(points) + shared + "]";
    }

    private static String text(List<Long> points) {
        return points.size() > 32 ? points.size() + " numbers" : points.toString();
    }
}
