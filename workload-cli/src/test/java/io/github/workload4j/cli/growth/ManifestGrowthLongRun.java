package io.github.workload4j.cli.growth;

import static io.github.workload4j.cli.growth.Growth.lines;

import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How {@code validate --lint} grows with each dimension of a manifest. */
class ManifestGrowthLongRun {

    private static final String HEAD =
            "apiVersion: scheduling.k8s.io/v1beta1\nkind: PodGroup\nmetadata:\n  name: g\n  namespace: d\n";
    private static final String SPEC =
            "spec:\n  schedulingPolicy: {gang: {minCount: 1}}\n  disruptionMode: {all: {}}\n";
    private static final String BAD_ITEM = "{\"apiVersion\":\"scheduling.k8s.io/v1beta1\",\"kind\":\"PodGroup\","
            + "\"metadata\":{\"name\":\"G\"},\"spec\":{\"schedulingPolicy\":{\"gang\":{\"minCount\":1}}}}";

    enum Dimension {
        DOCUMENTS("documents", 2_000, n -> ("---\n" + HEAD + SPEC).repeat(n)),
        DOCUMENTS_WITH_A_FAULT("documents with a fault", 2_000, n -> ("---\n" + HEAD + "spec: {}\n").repeat(n)),
        LABELS("labels", 3_125, n -> HEAD + "  labels:\n" + lines(n, "    l#: v\n") + SPEC),
        FAULTS("faults of one object", 3_125, n -> HEAD + "  labels:\n" + lines(n, "    l#: _\n") + SPEC),
        FAULTS_ON_A_LINE("faults on one line", 3_125, n -> HEAD + "  labels: {" + lines(n, "l#: _, ") + "}\n" + SPEC),
        ANNOTATIONS("annotations", 3_125, n -> HEAD + "  annotations:\n" + lines(n, "    l#: v\n") + SPEC),
        UNKNOWN_FIELDS("unknown fields", 3_125, n -> HEAD + SPEC + lines(n, "  f#: 1\n")),
        DUPLICATE_FIELDS(
                "unknown fields, twice", 3_125, n -> HEAD + SPEC + lines(n, "  f#: 1\n") + lines(n, "  f#: 1\n")),
        OWNERS(
                "ownerReferences",
                3_125,
                n -> HEAD + "  ownerReferences:\n" + lines(n, "  - {apiVersion: v1, kind: Pod, name: p, uid: u#}\n")
                        + SPEC),
        TEMPLATES(
                "templates",
                3_125,
                n -> HEAD.replace("PodGroup", "Workload") + "spec:\n  podGroupTemplates:\n"
                        + lines(n, "  - {name: t#, schedulingPolicy: {basic: {}}}\n")),
        ITEMS_WITH_A_FAULT(
                "items of a List with a fault each",
                3_125,
                n -> "apiVersion: v1\nkind: List\nitems:\n" + ("- " + BAD_ITEM + "\n").repeat(n)),
        ITEMS_ON_A_LINE(
                "items with a fault, JSON on one line",
                3_125,
                n -> "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[" + (BAD_ITEM + ",").repeat(n - 1) + BAD_ITEM
                        + "]}"),
        BRACKETS("open brackets", 2_000, "["::repeat),
        DEPTH("nested lists", 500, n -> HEAD + SPEC + "  x: " + "[".repeat(n) + "]".repeat(n) + "\n"),
        BLOCK_DEPTH("nested blocks", 60, n -> HEAD + "spec:\n" + nested(n)),
        ANCHORS("anchors", 3_125, n -> HEAD + "  labels:\n" + lines(n, "    l#: &a# v\n") + SPEC),
        ALIASES("aliases", 3_125, n -> HEAD + "  labels:\n    a: &a v\n" + lines(n, "    l#: *a\n") + SPEC),
        EMOJI(
                "quoted texts with emoji",
                3_125,
                n -> HEAD + "  annotations:\n    x: &a v\n" + lines(n, "    l#: \"\ud83d\ude80\"\n") + SPEC);

        private final String words;
        private final int smallest;
        private final IntFunction<String> text;

        Dimension(String words, int smallest, IntFunction<String> text) {
            this.words = words;
            this.smallest = smallest;
            this.text = text;
        }

        private static String nested(int depth) {
            StringBuilder lines = new StringBuilder();
            for (int i = 1; i <= depth; i++) {
                lines.append(" ".repeat(i)).append("a:\n");
            }
            return lines.toString();
        }
    }

    @ParameterizedTest
    @EnumSource
    void costGrowsAsSizeDoes(Dimension dimension) {
        Growth.assertInProportion(
                dimension.words, dimension.smallest, dimension.text, "validate", "--lint", "-o", "json", "-f", "-");
    }
}
