package io.github.workload4j.gang.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private static PackingGroup group() {
        return PackingGroup.composite(
                1,
                PackingGroup.leaf(3, 0).inOneDomain(0, 1),
                PackingGroup.leaf(1, 1).inOneDomain(0, 1));
    }

    private static PodClass podClass() {
        return new PodClass(new long[] {1, 2}, 3, new long[] {3}, 2, 1);
    }

    private static Packing packing() {
        return new Packing(
                PackingNodes.of(2, new long[] {4, 4}, new long[] {4, 4}),
                List.of(podClass(), podClass()),
                List.of(new Conflict(0, 1, new int[] {0, 1})),
                group());
    }

    @Test
    void questionsAreEqualByContent() {
        assertThat(podClass()).isEqualTo(podClass()).hasSameHashCodeAs(podClass());
        assertThat(new Conflict(0, 1, new int[] {0, 1})).isEqualTo(new Conflict(0, 1, new int[] {0, 1}));
        assertThat(new Conflict(0, 1, new int[] {0, 1})).isNotEqualTo(new Conflict(0, 1, new int[] {0, 0}));
        assertThat(group()).isEqualTo(group()).hasSameHashCodeAs(group());
        assertThat(packing()).isEqualTo(packing()).hasSameHashCodeAs(packing());
        assertThat(PodClass.of(3, 1)).isNotEqualTo(PodClass.of(3, 2));
    }

    @Test
    void questionsReadAsOneLine() {
        assertThat(podClass()).hasToString("PodClass[request=[1, 2], count=3, eligible=2 nodes, maxPerNode=2, min=1]");
        assertThat(packing())
                .hasToString("Packing[2 nodes of 2 resources, 2 classes of 6 pods, 1 conflicts, root=PackingGroup["
                        + "minimum=1, children=[PackingGroup[minimum=3, classes=[0], domainOf=[0, 1]], "
                        + "PackingGroup[minimum=1, classes=[1], domainOf=[0, 1]]]]]");
        assertThat(new Conflict(0, 0, new int[100])).hasToString("Conflict[a=0, b=0, domainOf=1 domains of 100 nodes]");
    }

    @Test
    void aRequestIsCopied() {
        long[] request = {1};
        PodClass podClass = PodClass.of(3, request);
        request[0] = 7;
        assertThat(podClass).isEqualTo(PodClass.of(3, 1));
    }

    @Test
    void aPartOfAPlacementEndsWhereItEnds() {
        Placement first = Placement.of(List.of(new Placed(0, 0, 1), new Placed(0, 1, 1), new Placed(0, 2, 1)))
                .first(1, 1);
        assertThatThrownBy(() -> first.podClass(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> first.node(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> first.count(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
