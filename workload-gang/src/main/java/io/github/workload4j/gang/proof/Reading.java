package io.github.workload4j.gang.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Certificates in a sentence, for people. */
final class Reading {

    private Reading() {}

    /** What the points of a leaf say, given what they came to. */
    static String of(Weights weights, long mostOfANode, long held, long need) {
        List<String> worth = new ArrayList<>();
        for (int j = 0; j < weights.points().size(); j++) {
            if (weights.points().get(j) > 0) {
                worth.add("class " + j + " " + weights.points().get(j));
            }
        }
        String points = worth.size() == 1 && weights.points().contains(1L)
                ? "counting the pods of " + worth.get(0).replaceFirst(" 1$", "")
                : "with points for each pod (" + String.join(", ", worth) + ")";
        return String.format(
                Locale.ROOT,
                "%s, no node can give more than %,d and all nodes together not more than %,d; %,d are needed",
                points,
                mostOfANode,
                held,
                need);
    }
}
