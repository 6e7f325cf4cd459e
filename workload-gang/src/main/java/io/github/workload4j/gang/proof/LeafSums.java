package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the leaves of one accepted certificate come to: the points that are needed against those that are available.
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

    /** Notes what a leaf comes to in one more case. */
    void note(Weights leaf, long needed, long available, boolean exact) {
        Sum before = known.get(leaf);
        if (before == null && known.size() < LEAVES) {
            known.put(leaf, new Sum(needed, exact ? available : Long.MAX_VALUE));
        } else if (before != null) {
            long more = exact ? Math.max(before.available, available) : Long.MAX_VALUE;
            known.put(leaf, new Sum(Math.min(before.needed, needed), more));
        }
    }

    /** {@return such as {@code sums of 3 leaves}} */
    @Override
    public String toString() {
        return "sums of " + known.size() + (known.size() == 1 ? " leaf" : " leaves");
    }
}
