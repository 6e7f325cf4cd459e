package io.github.workload4j.cli.growth;

import static io.github.workload4j.cli.growth.Growth.lines;

import io.github.workload4j.cli.growth.Growth.Dimension;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How {@code validate --lint} grows with each dimension of a manifest. */
class ManifestGrowthLongRun {

    private static final String HEAD =
            "apiVersion: scheduling.k8s.io/v1beta1\nkind: PodGroup\nmetadata:\n  name: g\n  namespace: d\n";
    private static final String SPEC =
            "spec:\n  schedulingPolicy: {gang: {minCount: 1}}\n  disruptionMode: {all: {}}\n";
    private static final String BAD_ITEM = "{\"apiVersion\":\"scheduling.k8s.io/v1beta1\",\"kind\":\"PodGroup\","
            + "\"metadata\":{\"name\":\"G\"},\"spec\":{\"schedulingPolicy\":{\"gang\":{\"minCount\":1}}}}";

    static List<Dimension> dimensions() {
        return List.of(
                new Dimension("documents", 2_000, n -> ("---\n" + HEAD + SPEC).repeat(n)),
                new Dimension("documents with a fault", 2_000, n -> ("---\n" + HEAD + "spec: {}\n").repeat(n)),
                new Dimension("labels", 3_125, n -> HEAD + "  labels:\n" + lines(n, "    l#: v\n") + SPEC),
                new Dimension(
                        "faults of one object", 3_125, n -> HEAD + "  labels:\n" + lines(n, "    l#: _\n") + SPEC),
                new Dimension(
                        "faults on one line", 3_125, n -> HEAD + "  labels: {" + lines(n, "l#: _, ") + "}\n" + SPEC),
                new Dimension("annotations", 3_125, n -> HEAD + "  annotations:\n" + lines(n, "    l#: v\n") + SPEC),
                new Dimension("unknown fields", 3_125, n -> HEAD + SPEC + lines(n, "  f#: 1\n")),
                new Dimension(
                        "unknown fields, twice",
                        3_125,
                        n -> HEAD + SPEC + lines(n, "  f#: 1\n") + lines(n, "  f#: 1\n")),
                new Dimension(
                        "warnings of one object",
                        3_125,
                        n -> "apiVersion: v1\nkind: Node\nmetadata: {name: n}\n---\n" + HEAD + SPEC
                                + "  schedulingConstraints:\n    topology:\n" + lines(n, "    - {key: k#}\n")),
                new Dimension(
                        "ownerReferences",
                        3_125,
                        n -> HEAD + "  ownerReferences:\n"
                                + lines(n, "  - {apiVersion: v1, kind: Pod, name: p, uid: u#}\n") + SPEC),
                new Dimension(
                        "templates",
                        3_125,
                        n -> HEAD.replace("PodGroup", "Workload") + "spec:\n  podGroupTemplates:\n"
                                + lines(n, "  - {name: t#, schedulingPolicy: {basic: {}}}\n")),
                new Dimension(
                        "items of a List with a fault each",
                        3_125,
                        n -> "apiVersion: v1\nkind: List\nitems:\n" + ("- " + BAD_ITEM + "\n").repeat(n)),
                new Dimension(
                        "items with a fault, JSON on one line",
                        3_125,
                        n -> "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[" + (BAD_ITEM + ",").repeat(n - 1)
                                + BAD_ITEM + "]}"),
                new Dimension("open brackets", 2_000, "["::repeat, "10,000 deep"),
                new Dimension(
                        "nested lists",
                        500,
                        n -> HEAD + SPEC + "  x: " + "[".repeat(n) + "]".repeat(n) + "\n",
                        "10,000 deep"),
                new Dimension("nested blocks", 60, n -> HEAD + "spec:\n" + nested(n), "10,000 deep"),
                new Dimension("anchors", 3_125, n -> HEAD + "  labels:\n" + lines(n, "    l#: &a# v\n") + SPEC),
                new Dimension(
                        "aliases",
                        3_125,
                        n -> HEAD + "  labels:\n    a: &a v\n" + lines(n, "    l#: *a\n") + SPEC,
                        "a million values"),
                new Dimension(
                        "quoted texts with emoji",
                        3_125,
                        n -> HEAD + "  annotations:\n    x: &a v\n" + lines(n, "    l#: \"\ud83d\ude80\"\n") + SPEC));
    }

    @ParameterizedTest
    @MethodSource("dimensions")
    void costGrowsAsSizeDoes(Dimension dimension) {
        Growth.assertInProportion(dimension, "validate", "--lint", "-o", "json", "-f", "-");
    }

    private static String nested(int depth) {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= depth; i++) {
            lines.append(" ".repeat(i)).append("a:\n");
        }
        return lines.toString();
    }
}
