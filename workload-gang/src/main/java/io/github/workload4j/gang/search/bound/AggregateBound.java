package io.github.workload4j.gang.search.bound;

import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.search.model.ReducedPacking;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quickest bound on a domain: it has less of some resource, all nodes together, than any answer asks for.
 *
 * <p>What an answer asks for is found out once, so that a domain costs one addition for each node and resource.
 */
public final class AggregateBound {

    private final ReducedPacking reduced;
    private final int target;
    private final List<Weights> certificates = new ArrayList<>();
    private final long[] needed;

    /** Aggregates of a case in which it is known which groups have pods; bounds are below {@code target}. */
    public AggregateBound(ReducedPacking reduced, byte[] state, int target) {
        this.reduced = reduced;
        this.target = target;
        this.needed = new long[reduced.resources];
        RequiredWeight need = new RequiredWeight(reduced);
        for (int r = 0; r < needed.length; r++) {
            long[] weights = new long[reduced.classes];
            List<Long> list = new ArrayList<>();
            for (int j = 0; j < weights.length; j++) {
                weights[j] = Math.min(reduced.request[j][r], 1L << 40);
                list.add(weights[j]);
            }
            certificates.add(new Weights(list, List.of()));
            try {
                needed[r] = need.of(state, weights, target);
            } catch (ArithmeticException overflow) {
                needed[r] = 0;
            }
        }
    }

    /** {@return a bound below the target for the given nodes, or null if they have enough of everything} */
    @Nullable
    public UpperBound bound(int[] nodes) {
        for (int r = 0; r < needed.length; r++) {
            long missing = needed[r];
            for (int i = 0; i < nodes.length && missing > 0; i++) {
                missing -= reduced.nodeClasses.free(reduced.nodeClassOf[nodes[i]], r);
            }
            if (missing > 0) {
                return new UpperBound(target - 1, certificates.get(r));
            }
        }
        return null;
    }
}
