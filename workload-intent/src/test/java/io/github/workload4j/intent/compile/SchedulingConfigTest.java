package io.github.workload4j.intent.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchedulingConfigTest {

    @Test
    void onlyAGangWithoutACountGetsTheDefaultOne() {
        SchedulingConfig uncounted = SchedulingConfig.EMPTY.withSchedulingPolicy(RecordedItems.policy("g"));
        assertThat(uncounted.withDefaultMinCount(3)).isEqualTo(SchedulingConfig.gang(3));
        for (SchedulingConfig same :
                new SchedulingConfig[] {SchedulingConfig.EMPTY, SchedulingConfig.basic(), SchedulingConfig.gang(0)}) {
            assertThat(same.withDefaultMinCount(3)).isSameAs(same);
        }
    }

    @Test
    void aGangBesideBasicKeepsItWhenItGetsACount() {
        SchedulingConfig both = SchedulingConfig.EMPTY.withSchedulingPolicy(RecordedItems.policy("bg"));
        assertThat(both.withDefaultMinCount(3).schedulingPolicy()).isEqualTo(RecordedItems.policy("bg3"));
    }
}
