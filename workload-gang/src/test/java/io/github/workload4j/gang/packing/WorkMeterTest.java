package io.github.workload4j.gang.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkMeterTest {

    @Test
    void whatAPartSpendsIsSpentOfTheWhole() {
        WorkMeter whole = Budget.steps(100).meter();
        WorkMeter part = whole.part(4);
        assertThat(part.left()).isEqualTo(25);
        part.spend(20);
        assertThat(whole.spent()).isEqualTo(20);
        assertThat(part.trySpend(6)).isFalse();
        assertThat(part.stopped()).isEqualTo(StopReason.STEPS);
        assertThat(whole.isOver()).isFalse();
        assertThat(whole.left()).isEqualTo(74);
    }

    @Test
    void allButOnePartLeavesThatPart() {
        WorkMeter whole = Budget.steps(160).meter();
        assertThat(whole.allBut(16).trySpend(151)).isFalse();
        assertThat(whole.isOver()).isFalse();
        assertThat(whole.left()).isEqualTo(9);
    }

    @Test
    void aPartEndsWithTheWhole() {
        WorkMeter whole = Budget.steps(100).meter();
        WorkMeter part = whole.part(1);
        whole.spend(90);
        assertThat(part.left()).isEqualTo(10);
        assertThatThrownBy(() -> part.spend(11))
                .isInstanceOfSatisfying(
                        WorkMeter.Stopped.class,
                        stopped -> assertThat(stopped.reason()).isEqualTo(StopReason.STEPS));
        assertThat(whole.isOver()).isTrue();
    }

    @Test
    void aPartOfTheStepsHasAllTheTime() {
        AtomicLong now = new AtomicLong();
        WorkMeter whole = WorkMeter.of(new Budget(100_000, Duration.ofSeconds(8)), now::get);
        WorkMeter tenth = whole.steps(10);
        now.set(Duration.ofSeconds(7).toNanos());
        assertThat(tenth.isOver()).isFalse();
        assertThat(tenth.isHalfSpent()).isFalse();
        assertThat(tenth.trySpend(10_000)).isTrue();
        assertThat(tenth.trySpend(1)).isFalse();
        assertThat(tenth.stopped()).isEqualTo(StopReason.STEPS);
        WorkMeter ninth = whole.steps(9);
        now.set(Duration.ofSeconds(8).toNanos());
        assertThat(ninth.isOver()).isTrue();
        assertThat(ninth.stopped()).isEqualTo(StopReason.TIME);
    }

    @Test
    void aPartHasItsShareOfTheTime() {
        AtomicLong now = new AtomicLong();
        WorkMeter whole = WorkMeter.of(new Budget(Long.MAX_VALUE, Duration.ofSeconds(8)), now::get);
        now.set(Duration.ofSeconds(4).toNanos());
        WorkMeter half = whole.part(2);
        now.set(Duration.ofSeconds(6).toNanos());
        assertThat(half.isOver()).isTrue();
        assertThat(half.stopped()).isEqualTo(StopReason.TIME);
        assertThat(whole.isOver()).isFalse();
        now.set(Duration.ofSeconds(8).toNanos());
        assertThat(whole.isOver()).isTrue();
    }

    @Test
    void theClockIsNotLookedAtWithoutATime() {
        WorkMeter meter = WorkMeter.of(Budget.steps(1_000_000), () -> {
            throw new AssertionError("looked at the clock");
        });
        meter.part(3).spend(100_000);
        assertThat(meter.isOver()).isFalse();
    }

    @Test
    void onceOverAMeterStaysOver() {
        WorkMeter meter = Budget.steps(10).meter();
        assertThat(meter.trySpend(11)).isFalse();
        assertThat(meter.trySpend(0)).isFalse();
        assertThat(meter.spent()).isEqualTo(10);
    }

    @Test
    void memoryIsThatOfTheWhole() {
        WorkMeter whole = Budget.DEFAULT.meter();
        whole.part(2).hold(WorkMeter.MEMORY);
        assertThat(whole.tryHold(1)).isFalse();
        assertThatThrownBy(() -> whole.part(3).hold(1))
                .isInstanceOfSatisfying(
                        WorkMeter.Stopped.class,
                        stopped -> assertThat(stopped.reason()).isEqualTo(StopReason.MEMORY));
        whole.release(1);
        assertThat(whole.part(5).tryHold(1)).isTrue();
    }

    @Test
    void aTimeBeyondAllClocksIsATime() {
        assertThat(new Budget(10, Duration.ofSeconds(Long.MAX_VALUE)).meter().isOver())
                .isFalse();
    }
}
