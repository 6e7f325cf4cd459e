package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the leaves of one accepted certificate come to: the points that are needed against those that are available, and
 * which resource they count.
 *
 * <p>A leaf is an object, not its like: the same points may stand in many places. Of a leaf that stands in several
 * cases, the sums hold in each. Not changed once it has been handed out, and then safe to share between threads.
 */
@FunctionalInterface
public interface LeafSums {

    /**
     * Points of a leaf.
     *
     * @param needed no answer that the cases allow has fewer
     * @param available the nodes hold no more; less than needed
     * @param resources resources that the points {@linkplain Weights#measures count}, rising
     */
    record Sum(long needed, long available, List<Integer> resources) {

        /** Copies the list. */
        public Sum {
            resources = List.copyOf(requireNonNull(resources, "resources"));
        }
    }

    /** {@return what a leaf of the certificate comes to, if that is known} */
    Optional<Sum> of(Weights leaf);

    /** {@return the one resource that a leaf counts, pod slots left aside; empty if there is none or more than one} */
    default OptionalInt resourceOf(Weights leaf) {
        List<Integer> counted = of(leaf).map(Sum::resources).orElse(List.of());
        return counted.size() == 1 ? OptionalInt.of(counted.get(0)) : OptionalInt.empty();
    }

    /** {@return whether a leaf counts this resource, and perhaps others} */
    default boolean counts(Weights leaf, int resource) {
        return of(leaf).filter(sum -> sum.resources().contains(resource)).isPresent();
    }
}
