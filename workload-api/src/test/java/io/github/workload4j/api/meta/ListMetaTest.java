package io.github.workload4j.api.meta;

import static io.github.workload4j.api.ValueFacts.requireValue;

import org.junit.jupiter.api.Test;

class ListMetaTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new ListMeta("/self", "17", "token", 3L), "remainingItemCount");
    }
}
