package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.TightGang;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProbeTest {

    private final GroupQuestion two = TightGang.of(2, 4_000, List.of(3_000L, 3_000L), false);

    @Test
    void onceNothingIsLeftNoQuestionIsPut() {
        AtomicInteger put = new AtomicInteger();
        Probe probe = new Probe(two, Budget.steps(10).meter(), true);
        Verdict verdict = probe.ask(() -> {
            put.incrementAndGet();
            return two;
        });
        assertThat(verdict).isInstanceOf(Verdict.Undetermined.class);
        assertThat(put).hasValue(0);
        assertThat(probe.ranOut()).isTrue();
    }

    @Test
    void puttingAQuestionIsPaidFor() {
        GroupQuestion wide = TightGang.of(8_000, 4_000, List.of(3_000L, 3_000L), false);
        WorkMeter meter = Budget.steps(1_000_000).meter();
        Probe probe = new Probe(wide, meter, true);
        Verdict verdict = probe.ask(() -> wide);
        assertThat(verdict).isInstanceOf(Verdict.Feasible.class);
        assertThat(meter.spent() - verdict.steps()).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void podsThatComeAndGoArePaidFor() {
        WorkMeter meter = Budget.steps(10_000).meter();
        Probe probe = new Probe(two, meter, true);
        int changed = 0;
        while (probe.mayChange(1)) {
            changed++;
        }
        assertThat(changed).isEqualTo(20);
        assertThat(probe.ranOut()).isTrue();
        assertThat(probe.isAllDecided()).isFalse();
    }
}
