package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.Unmodelled;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.replay.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a faithful and exact answer about pods with volumes is, scenario by scenario. */
class VolumesConformanceTest {

    /** Scenarios that do not agree yet. The list only ever gets shorter. */
    private static final List<String> OPEN = List.of();

    @Test
    void agreesWithEveryScenarioButTheOpenOnes() {
        Map<String, String> disagreements = new TreeMap<>();
        for (Scenario scenario : Scenario.all("volumes")) {
            String disagreement = disagreement(scenario);
            if (!disagreement.isEmpty()) {
                disagreements.put(scenario.name(), disagreement);
            }
        }
        if (!OPEN.isEmpty()) {
            System.out.println(OPEN.size() + " scenarios with volumes still open: " + OPEN);
        }
        assertThat(disagreements.keySet()).as("%s", disagreements).containsExactlyElementsOf(OPEN);
    }

    private static String disagreement(Scenario scenario) {
        Verdict verdict = Feasibility.answer(scenario.snapshot(), scenario.groups(), scenario.group(), Budget.DEFAULT);
        if (!verdict.word().equals(scenario.expected("verdict", ""))) {
            return verdict + "";
        }
        if (!(verdict instanceof Verdict.Feasible feasible)) {
            return "";
        }
        List<String> wrong = new ArrayList<>();
        int most = scenario.expected("maxPlaceable", -1);
        if (feasible.placed() != most || !feasible.isMaximal()) {
            wrong.add(feasible.placed() + " placed, at most " + feasible.atMost());
        }
        List<String> words = feasible.about().unmodelled().stream()
                .map(Unmodelled::what)
                .map(Unmodelled.What::code)
                .toList();
        String word = scenario.expected("dependsOn", "");
        if (!words.containsAll(word.isEmpty() ? List.of() : List.of(word)) || word.isEmpty() && !words.isEmpty()) {
            wrong.add("depends on " + words);
        }
        Replay.of(scenario.nodes(), scenario.pods(), scenario.objects())
                .withStorage(scenario.snapshot().storage())
                .objections(feasible)
                .forEach(objection -> wrong.add(objection.toString()));
        return String.join("; ", wrong);
    }
}
