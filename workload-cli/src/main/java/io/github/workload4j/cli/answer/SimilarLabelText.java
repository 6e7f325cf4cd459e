package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.screen.Counted;
import io.github.workload4j.cli.screen.Style;
import io.github.workload4j.gang.explain.SimilarLabel;

/** Labels that were probably meant, as a sentence each. */
final class SimilarLabelText {

    private SimilarLabelText() {}

    static String of(SimilarLabel similar) {
        String value = similar.value();
        String asked = similar.key() + (value == null ? "" : "=" + value);
        String there = value == null ? similar.similar() : similar.key() + "=" + similar.similar();
        return "Instead of " + Style.printable(asked) + ", " + Counted.of(similar.nodes(), "node")
                + (similar.nodes() == 1 ? " has " : " have ") + Style.printable(there) + ": is that what is meant?";
    }
}
