package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.excerpt.Excerpt;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.Weights;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole certificate that counts groups by domain. What is too much for a domain is argued from its nodes alone, and
 * the sum over domains from those numbers alone: where a node changes, its domain is checked again.
 *
 * @param shared the certificate
 * @param alike the groups that it counts, in its order
 * @param label domain of each node, or null if all nodes are one
 * @param byDomain the nodes of each domain
 */
record CountedDomains(
        DomainCount shared, List<List<PackingGroup>> alike, int @Nullable [] label, NodesByDomain byDomain)
        implements KeptProof {

    /** Steps of looking at the domains of changed nodes. */
    private static final long STEPS = 100_000;

    @Override
    public Optional<CountedDomains> after(Packing before, Packing after, int[] changed) {
        BitSet touched = new BitSet();
        BitSet gaining = new BitSet();
        for (int node : changed) {
            int rank = byDomain.rank(label == null ? 0 : label[node]);
            if (rank >= 0) {
                touched.set(rank);
                gaining.set(rank, gaining.get(rank) || gains(before, after, node));
            }
        }
        Walk walk = new Walk(new Work(Budget.steps(STEPS).meter()), false);
        try {
            for (DomainCount.Case some : shared.cases()) {
                for (int domain : some.domains()) {
                    int rank = byDomain.rank(domain);
                    for (DomainCount.TooMany tooMany :
                            touched.get(rank) ? some.tooMany() : List.<DomainCount.TooMany>of()) {
                        if (gaining.get(rank) || !(tooMany.why() instanceof Weights)) {
                            walk.run(List.of(why(tooMany, after, byDomain.nodes(rank), walk)));
                        }
                    }
                }
            }
            return Optional.of(this);
        } catch (Refused | ArithmeticException open) {
            return Optional.empty();
        }
    }

    /** Whether a node has more of anything than before; points of one without are worth no more than they were. */
    private static boolean gains(Packing before, Packing after, int node) {
        for (int r = 0; r < after.nodes().resources(); r++) {
            if (after.nodes().free(r, node) > before.nodes().free(r, node)) {
                return true;
            }
        }
        return false;
    }

    private Duty why(DomainCount.TooMany tooMany, Packing packing, int[] nodes, Walk walk) {
        List<List<PackingGroup>> first = new ArrayList<>();
        for (int t = 0; t < alike.size(); t++) {
            int many = tooMany.counts().get(t);
            if (many > 0) {
                first.add(alike.get(t).subList(0, many));
            }
        }
        walk.work.look(nodes.length * (1 + packing.nodes().resources()));
        return Place.within(() -> Asked.of(Excerpt.of(packing, first, nodes).packing()), tooMany.why(), walk, 1);
    }
}
