package io.github.workload4j.gang.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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

    @Test
    void everyKindIsEqualByContentAndReadsAsOneLine() {
        Map<String, Supplier<Certificate>> kinds = Map.of(
                "GroupBranch[group=3, leaves=2]", () -> new GroupBranch(3, Weights.of(1L), Weights.of(2L)),
                "ConflictBranch[conflict=1, domain=2, leaves=2]",
                        () -> new ConflictBranch(1, 2, Weights.of(1L), Weights.of(2L)),
                "CountBranch[podClass=1, nodes=0-2, limit=4, leaves=2]",
                        () -> new CountBranch(1, NodeSet.of(0, 1, 2), 4, Weights.of(1L), Weights.of(2L)),
                "DomainBranch[group=0, cases=1, leaves=1]",
                        () -> new DomainBranch(0, List.of(new DomainBranch.Case(List.of(5, 6), Weights.of(1L)))),
                "DomainCount[groups=[2], cases=1, leaves=1]", () -> counted(5));
        kinds.forEach((line, kind) -> assertThat(kind.get())
                .isEqualTo(kind.get())
                .hasSameHashCodeAs(kind.get())
                .hasToString(line));
        assertThat(counted(5)).isNotEqualTo(counted(6));
        assertThat(new HashSet<>(kinds.values().stream().map(Supplier::get).toList()))
                .hasSize(5);
    }

    private static DomainCount counted(int domain) {
        DomainCount.TooMany tooMany = DomainCount.TooMany.of(new int[] {2}, Weights.of(1L));
        return new DomainCount(
                List.of(List.of(1, 2)), List.of(new DomainCount.Case(List.of(domain), List.of(tooMany))));
    }

    @Test
    void listsAreCopied() {
        List<DomainBranch.Case> cases = new ArrayList<>(List.of(new DomainBranch.Case(List.of(0), LEAF)));
        DomainBranch branch = new DomainBranch(0, cases);
        cases.clear();
        assertThat(branch.cases()).hasSize(1);
        List<Integer> alike = new ArrayList<>(List.of(1, 2));
        DomainCount count = new DomainCount(List.of(alike), counted(5).cases());
        alike.clear();
        assertThat(count).isEqualTo(counted(5));
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new GroupBranch(0, null, LEAF)).hasMessage("placed");
        assertThatThrownBy(() -> new GroupBranch(0, LEAF, null)).hasMessage("not");
        assertThatThrownBy(() -> new ConflictBranch(0, 0, null, LEAF)).hasMessage("withoutA");
        assertThatThrownBy(() -> new CountBranch(0, null, 0, LEAF, LEAF)).hasMessage("nodes");
        assertThatThrownBy(() -> new DomainBranch(0, null)).hasMessage("cases");
        assertThatThrownBy(() -> new DomainCount(List.of(), null)).hasMessage("cases");
        assertThatThrownBy(() -> LEAF.accept((CertificateVisitor<?>) null)).hasMessage("visitor");
    }
}
