package io.github.workload4j.gang.search.lp;

import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A domain in which a solution of the LP has pods that may not be together there: the LP knows nothing of conflicts over domains wider
 * than a node.
 *
 * @param conflict index among the wide conflicts
 * @param domain the domain
 * @param type a kind of nodes of the domain with most pods of the first class
 */
public record ConflictViolation(int conflict, int domain, int type) {

    private static final double SOME = 1e-6;

    /** {@return the domain in which the fewest pods would have to go, counted by the most such, or null if the LP respects all conflicts} */
    public static @Nullable ConflictViolation of(Subproblem subproblem, ConfigurationLp lp) {
        ReducedPacking reduced = subproblem.reduced;
        ConflictViolation worst = null;
        double max = SOME;
        for (int c = 0; c < reduced.wide.size(); c++) {
            int a = reduced.wide.get(c).a();
            int b = reduced.wide.get(c).b();
            Map<Integer, double[]> pods = new HashMap<>();
            for (int i = 0; i < lp.used(); i++) {
                int t = lp.usedType(i);
                int domain = t < 0 ? -1 : subproblem.types.get(t).domains[c];
                if (domain >= 0 && lp.usedTimes(i) > SOME) {
                    double[] here = pods.computeIfAbsent(domain, any -> new double[] {0, 0, 0, -1});
                    double ofA = lp.usedTimes(i) * lp.usedPattern(i)[a];
                    here[0] += ofA;
                    here[1] += lp.usedTimes(i) * lp.usedPattern(i)[b];
                    if (ofA > here[2]) {
                        here[2] = ofA;
                        here[3] = t;
                    }
                }
            }
            for (int t = 0; t < subproblem.types.size(); t++) {
                double[] here = pods.remove(subproblem.types.get(t).domains[c]);
                double excess = here == null ? 0 : a == b ? here[0] - 1 : Math.min(here[0], here[1]);
                if (excess > max) {
                    max = excess;
                    worst = new ConflictViolation(c, subproblem.types.get(t).domains[c], (int) here[3]);
                }
            }
        }
        return worst;
    }
}
