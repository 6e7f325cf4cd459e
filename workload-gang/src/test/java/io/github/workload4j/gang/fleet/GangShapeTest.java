package io.github.workload4j.gang.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class GangShapeTest {

    @Test
    void aShapeIsTheGroupOfItsManifestsWithItsPods() {
        GangShape shape = GangShape.read("three", ShapeManifests.gang(3, "2", false));
        assertThat(shape.group()).isEqualTo(GroupRef.podGroup("ml", "train"));
        assertThat(shape.waiting().put()).hasSize(3);
        assertThat(shape).hasToString("GangShape[three: ml/train]");
    }

    @Test
    void whatIsNotOneGroupIsRefused() {
        assertThatThrownBy(() -> GangShape.read("none", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shape none: groups that wait: [] (expected: exactly one)");
        String other = ShapeManifests.gang(3, "2", false).replace("train", "other");
        assertThatThrownBy(() -> GangShape.read("two", ShapeManifests.gang(1, "2", false) + "---\n" + other))
                .hasMessage("shape two: groups that wait: [ml/other, ml/train] (expected: exactly one)");
        assertThatThrownBy(() ->
                        GangShape.of("node", List.of(new Node(ObjectMeta.of("n1"), NodeSpec.OPEN, NodeStatus.EMPTY))))
                .hasMessage("shape node: node n1 (expected: a group, its pods and their claims)");
        assertThatThrownBy(() -> GangShape.read("", ShapeManifests.gang(1, "2", false)))
                .hasMessageStartingWith("name: empty");
    }

    @Test
    void aDocumentThatCannotBeReadIsRefusedWithItsPlace() {
        String wrong = ShapeManifests.gang(1, "2", false).replace("minCount: 1", "minCount: many");
        assertThatThrownBy(() -> GangShape.read("wrong", wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("shape wrong: ")
                .hasMessageContaining("minCount");
    }
}
