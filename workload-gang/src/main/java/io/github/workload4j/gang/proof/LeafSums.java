package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the leaves of one accepted certificate come to: the points that are needed against those that are available, and
 * which resource they count.
 *
 * <p>A leaf is an object, not its like: the same points may stand in many places. Of a leaf that stands in several
 * cases, the sums hold in each. Nothing is known of leaves that no sum refutes (what they need cannot be), of those
 * whose nodes took too long to weigh exactly, and of all after the first {@value #LEAVES}. Not changed once it has been
 * handed out, and then safe to share between threads.
 */
public final class LeafSums {

    /** Largest number of leaves whose sums are kept. */
    static final int LEAVES = 10_000;

    private final Map<Weights, Sum> known = new IdentityHashMap<>();

    /** Resources that a leaf counts in all cases so far. */
    private final Map<Weights, BitSet> measured = new IdentityHashMap<>();

    LeafSums() {}

    /**
     * Points of a leaf.
     *
     * @param needed no answer that the cases allow has fewer
     * @param available the nodes hold no more; less than needed
     */
    public record Sum(long needed, long available) {}

    /** {@return what a leaf of the certificate comes to, if that is known} */
    public Optional<Sum> of(Weights leaf) {
        requireNonNull(leaf, "leaf");
        return Optional.ofNullable(known.get(leaf)).filter(sum -> sum.available < sum.needed);
    }

    /**
     * {@return the one resource that a leaf {@linkplain Weights#measures counts}, pod slots left aside; empty if there
     * is none or more than one, or nothing is known of the leaf}
     */
    public OptionalInt resourceOf(Weights leaf) {
        BitSet counted = measured.getOrDefault(leaf, new BitSet());
        return of(leaf).isPresent() && counted.cardinality() == 1
                ? OptionalInt.of(counted.nextSetBit(0))
                : OptionalInt.empty();
    }

    /** {@return whether a leaf counts this resource, and perhaps others} */
    public boolean counts(Weights leaf, int resource) {
        return resource >= 0
                && of(leaf).isPresent()
                && measured.getOrDefault(leaf, new BitSet()).get(resource);
    }

    /**
     * Notes what a leaf comes to in one more case.
     *
     * @param resources the resources that it counts there
     */
    void note(Weights leaf, long needed, long available, boolean exact, BitSet resources) {
        Sum before = known.get(leaf);
        if (before == null && known.size() < LEAVES) {
            known.put(leaf, new Sum(needed, exact ? available : Long.MAX_VALUE));
            measured.put(leaf, resources);
        } else if (before != null) {
            long more = exact ? Math.max(before.available, available) : Long.MAX_VALUE;
            known.put(leaf, new Sum(Math.min(before.needed, needed), more));
            measured.getOrDefault(leaf, resources).and(resources);
        }
    }

    /** {@return such as {@code sums of 3 leaves}} */
    @Override
    public String toString() {
        return "sums of " + known.size() + (known.size() == 1 ? " leaf" : " leaves");
    }
}
