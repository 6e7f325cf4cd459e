package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

class NodeTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new Node(ObjectMeta.of("n"), NodeSpec.OPEN, NodeStatus.EMPTY));
    }

    @Test
    void isOfV1() {
        Node node = new Node(ObjectMeta.of("n"), NodeSpec.OPEN, NodeStatus.EMPTY);
        assertThat(node.groupVersion() + " " + node.kind()).isEqualTo("v1 Node");
    }
}
