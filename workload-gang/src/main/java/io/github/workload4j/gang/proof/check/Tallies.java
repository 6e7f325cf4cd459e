package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sums by which a certificate refutes: one over all nodes, or one over the nodes of each domain of the root.
 * Where a few nodes change, a few summands do.
 */
final class Tallies implements KeptProof {

    /** Steps of the knapsacks of changed nodes. */
    private static final long STEPS = 100_000;

    private final Units units;
    private final NumberedGroups groups;
    private final @Nullable NodesByDomain byDomain;
    private final PlainLeaf[] leaf;

    /** By place, the resource summed up or {@link PlainLeaf#KNAPSACKS}. */
    private final int[] by;

    private final long[] sum;

    Tallies(Units units, NumberedGroups groups, @Nullable NodesByDomain byDomain) {
        this(units, groups, byDomain, byDomain == null ? 1 : byDomain.count());
    }

    private Tallies(Units units, NumberedGroups groups, @Nullable NodesByDomain byDomain, int places) {
        this(units, groups, byDomain, new PlainLeaf[places], new int[places], new long[places]);
    }

    private Tallies(
            Units units,
            NumberedGroups groups,
            @Nullable NodesByDomain byDomain,
            PlainLeaf[] leaf,
            int[] by,
            long[] sum) {
        this.units = units;
        this.groups = groups;
        this.byDomain = byDomain;
        this.leaf = leaf;
        this.by = by;
        this.sum = sum;
    }

    void set(int place, PlainLeaf leaf, int by, long sum) {
        this.leaf[place] = leaf;
        this.by[place] = by;
        this.sum[place] = sum;
    }

    @Override
    public Optional<Tallies> after(Packing before, Packing after, int[] changed) {
        long[] now = sum.clone();
        PointsKnapsack knapsacks =
                PointsKnapsack.of(before, units, new Work(Budget.steps(STEPS).meter()));
        int[] domainOf = byDomain == null ? new int[0] : before.root().domainOf();
        try {
            for (int node : changed) {
                int place = byDomain == null ? 0 : byDomain.rank(domainOf[node]);
                if (place >= 0 && leaf[place] != null && leaf[place].need != RequiredPoints.NEVER) {
                    long old = leaf[place].summand(by[place], before, groups, node, knapsacks);
                    long young = leaf[place].summand(by[place], after, groups, node, knapsacks);
                    now[place] = Math.addExact(Math.subtractExact(now[place], old), young);
                }
            }
        } catch (Refused | ArithmeticException tooLong) {
            return Optional.empty();
        }
        for (int place = 0; place < now.length; place++) {
            if (now[place] > sum[place] && !leaf[place].refutes(by[place], now[place])) {
                return Optional.empty();
            }
        }
        return Optional.of(new Tallies(units, groups, byDomain, leaf, by, now));
    }
}
