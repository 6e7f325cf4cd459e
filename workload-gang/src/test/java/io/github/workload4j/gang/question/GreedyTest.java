package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documented cycle does what the scenarios say of taking the pods as listed and the node allocated least. */
class GreedyTest {

    static Stream<Scenario> scenarios() {
        return Scenario.all().stream()
                .filter(scenario -> scenario.expected("verdict", "").equals("feasible"))
                .filter(scenario -> scenario.expected().containsKey("sequentialHeuristics"));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void doesWhatTheListedOrderOnTheLeastAllocatedNodeDoes(Scenario scenario) {
        Map<String, List<String>> heuristics = scenario.expected("sequentialHeuristics", Map.of());
        Greedy greedy = Greedy.cycle(scenario.snapshot(), scenario.groups(), scenario.group(), Budget.DEFAULT);
        int most = scenario.expected("maxPlaceable", 0);
        String did = greedy.placement().isEmpty() ? "fail" : greedy.placement().size() < most ? "partial" : "full";
        assertThat(heuristics.get(did)).contains("listed/leastAllocated");
    }

    /** 100 pods, a core each, on 5,000 nodes: 1,251 steps for each pod. */
    private static GroupQuestion wide() {
        return TightGang.of(5_000, 4_000, Collections.nCopies(100, 1_000L), false);
    }

    @Test
    void cycleLooksAtTheClockForEveryPod() {
        AtomicLong looks = new AtomicLong();
        WorkMeter meter = WorkMeter.of(new Budget(Long.MAX_VALUE, Duration.ofNanos(50)), looks::getAndIncrement);
        assertThat(Greedy.of(wide(), meter).stopped()).contains(StopReason.TIME);
        assertThat(looks).hasValueLessThan(60);
    }

    @Test
    void cycleThatEndsInTheMiddleSaysSoAndPlacesNothing() {
        WorkMeter meter = Budget.steps(50 * 1_251).meter();
        Greedy greedy = Greedy.of(wide(), meter);
        assertThat(greedy.stopped()).contains(StopReason.STEPS);
        assertThat(greedy.placement()).isEmpty();
        assertThat(meter.left()).isZero();
        assertThat(Greedy.of(wide(), Budget.steps(100 * 1_251).meter()).placement())
                .hasSize(100);
    }
}
