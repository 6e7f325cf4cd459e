package io.github.workload4j.gang.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeSetTest {

    @Test
    void nodesAreInRisingOrderOnceEach() {
        NodeSet nodes = NodeSet.of(4, 0, 2, 1, 2);
        assertThat(nodes.toArray()).containsExactly(0, 1, 2, 4);
        assertThat(nodes.size()).isEqualTo(4);
        assertThat(nodes.node(3)).isEqualTo(4);
        assertThat(nodes).isEqualTo(NodeSet.of(0, 1, 2, 4)).hasSameHashCodeAs(NodeSet.of(0, 1, 2, 4));
    }

    @Test
    void neighboursAreWrittenAsRanges() {
        assertThat(NodeSet.of(40, 0, 1, 2)).hasToString("0-2,40");
        assertThat(NodeSet.of()).hasToString("");
    }

    @Test
    void anArrayThatIsHandedOutMayBeChanged() {
        NodeSet nodes = NodeSet.of(1);
        nodes.toArray()[0] = 7;
        assertThat(nodes.node(0)).isEqualTo(1);
    }
}
