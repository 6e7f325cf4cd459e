package io.github.workload4j.api.meta;

import static io.github.workload4j.api.ValueFacts.requireValue;

import org.junit.jupiter.api.Test;

class OwnerReferenceTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new OwnerReference("batch/v1", "Job", "train", "uid", true, false), "controller", "blockOwnerDeletion");
    }
}
