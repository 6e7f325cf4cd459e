package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Questions from public reports get the right answers, except those in the list of open ones, which may only shrink.
 */
class FieldSituationsTest {

    /** Expectations that are not met yet, and why. */
    private static final SortedMap<String, String> OPEN = Collections.unmodifiableSortedMap(new TreeMap<>());

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
