package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.policy.lint.Lints;
import io.github.workload4j.policy.rule.ManifestRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How the time to read, judge, lint and locate grows with each dimension of a manifest: doubled four times, and printed
 * as a row of the table in {@code docs/testing.md}.
 */
class GrowthLongRun {

    private static final String HEAD =
            "apiVersion: scheduling.k8s.io/v1beta1\nkind: PodGroup\nmetadata:\n  name: g\n  namespace: d\n";
    private static final String SPEC =
            "spec:\n  schedulingPolicy: {gang: {minCount: 1}}\n  disruptionMode: {all: {}}\n";
    private static final String BAD_ITEM = "{\"apiVersion\":\"scheduling.k8s.io/v1beta1\",\"kind\":\"PodGroup\","
            + "\"metadata\":{\"name\":\"G\"},\"spec\":{\"schedulingPolicy\":{\"gang\":{\"minCount\":1}}}}";
    private static final int DOUBLINGS = 4;

    /** Below this, a measurement is noise. */
    private static final long SMALLEST_MILLIS = 20;

    enum Dimension {
        DOCUMENTS("documents", 2_000, n -> ("---\n" + HEAD + SPEC).repeat(n)),
        DOCUMENTS_WITH_A_FAULT("documents with a fault", 2_000, n -> ("---\n" + HEAD + "spec: {}\n").repeat(n)),
        LABELS("labels", 3_125, n -> HEAD + "  labels:\n" + lines(n, "    l%d: v\n") + SPEC),
        FAULTS("faults of one object", 3_125, n -> HEAD + "  labels:\n" + lines(n, "    l%d: _\n") + SPEC),
        FAULTS_ON_A_LINE("faults on one line", 3_125, n -> HEAD + "  labels: {" + lines(n, "l%d: _, ") + "}\n" + SPEC),
        ANNOTATIONS("annotations", 3_125, n -> HEAD + "  annotations:\n" + lines(n, "    l%d: v\n") + SPEC),
        UNKNOWN_FIELDS("unknown fields", 3_125, n -> HEAD + SPEC + lines(n, "  f%d: 1\n")),
        DUPLICATE_FIELDS(
                "unknown fields, twice", 3_125, n -> HEAD + SPEC + lines(n, "  f%d: 1\n") + lines(n, "  f%d: 1\n")),
        OWNERS(
                "ownerReferences",
                3_125,
                n -> HEAD + "  ownerReferences:\n" + lines(n, "  - {apiVersion: v1, kind: Pod, name: p, uid: u%d}\n")
                        + SPEC),
        TEMPLATES(
                "templates",
                3_125,
                n -> HEAD.replace("PodGroup", "Workload") + "spec:\n  podGroupTemplates:\n"
                        + lines(n, "  - {name: t%d, schedulingPolicy: {basic: {}}}\n")),
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
        ANCHORS("anchors", 3_125, n -> HEAD + "  labels:\n" + lines(n, "    l%d: &a%<d v\n") + SPEC),
        ALIASES("aliases", 3_125, n -> HEAD + "  labels:\n    a: &a v\n" + lines(n, "    l%d: *a\n") + SPEC),
        EMOJI(
                "quoted texts with emoji",
                3_125,
                n -> HEAD + "  annotations:\n    x: &a v\n" + lines(n, "    l%d: \"\ud83d\ude80\"\n") + SPEC);

        private final String words;
        private final int smallest;
        private final IntFunction<String> text;

        Dimension(String words, int smallest, IntFunction<String> text) {
            this.words = words;
            this.smallest = smallest;
            this.text = text;
        }

        private static String lines(int count, String line) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < count; i++) {
                lines.append(String.format(line, i));
            }
            return lines.toString();
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
    void timeGrowsAsSizeDoes(Dimension dimension) throws IOException {
        millis(dimension.text.apply(100));
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i <= DOUBLINGS; i++) {
            millis.add(millis(dimension.text.apply(dimension.smallest << i)));
        }
        StringBuilder row = new StringBuilder("| " + dimension.words + " | " + dimension.smallest);
        millis.forEach(each -> row.append(" | ").append(each));
        System.out.println(row.append(" |"));
        long first = Math.max(SMALLEST_MILLIS, millis.get(0));
        assertThat(millis.get(DOUBLINGS)).isLessThan(4 * first << DOUBLINGS);
    }

    /** {@return the time of everything that {@code validate --lint} does with a text} */
    private static long millis(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        List<Document> documents = new ArrayList<>();
        ManifestReader.strict().read(new ByteArrayInputStream(bytes), document -> {
            documents.add(document);
            if (document instanceof Decoded decoded) {
                ManifestRules.standard()
                        .checkCreate(decoded.object())
                        .forEach(violation -> document.locate(violation.path())
                                .ifPresent(at -> document.sourceLine(at.line(), at.column(), 100)));
            } else if (document instanceof Undecodable undecodable) {
                undecodable
                        .faults()
                        .forEach(fault -> document.sourceLine(
                                fault.position().line(), fault.position().column(), 100));
            }
        });
        Lints.check(documents.stream()
                .filter(Decoded.class::isInstance)
                .map(document -> ((Decoded) document).object())
                .toList());
        return (System.nanoTime() - start) / 1_000_000;
    }
}
