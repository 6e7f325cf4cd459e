package io.github.workload4j.gang.words;

import io.github.workload4j.gang.explain.SimilarLabel;

/** Labels that were probably meant, as a sentence each. */
public final class SimilarLabelText {

    private SimilarLabelText() {}

    static String of(SimilarLabel similar) {
        String value = similar.value();
        String asked = Style.printable(similar.key()) + (value == null ? "" : "=" + Style.value(value));
        String there = value == null
                ? Style.printable(similar.similar())
                : Style.printable(similar.key()) + "=" + Style.value(similar.similar());
        return "Instead of " + asked + ", " + Counted.of(similar.nodes(), "node")
                + (similar.nodes() == 1 ? " has " : " have ") + there + ": is that what is meant?";
    }
}
