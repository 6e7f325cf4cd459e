package io.github.workload4j.api.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FeatureGateTest {

    @Test
    void aGateIsFoundByTheWordClustersUse() {
        for (FeatureGate gate : FeatureGate.values()) {
            assertThat(FeatureGate.of(gate.word())).contains(gate);
            assertThat(gate.word().toUpperCase(Locale.ROOT))
                    .isEqualTo(gate.name().replace("_", ""));
        }
        assertThat(FeatureGate.of("genericWorkload")).isEmpty();
    }
}
