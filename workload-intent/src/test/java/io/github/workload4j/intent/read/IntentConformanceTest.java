package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.IntentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is to be read of {@code input.yaml} is in {@code expected.yaml}; the keys are those of the README beside. */
class IntentConformanceTest {

    private static final Path CASES = Path.of("src/test/resources/intent");

    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void thereAreCases() throws IOException {
        assertThat(cases()).hasSize(32);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseReadsAsOnRecord(Path directory) throws IOException {
        PlainValue expected = ManifestReader.lenient()
                .read(Files.readAllBytes(directory.resolve("expected.yaml")))
                .get(0)
                .content()
                .orElseThrow();
        IntentReader reader = new IntentReader();
        List<Document> documents = ManifestReader.lenient().read(Files.readAllBytes(directory.resolve("input.yaml")));
        documents.forEach(reader::add);
        PlainValue object = expected.field("object");
        ReadingMode mode = text(expected.field("reading")).equals("unit") ? ReadingMode.UNIT : ReadingMode.DECLARED;

        Reading reading = reader.readings(mode, release(expected)).stream()
                .filter(each -> each.object().kind().equals(text(object.field("kind")))
                        && each.object().name().equals(text(object.field("name"))))
                .findFirst()
                .orElseThrow();

        assertThat(reading.faults()).isEmpty();
        assertThat(facts(reading)).isEqualTo(facts(expected));
    }

    private static KubernetesRelease release(PlainValue expected) {
        String release = text(expected.field("release"));
        return Arrays.stream(KubernetesRelease.values())
                .filter(each -> each.version().equals(release))
                .findFirst()
                .orElse(KubernetesRelease.V1_38);
    }

    /** A reading as the README says that readings are compared. */
    private static Map<String, Object> facts(Reading reading) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("suspended", reading.suspended());
        Map<String, Object> groups = new TreeMap<>();
        for (IntendedGroup group : reading.groups()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("parent", group.parent() == null ? "" : group.parent());
            values.put("policy", group.isGang() ? "gang" : "basic");
            values.put(
                    group.isComposite() ? "minGroupCount" : "minCount", group.minimum() == null ? 0 : group.minimum());
            values.put("instances", group.instances());
            values.put("phase", (long) group.phase());
            if (!group.isComposite()) {
                values.put("pods", group.pods());
                values.put("requests", group.requests());
                values.put(
                        "shapes",
                        group.shapes().stream()
                                .map(shape -> List.of(shape.role(), shape.pods(), shape.requests()))
                                .toList());
            }
            values.put("topologyKey", group.topologyKey() == null ? "" : group.topologyKey());
            DisruptionMode mode = group.disruptionMode();
            values.put("disruption", mode == null ? "" : mode.isAll() ? "all" : "single");
            values.put("priorityClassName", group.priorityClassName());
            groups.put(group.name(), values);
        }
        facts.put("groups", groups);
        facts.put(
                "losses",
                new TreeSet<>(reading.losses().stream()
                        .map(loss -> loss.where() + " " + loss.kind())
                        .toList()));
        facts.put(
                "lint",
                new TreeSet<>(reading.lint().stream()
                        .map(lint -> lint.code().word() + " " + (lint.group() == null ? "" : lint.group()))
                        .toList()));
        ReadingLoss error = reading.error();
        facts.put("error", error == null ? "" : error.where() + " " + error.kind());
        return facts;
    }

    private static Map<String, Object> facts(PlainValue expected) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("suspended", expected.field("suspended").truth().orElse(false));
        Map<String, Object> groups = new TreeMap<>();
        for (PlainValue group : expected.field("groups").items()) {
            Map<String, Object> values = new LinkedHashMap<>();
            boolean isComposite = group.field("minGroupCount").isThere();
            String minimum = isComposite ? "minGroupCount" : "minCount";
            values.put("parent", text(group.field("parent")));
            values.put("policy", text(group.field("policy")));
            values.put(minimum, number(group.field(minimum), 0));
            values.put("instances", number(group.field("instances"), 1));
            values.put("phase", number(group.field("phase"), 0));
            if (!isComposite) {
                values.put("pods", number(group.field("pods"), 0));
                values.put("requests", requests(group));
                List<Object> shapes = new ArrayList<>();
                for (PlainValue shape : group.field("shapes").items()) {
                    shapes.add(List.of(text(shape.field("role")), number(shape.field("pods"), 0), requests(shape)));
                }
                values.put("shapes", shapes);
            }
            values.put("topologyKey", text(group.field("topologyKey")));
            values.put("disruption", text(group.field("disruption")));
            values.put("priorityClassName", text(group.field("priorityClassName")));
            groups.put(text(group.field("name")), values);
        }
        facts.put("groups", groups);
        facts.put(
                "losses",
                new TreeSet<>(expected.field("losses").items().stream()
                        .map(loss -> text(loss.field("path")) + " " + text(loss.field("loss")))
                        .toList()));
        facts.put(
                "lint",
                new TreeSet<>(expected.field("lint").items().stream()
                        .map(lint -> text(lint.field("code")) + " " + text(lint.field("group")))
                        .toList()));
        PlainValue error = expected.field("error");
        facts.put("error", error.isThere() ? text(error.field("path")) + " " + text(error.field("loss")) : "");
        return facts;
    }

    private static Map<String, Quantity> requests(PlainValue of) {
        Map<String, Quantity> requests = new LinkedHashMap<>();
        of.field("requests").keys().forEach((resource, amount) -> requests.put(resource, Quantity.parse(text(amount))));
        return requests;
    }

    private static String text(PlainValue value) {
        return value.text().orElse("");
    }

    private static long number(PlainValue value, long absent) {
        return value.whole().orElse(absent);
    }
}
