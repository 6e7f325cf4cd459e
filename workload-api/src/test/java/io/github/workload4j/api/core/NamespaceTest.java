package io.github.workload4j.api.core;

import static io.github.workload4j.api.ValueFacts.requireValue;

import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

class NamespaceTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new Namespace(ObjectMeta.of("a")));
    }
}
