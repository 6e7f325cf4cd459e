package io.github.workload4j.gang.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.check.PackingChecker;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A class of its own, as mutation testing leaves it out: it takes no stack, but time. */
class NestedCertificateTest {

    @Test
    void whatIsNestedWithoutEndIsBeyondTheLimits() {
        Packing packing = new Packing(
                PackingNodes.of(1, new long[] {1}), List.of(PodClass.of(2, 1)), List.of(), PackingGroup.leaf(2, 0));
        for (int depth : new int[] {10_000, 200_000}) {
            Certificate one = nested(depth);
            Certificate other = nested(depth);
            assertThat(new PackingChecker(packing).objectionTo(one, 1).map(CheckFailure::rule))
                    .contains(CheckFailure.Rule.LIMIT);
            assertThat(one.leaves()).isEqualTo(depth + 1);
            assertThat(one.equals(other)).isTrue();
            assertThat(one.hashCode()).isEqualTo(other.hashCode());
            assertThat(one.toString())
                    .isEqualTo("CountBranch[podClass=0, nodes=0, limit=0, leaves=" + (depth + 1) + "]");
            assertThat(one.toJson()).startsWith("{\"noneOrOne\":").endsWith("}}}");
        }
    }

    private static Certificate nested(int depth) {
        Weights leaf = Weights.of(1L);
        Certificate all = leaf;
        for (int i = 0; i < depth; i++) {
            all = new CountBranch(0, NodeSet.of(0), 0, all, leaf);
        }
        return all;
    }
}
