package io.github.workload4j.api.storage;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageClassTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        StorageClass.TopologyExpression expression = new StorageClass.TopologyExpression("zone", List.of("a"));
        StorageClass.TopologyTerm term = new StorageClass.TopologyTerm(List.of(expression));
        requireValue(new StorageClass(ObjectMeta.of("fast"), "p", "Immediate", List.of(term)));
        requireValue(term);
        requireValue(expression);
    }

    @Test
    void isOfItsKind() {
        assertThat(new StorageClass(ObjectMeta.of("fast"), "p", "", List.of()).groupVersion())
                .isEqualTo("storage.k8s.io/v1");
        assertThat(new StorageClass(ObjectMeta.of("fast"), "p", "", List.of()).kind())
                .isEqualTo("StorageClass");
    }
}
