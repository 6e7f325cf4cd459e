package io.github.workload4j.api.storage;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.ObjectMeta;
import org.junit.jupiter.api.Test;

class CsiDriverTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(new CsiDriver(ObjectMeta.of("d"), true, true, true), "attachRequired");
    }

    @Test
    void isOfItsKind() {
        assertThat(new CsiDriver(ObjectMeta.of("d"), null, false, false).groupVersion())
                .isEqualTo("storage.k8s.io/v1");
        assertThat(new CsiDriver(ObjectMeta.of("d"), null, false, false).kind()).isEqualTo("CSIDriver");
    }
}
