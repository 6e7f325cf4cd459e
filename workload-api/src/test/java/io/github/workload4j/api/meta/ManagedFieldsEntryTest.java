package io.github.workload4j.api.meta;

import static io.github.workload4j.api.ValueFacts.requireValue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ManagedFieldsEntryTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new ManagedFieldsEntry("kubectl", "Apply", "v1", Instant.EPOCH, "FieldsV1", "{}", "status"),
                "time",
                "fieldsV1");
    }
}
