package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClaimChoiceTest {

    @Test
    void isAVolumeOrAClass() {
        assertThat(ClaimChoice.volume("c", "v")).hasToString("c=v").isEqualTo(new ClaimChoice("c", "v", ""));
        assertThat(ClaimChoice.provision("c", "fast")).hasToString("c=new of fast");
    }

    @Test
    void isNotBothAndNotNeither() {
        assertThatThrownBy(() -> new ClaimChoice("c", "v", "fast"))
                .hasMessage("claim c: volume 'v', provision 'fast' (expected: exactly one of them)");
        assertThatThrownBy(() -> new ClaimChoice("c", "", "")).isInstanceOf(IllegalArgumentException.class);
    }
}
