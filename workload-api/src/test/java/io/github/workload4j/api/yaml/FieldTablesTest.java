package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Every field of every kind in every version is read, written and read again: a forgotten one fails by name. */
class FieldTablesTest {

    record Field(String apiVersion, String kind, String path, String type) {
        @Override
        public String toString() {
            return apiVersion + " " + kind + " " + path;
        }

        Object sample() {
            return switch (type) {
                case "string" -> "some-text";
                case "int32" -> 7;
                case "int64" -> 7_000_000_000L;
                case "bool" -> true;
                case "object" -> Map.of();
                case "time" -> "2026-01-02T03:04:05Z";
                case "quantity" -> "1500m";
                default -> throw new IllegalArgumentException(type);
            };
        }
    }

    static Stream<Field> fields() throws IOException {
        List<Field> fields = new ArrayList<>();
        try (InputStream in = FieldTablesTest.class.getResourceAsStream("/fields/fields.txt")) {
            String[] section = {};
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("## ")) {
                    section = line.substring(3).split(" ");
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    String[] words = line.split(" ");
                    fields.add(new Field(section[0], section[1], words[0], words[1]));
                }
            }
        }
        assertThat(fields).hasSizeGreaterThan(700);
        return fields.stream();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyFieldIsReadWrittenAndReadAgain(Field field) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("apiVersion", field.apiVersion);
        manifest.put("kind", field.kind);
        put(manifest, List.of(field.path.split("\\.")), field.sample());
        Decoded decoded = read(new Yaml().dump(manifest));
        for (ManifestWriter writer : List.of(ManifestWriter.yaml(), ManifestWriter.json())) {
            String text = writer.write(decoded.object());
            Object tree = new Yaml().load(text);
            assertThat(get(tree, List.of(field.path.split("\\.")))).as(text).isEqualTo(field.sample());
            assertThat(read(text).object()).isEqualTo(decoded.object());
        }
    }

    private static Decoded read(String text) {
        List<Document> documents = ManifestReader.strict().read(text);
        assertThat(documents).hasSize(1);
        assertThat(documents.get(0)).isInstanceOf(Decoded.class);
        return (Decoded) documents.get(0);
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> parent, List<String> steps, Object sample) {
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        String name = step.equals("{}") ? "some-key" : step.replace("[]", "");
        Object value = rest.isEmpty() ? sample : new LinkedHashMap<String, Object>();
        if (!rest.isEmpty()) {
            put((Map<String, Object>) value, rest, sample);
        }
        parent.put(name, step.endsWith("[]") ? List.of(value) : value);
    }

    private static Object get(Object tree, List<String> steps) {
        Object at = tree;
        for (String step : steps) {
            at = ((Map<?, ?>) at).get(step.equals("{}") ? "some-key" : step.replace("[]", ""));
            if (at == null) {
                return "nothing at " + step;
            }
            at = step.endsWith("[]") ? ((List<?>) at).get(0) : at;
        }
        return at;
    }
}
