package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.meta.ListMeta;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectListTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new ObjectList<>("v1", "List", ListMeta.EMPTY, List.of(new Namespace(ObjectMeta.of("a")))));
    }

    @Test
    void ofObjectsIsAListOfAnyKinds() {
        ObjectList<Namespace> list = ObjectList.of(List.of(new Namespace(ObjectMeta.of("a"))));
        assertThat(list.groupVersion() + " " + list.kind()).isEqualTo("v1 List");
        assertThat(list.items()).hasSize(1);
    }
}
