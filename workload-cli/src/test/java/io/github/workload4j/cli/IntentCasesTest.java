package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.PlainValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code workload groups -o json} gives the readings of the cases of {@code workload-intent}. */
class IntentCasesTest {

    private static final Path CASES = Path.of("../workload-intent/src/test/resources/intent");

    /** What the cases do not state, or state for people. */
    private static final Set<String> ASIDE =
            Set.of("id", "title", "note", "object", "release", "what", "line", "column", "file", "finished", "faults");

    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCommandGivesTheReading(Path directory) throws IOException {
        PlainValue expected = content(Files.readString(directory.resolve("expected.yaml")));
        String reading = text(expected.field("reading"));

        Run run = Run.of(
                "groups",
                "-o",
                "json",
                "--reading",
                reading,
                "-f",
                directory.resolve("input.yaml").toString());

        assertThat(run.err()).isEmpty();
        PlainValue object = expected.field("object");
        PlainValue found = content(run.out()).field("readings").items().stream()
                .filter(each -> text(each.field("object").field("kind")).equals(text(object.field("kind")))
                        && text(each.field("object").field("name")).equals(text(object.field("name"))))
                .findFirst()
                .orElseThrow();
        assertThat(normal("", found)).isEqualTo(normal("", expected));
    }

    private static PlainValue content(String text) {
        return ManifestReader.lenient().read(text).get(0).content().orElseThrow();
    }

    /** A value without what is not compared: lists as sets, quantities by value, what is empty or false not at all. */
    private static Object normal(String name, PlainValue value) {
        switch (value.type()) {
            case OBJECT -> {
                Map<String, Object> fields = new TreeMap<>();
                value.keys().forEach((field, each) -> {
                    Object normal =
                            ASIDE.contains(field) ? "" : normal(name.equals("requests") ? "amount" : field, each);
                    if (!Set.of("", "false", "[]").contains(normal.toString())) {
                        fields.put(field, normal);
                    }
                });
                return fields;
            }
            case LIST -> {
                Set<String> items = new TreeSet<>();
                value.items().forEach(item -> items.add(normal("", item).toString()));
                return items;
            }
            default -> {
                String text = value.text().orElse("");
                String number = value.whole().map(String::valueOf).orElse("");
                String truth = value.truth().map(String::valueOf).orElse("");
                return name.equals("amount")
                        ? Quantity.parse(text).amount().stripTrailingZeros().toPlainString()
                        : text + number + truth;
            }
        }
    }

    private static String text(PlainValue value) {
        return value.text().orElse("");
    }
}
