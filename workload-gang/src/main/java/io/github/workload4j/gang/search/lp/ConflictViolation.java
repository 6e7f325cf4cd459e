package io.github.workload4j.gang.search.lp;

import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A domain in which the LP's solution mixes pods that may not share it. The LP does not know wide conflicts.
 *
 * @param conflict the index among the wide conflicts
 * @param domain the domain
 * @param type the node type in the domain with the most pods of the first class
 */
public record ConflictViolation(int conflict, int domain, int type) {

    private static final double SOME = 1e-6;

    /**
     * {@return the worst violation, by the least number of pods that would have to leave the domain, or null if there
     * is none}
     */
    public static @Nullable ConflictViolation of(Subproblem subproblem, ConfigurationLp lp) {
        ReducedPacking reduced = subproblem.reduced;
        ConflictViolation worst = null;
        double max = SOME;
        for (int c = 0; c < reduced.wide.size(); c++) {
            int a = reduced.wide.get(c).a();
            int b = reduced.wide.get(c).b();
            Map<Integer, PodsInDomain> pods = new HashMap<>();
            for (int i = 0; i < lp.used(); i++) {
                int t = lp.usedType(i);
                int domain = t < 0 ? -1 : subproblem.types.get(t).domain(reduced, c);
                if (domain >= 0 && lp.usedTimes(i) > SOME) {
                    double times = lp.usedTimes(i);
                    int[] pattern = lp.usedPattern(i);
                    pods.computeIfAbsent(domain, any -> new PodsInDomain())
                            .add(t, times * pattern[a], times * pattern[b]);
                }
            }
            for (NodeType type : subproblem.types) {
                PodsInDomain here = pods.remove(type.domain(reduced, c));
                double excess = here == null ? 0 : here.excess(a == b);
                if (excess > max) {
                    max = excess;
                    worst = new ConflictViolation(c, type.domain(reduced, c), here.type);
                }
            }
        }
        return worst;
    }

    /** What the solution puts into one domain of the two classes of a conflict. */
    private static final class PodsInDomain {

        private double ofFirst;
        private double ofSecond;

        /** The most pods of the first class by one pattern, and the node type of that pattern. */
        private double max;

        private int type = -1;

        void add(int ofType, double first, double second) {
            ofFirst += first;
            ofSecond += second;
            if (first > max) {
                max = first;
                type = ofType;
            }
        }

        /** How many pods would have to leave the domain at least. */
        double excess(boolean isSelfConflict) {
            return isSelfConflict ? ofFirst - 1 : Math.min(ofFirst, ofSecond);
        }
    }
}
