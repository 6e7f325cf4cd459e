package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        Greedy greedy = Greedy.cycle(scenario.snapshot(), scenario.groups(), scenario.group());
        int most = scenario.expected("maxPlaceable", 0);
        String did = greedy.placement().isEmpty() ? "fail" : greedy.placement().size() < most ? "partial" : "full";
        assertThat(heuristics.get(did)).contains("listed/leastAllocated");
    }
}
