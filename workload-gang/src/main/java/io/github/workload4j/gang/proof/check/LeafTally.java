package io.github.workload4j.gang.proof.check;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.proof.LeafSums;
import io.github.workload4j.gang.proof.Weights;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sums of leaves, as the checker comes by them.
 *
 * <p>Nothing is known of leaves that no sum refutes (what they need cannot be), of those whose nodes took too long to
 * weigh exactly, and of all after the first {@value #LEAVES}.
 */
final class LeafTally implements LeafSums {

    /** Largest number of leaves whose sums are kept. */
    static final int LEAVES = 10_000;

    private final Map<Weights, Sum> known = new IdentityHashMap<>();

    @Override
    public Optional<Sum> of(Weights leaf) {
        requireNonNull(leaf, "leaf");
        return Optional.ofNullable(known.get(leaf)).filter(sum -> sum.available() < sum.needed());
    }

    /**
     * Notes what a leaf comes to in one more case.
     *
     * @param resources the resources that it counts there
     */
    void note(Weights leaf, long needed, long available, boolean exact, List<Integer> resources) {
        long held = exact ? available : Long.MAX_VALUE;
        Sum before = known.get(leaf);
        if (before == null && known.size() < LEAVES) {
            known.put(leaf, new Sum(needed, held, resources));
        } else if (before != null) {
            List<Integer> both =
                    before.resources().stream().filter(resources::contains).toList();
            known.put(leaf, new Sum(Math.min(before.needed(), needed), Math.max(before.available(), held), both));
        }
    }

    /** {@return such as {@code sums of 3 leaves}} */
    @Override
    public String toString() {
        return "sums of " + known.size() + (known.size() == 1 ? " leaf" : " leaves");
    }
}
