package io.github.workload4j.gang.search.bound;

import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.search.model.Question;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quickest bound on a domain: it has less of some resource, all nodes together, than any answer asks for.
 *
 * <p>What an answer asks for is found out once, so that a domain costs one addition for each node and resource.
 */
public final class Aggregates {

    private final Question question;
    private final int target;
    private final List<Weights> weights = new ArrayList<>();
    private final long[] needed;

    /** Aggregates of a case in which it is known which groups have pods; bounds are below {@code target}. */
    public Aggregates(Question question, byte[] state, int target) {
        this.question = question;
        this.target = target;
        this.needed = new long[question.resources];
        Need need = new Need(question);
        for (int r = 0; r < needed.length; r++) {
            long[] points = new long[question.classes];
            List<Long> list = new ArrayList<>();
            for (int j = 0; j < points.length; j++) {
                points[j] = Math.min(question.request[j][r], 1L << 40);
                list.add(points[j]);
            }
            weights.add(new Weights(list, List.of()));
            try {
                needed[r] = need.of(state, points, target);
            } catch (ArithmeticException overflow) {
                needed[r] = 0;
            }
        }
    }

    /** {@return a bound below the target for the given nodes, or null if they have enough of everything} */
    @Nullable
    public Bound bound(int[] nodes) {
        for (int r = 0; r < needed.length; r++) {
            long missing = needed[r];
            for (int i = 0; i < nodes.length && missing > 0; i++) {
                missing -= question.bases.free(question.baseOf[nodes[i]], r);
            }
            if (missing > 0) {
                return new Bound(target - 1, weights.get(r));
            }
        }
        return null;
    }
}
