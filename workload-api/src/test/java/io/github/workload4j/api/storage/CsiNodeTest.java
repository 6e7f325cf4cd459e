package io.github.workload4j.api.storage;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsiNodeTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new CsiNode(ObjectMeta.of("n1"), List.of(new CsiNode.Driver("d", 1))));
        requireValue(new CsiNode.Driver("d", 1), "count");
    }

    @Test
    void isOfItsKind() {
        assertThat(new CsiNode(ObjectMeta.of("n1"), List.of()).groupVersion()).isEqualTo("storage.k8s.io/v1");
        assertThat(new CsiNode(ObjectMeta.of("n1"), List.of()).kind()).isEqualTo("CSINode");
    }
}
