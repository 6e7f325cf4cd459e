package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.replay.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a faithful and exact answer is, scenario by scenario. */
class SchedulingConformanceTest {

    static Stream<Scenario> scenarios() {
        return Scenario.all().stream();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void agreesWithTheScenario(Scenario scenario) {
        Verdict verdict = Feasibility.answer(scenario.snapshot(), scenario.groups(), scenario.group(), Budget.DEFAULT);
        List<String> accepted = new ArrayList<>(scenario.expected("alsoAccept", List.<String>of()));
        accepted.add(scenario.expected("verdict", ""));
        assertThat(accepted).contains(verdict.word());
        if (!verdict.word().equals(scenario.expected("verdict", ""))) {
            return;
        }
        String reason = scenario.expected("reason", "");
        assertThat(verdict.reason().map(Reason::code).orElse("")).isEqualTo(reason);
        if (verdict instanceof Verdict.Feasible feasible) {
            assertPlacement(scenario, feasible);
        }
    }

    private static void assertPlacement(Scenario scenario, Verdict.Feasible feasible) {
        assertThat(feasible.placed()).isEqualTo(scenario.expected("maxPlaceable", -1));
        assertThat(feasible.isMaximal()).isTrue();
        assertThat(Replay.of(scenario.nodes(), scenario.pods(), scenario.objects())
                        .objections(feasible))
                .isEmpty();
        Map<String, Integer> perNode = new TreeMap<>();
        Map<String, String> nodeOf = new TreeMap<>();
        for (Assignment assignment : feasible.placement()) {
            perNode.merge(assignment.node(), 1, Integer::sum);
            nodeOf.put(assignment.pod(), assignment.node());
        }
        Map<String, Integer> forced = scenario.expected("forcedPodsPerNode", Map.of());
        if (!forced.isEmpty()) {
            assertThat(perNode).isEqualTo(forced);
        }
        assertThat(nodeOf).containsAllEntriesOf(scenario.expected("forcedAssignments", Map.<String, String>of()));
        Map<String, List<String>> domains = scenario.expected("allowedDomains", Map.of());
        GroupQuestion question = GroupQuestion.of(scenario.snapshot(), scenario.groups(), scenario.group())
                .orElseThrow();
        question.groups().stream().filter(level -> level.topologyKey() != null).forEach(level -> {
            List<String> allowed = domains.getOrDefault(
                    level.group().name(), domains.get(level.group().podGroup()));
            if (allowed != null) {
                assertThat(question.domainsThatFit(level.group(), Budget.DEFAULT.meter())
                                .values())
                        .containsExactlyInAnyOrderElementsOf(allowed);
            }
        });
        domains.forEach((group, allowed) -> assertThat(feasible.domains())
                .filteredOn(domain -> domain.group().name().equals(group)
                        || domain.group().podGroup().equals(group))
                .hasSize(1)
                .allMatch(domain -> allowed.contains(domain.value())));
    }
}
