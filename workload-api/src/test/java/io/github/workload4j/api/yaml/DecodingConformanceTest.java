package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What the reference strict decoder does with each input, case by case. */
class DecodingConformanceTest {

    private static final String CASES = "/conformance/decoding/";

    record Case(String file, List<Map<String, Object>> documents) {
        @Override
        public String toString() {
            return file;
        }
    }

    @SuppressWarnings("unchecked")
    static Stream<Case> cases() throws IOException {
        try (InputStream in = DecodingConformanceTest.class.getResourceAsStream(CASES + "verdicts.yml")) {
            Map<String, Object> root = new Yaml().load(in);
            return ((List<Map<String, Object>>) root.get("cases"))
                    .stream().map(c -> new Case((String) c.get("file"), (List<Map<String, Object>>) c.get("documents")));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheReferenceDecoder(Case c) throws IOException {
        List<Document> documents = ManifestReader.strict().read(bytes(c.file));
        assertThat(documents.stream().map(DecodingConformanceTest::verdict))
                .containsExactlyElementsOf(c.documents.stream().map(DecodingConformanceTest::expected).toList());
        for (int i = 0; i < documents.size(); i++) {
            assertThat(documents.get(i).index()).isEqualTo(i);
            if (documents.get(i) instanceof Undecodable undecodable) {
                assertPaths(c.documents.get(i), undecodable);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void assertPaths(Map<String, Object> expected, Undecodable undecodable) {
        for (String path : (List<String>) expected.getOrDefault("paths", List.of())) {
            boolean indexed = path.contains("[");
            List<String> ours = undecodable.faults().stream()
                    .map(fault -> fault.path().toString())
                    .map(text -> indexed ? text : text.replaceAll("\\[\\d+\\]", ""))
                    .toList();
            if (path.startsWith("key ")) {
                String key = path.substring(4);
                assertThat(ours).anyMatch(text -> text.equals(key) || text.endsWith("." + key) || text.endsWith("[" + key + "]"));
            } else {
                assertThat(ours).anyMatch(text -> text.equals(path) || text.startsWith(path + "["));
            }
        }
    }

    private static String expected(Map<String, Object> document) {
        Object verdict = document.get("verdict");
        return verdict + (verdict.equals("reject") ? ":" + document.get("stage") : "");
    }

    private static String verdict(Document document) {
        if (document instanceof Undecodable undecodable) {
            return "reject:" + undecodable.stage().label();
        }
        if (document instanceof Skipped skipped) {
            return skipped.kind().isEmpty() ? "skip" : "reject:kind";
        }
        return "accept";
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = DecodingConformanceTest.class.getResourceAsStream(CASES + file)) {
            return in.readAllBytes();
        }
    }
}
