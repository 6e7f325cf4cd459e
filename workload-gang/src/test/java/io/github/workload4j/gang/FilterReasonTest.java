package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Taint;
import org.junit.jupiter.api.Test;

class FilterReasonTest {

    @Test
    void taintThatCordoningPutsIsTold() {
        assertThat(new FilterReason.Tainted(new Taint("node.kubernetes.io/unschedulable", "", "NoSchedule")).isCordon())
                .isTrue();
        assertThat(new FilterReason.Tainted(new Taint("gpu", "", "NoSchedule")).isCordon())
                .isFalse();
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new FilterReason.Tainted(null)).hasMessage("taint");
        assertThatThrownBy(() -> new FilterReason.NotSelected(null, "v")).hasMessage("key");
        assertThatThrownBy(() -> new FilterReason.NotSelected("k", null)).hasMessage("value");
        assertThatThrownBy(() -> new FilterReason.Spread(null, false)).hasMessage("topologyKey");
        assertThatThrownBy(() -> new FilterReason.OutsideDomain(null, "k", false))
                .hasMessage("group");
        assertThatThrownBy(() -> new FilterReason.Short(null)).hasMessage("resource");
    }
}
