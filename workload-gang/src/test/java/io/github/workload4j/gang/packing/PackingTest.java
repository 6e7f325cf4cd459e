package io.github.workload4j.gang.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PackingTest {

    private static final PackingNodes NODES = PackingNodes.of(2, new long[] {1, 1});
    private static final PackingGroup ROOT = PackingGroup.leaf(1, 0);

    private static void isRefused(String message, List<PodClass> classes, List<Conflict> conflicts, PackingGroup root) {
        assertThatThrownBy(() -> new Packing(NODES, classes, conflicts, root))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void partsThatSpeakOfOtherThingsAreRefused() {
        List<PodClass> one = List.of(PodClass.of(1, 1));
        isRefused("request: 2 resources (expected: 1)", List.of(PodClass.of(1, 1, 1)), List.of(), ROOT);
        isRefused("class: 1 (expected: 0 to 0)", one, List.of(Conflict.onNode(0, 1)), ROOT);
        isRefused("domainOf: 1 nodes (expected: 2)", one, List.of(new Conflict(0, 0, new int[1])), ROOT);
        isRefused("class: 0 in two groups (expected: one)", one, List.of(), PackingGroup.composite(1, ROOT, ROOT));
        isRefused("domainOf: 3 nodes (expected: 2)", one, List.of(), ROOT.inOneDomain(0, 0, 0));
    }

    @Test
    void moreThanTwoBillionPodsAreRefused() {
        PodClass many = PodClass.of(Integer.MAX_VALUE, 1);
        isRefused("classes: 4294967294 pods (expected: 2147483647 at most)", List.of(many, many), List.of(), ROOT);
    }

    @Test
    void theSameQuestionAboutOtherNodesDiffersInNothingElse() {
        Packing packing = new Packing(NODES, List.of(PodClass.of(3, 1)), List.of(), ROOT);
        PackingNodes other = PackingNodes.of(2, new long[] {5, 5});
        assertThat(packing.on(other)).isEqualTo(new Packing(other, packing.classes(), packing.conflicts(), ROOT));
        assertThat(packing.pods()).isEqualTo(3);
    }
}
