package io.github.workload4j.api.storage;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

class CsiStorageCapacityTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new CsiStorageCapacity(
                        ObjectMeta.of("pool"),
                        LabelSelector.EVERYTHING,
                        "fast",
                        Quantity.parse("1Gi"),
                        Quantity.parse("1Gi")),
                "nodeTopology",
                "capacity",
                "maximumVolumeSize");
    }

    @Test
    void isOfItsKind() {
        assertThat(new CsiStorageCapacity(ObjectMeta.of("pool"), null, "fast", null, null).groupVersion())
                .isEqualTo("storage.k8s.io/v1");
        assertThat(new CsiStorageCapacity(ObjectMeta.of("pool"), null, "fast", null, null).kind())
                .isEqualTo("CSIStorageCapacity");
    }
}
