package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.CheckFailure;
import io.github.workload4j.gang.proof.CountBranch;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.GroupBranch;
import io.github.workload4j.gang.proof.NodeSet;
import io.github.workload4j.gang.proof.Weights;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Certificates that are beyond the limits of the checker, each of a different kind: whatever they prove, they are not
 * accepted.
 */
public final class Limits implements Supplier<String> {

    /** Limits to be looked at. */
    public Limits() {}

    /**
     * {@return which certificate is accepted, or refused for another reason; null if all are refused as they should
     * be}
     */
    @Override
    public String get() {
        int[] rack = {0};
        PackingGroup group = PackingGroup.leaf(2, 0).inOneDomain(rack);
        Packing packing = new Packing(
                PackingNodes.of(1, new long[] {1}),
                List.of(PodClass.of(2, 1)),
                List.of(),
                PackingGroup.composite(1, group));
        Weights proof = Weights.of(1L);
        DomainCount.TooMany one = new DomainCount.TooMany(List.of(1), proof);
        DomainCount many = new DomainCount(
                List.of(List.of(1)), List.of(new DomainCount.Case(List.of(0), Collections.nCopies(1_000, one))));
        if (!isBeyond(new PackingChecker(packing, 8_000).objectionTo(many, 1))) {
            return "a thousand parts";
        }
        return isBeyond(new PackingChecker(packing).objectionTo(nested(proof, 10_000), 1))
                ? null
                : "ten thousand cases";
    }

    /** Cases one inside another. */
    static Certificate nested(Certificate inner, int depth) {
        Certificate all = inner;
        for (int i = 0; i < depth; i++) {
            all = i % 2 == 0 ? new GroupBranch(1, inner, all) : new CountBranch(0, NodeSet.of(0), 0, inner, all);
        }
        return all;
    }

    private static boolean isBeyond(Optional<CheckFailure> objection) {
        return objection.isPresent() && objection.get().rule() == CheckFailure.Rule.LIMIT;
    }
}
