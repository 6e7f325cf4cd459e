package io.github.workload4j.gang.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The inner nodes of certificates as values. */
class BranchTest {

    private static final Weights LEAF = Weights.of(1L);

    @Test
    void partsAreInOrder() {
        Weights other = Weights.of(2L);
        assertThat(new GroupBranch(0, LEAF, other).parts()).containsExactly(LEAF, other);
        assertThat(new ConflictBranch(0, 1, LEAF, other).parts()).containsExactly(LEAF, other);
        assertThat(new CountBranch(0, NodeSet.of(1), 0, LEAF, other).parts()).containsExactly(LEAF, other);
        DomainBranch.Case first = new DomainBranch.Case(List.of(0), LEAF);
        assertThat(new DomainBranch(0, List.of(first, new DomainBranch.Case(List.of(1), other))).parts())
                .containsExactly(LEAF, other);
        DomainCount.TooMany tooMany = DomainCount.TooMany.of(new int[] {2}, other);
        assertThat(tooMany.toArray()).containsExactly(2);
        assertThat(new DomainCount(List.of(List.of(1)), List.of(new DomainCount.Case(List.of(0), List.of(tooMany))))
                        .parts())
                .containsExactly(other);
    }

    @Test
    void certificatesAreEqualByContent() {
        Certificate one = new GroupBranch(0, LEAF, new ConflictBranch(1, 2, LEAF, LEAF));
        assertThat(one)
                .isEqualTo(new GroupBranch(0, Weights.of(1L), new ConflictBranch(1, 2, LEAF, Weights.of(1L))))
                .isNotEqualTo(new GroupBranch(0, LEAF, new ConflictBranch(1, 3, LEAF, LEAF)))
                .hasToString("GroupBranch[group=0, leaves=3]");
    }
}
