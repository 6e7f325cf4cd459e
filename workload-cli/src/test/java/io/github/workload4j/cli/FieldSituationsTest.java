package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Questions from public reports get the right answers, except those in the list of open ones, which may only shrink.
 */
class FieldSituationsTest {

    private static final String SPREAD = "spread constraints over pods of two sizes are not proved yet";
    private static final String STEPS =
            "spread constraints over pods of two sizes take more than " + FieldSituation.STEPS + " steps";
    private static final String EXCLUSIVE = "exclusive placement over domains wider than a node is not proved yet";

    /** Expectations that are not met yet, and why. */
    private static final SortedMap<String, String> OPEN = Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
            Map.entry("54-exclusive-slack-06-too-many verdict", EXCLUSIVE),
            Map.entry("58c-small-zone-two-sizes verdict", SPREAD),
            Map.entry("59g-small-zone-seven-nodes-fits verdict", STEPS))));

    @Test
    void allAgreeButThoseKnownToBeOpen() {
        List<String> disagree = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<String> agreeNow = new ArrayList<>(OPEN.keySet());
        for (FieldSituation situation : FieldSituation.all()) {
            situation.disagreements().forEach((name, wrong) -> {
                String what = name + ": " + String.join("; ", wrong);
                if (!wrong.isEmpty() && OPEN.containsKey(name)) {
                    open.add(what + " (" + OPEN.get(name) + ")");
                    agreeNow.remove(name);
                } else if (!wrong.isEmpty()) {
                    disagree.add(what);
                }
            });
        }
        System.out.println("Open: " + String.join("\n      ", open));
        assertThat(disagree).isEmpty();
        assertThat(agreeNow).as("no longer open").isEmpty();
    }
}
