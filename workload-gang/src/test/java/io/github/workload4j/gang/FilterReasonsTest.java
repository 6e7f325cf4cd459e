package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Taint;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterReasonsTest {

    private final FilterReason cordoned = new FilterReason.Cordoned();
    private final FilterReason few = new FilterReason.Short("cpu");
    private final long[] masks = {0b11, 0b10, 0};
    private final FilterReasons reasons = new FilterReasons(List.of(cordoned, few), masks);

    @Test
    void bitsOfANodeAreItsReasons() {
        assertThat(reasons.of(0)).containsExactly(cordoned, few);
        assertThat(reasons.of(1)).containsExactly(few);
        assertThat(reasons.of(2)).isEmpty();
        assertThat(reasons.nodes()).isEqualTo(3);
    }

    @Test
    void masksAreCopied() {
        masks[2] = 1;
        assertThat(reasons.mask(2)).isZero();
    }

    @Test
    void taintOfCordoningIsToldFromOthers() {
        assertThat(new FilterReason.Tainted(new Taint("node.kubernetes.io/unschedulable", "", "NoSchedule")).isCordon())
                .isTrue();
        assertThat(new FilterReason.Tainted(new Taint("gpu", "", "NoSchedule")).isCordon())
                .isFalse();
    }
}
