package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What the reference strict decoder does with each input, case by case. */
class DecodingConformanceTest {

    private static final String CASES = "/conformance/decoding/";
    private static final Set<String> UNION_MEMBERS = Set.of("basic", "gang", "single", "all");
    private static final Set<Optional<?>> NOTHING = Set.of(
            Optional.empty(),
            Optional.of(""),
            Optional.of(0),
            Optional.of(false),
            Optional.of(List.of()),
            Optional.of(Map.of()));

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
                    .stream()
                            .map(c -> new Case((String) c.get("file"), (List<Map<String, Object>>) c.get("documents")));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheReferenceDecoder(Case c) throws IOException {
        List<Document> documents = ManifestReader.strict().read(bytes(c.file));
        assertThat(documents.stream().map(DecodingConformanceTest::verdict))
                .containsExactlyElementsOf(c.documents.stream()
                        .map(DecodingConformanceTest::expected)
                        .toList());
        for (int i = 0; i < documents.size(); i++) {
            assertThat(documents.get(i).index()).isEqualTo(i);
            if (documents.get(i) instanceof Undecodable undecodable) {
                assertPaths(c.documents.get(i), undecodable);
            }
            if (documents.get(i) instanceof Decoded decoded
                    && c.documents.get(i).containsKey("decoded")) {
                Object written = new Yaml().load(ManifestWriter.yaml().write(decoded.object()));
                assertThat(said(written)).isEqualTo(said(c.documents.get(i).get("decoded")));
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
                assertThat(ours)
                        .anyMatch(
                                text -> text.equals(key) || text.endsWith("." + key) || text.endsWith("[" + key + "]"));
            } else {
                assertThat(ours).anyMatch(text -> text.equals(path) || text.startsWith(path + "["));
            }
        }
    }

    @Test
    void manyCasesStateWhatComesOut() throws IOException {
        assertThat(cases().flatMap(c -> c.documents.stream()).filter(document -> document.containsKey("decoded")))
                .hasSizeGreaterThan(40);
    }

    /**
     * What a tree says: without what means the same as nothing, which Go's encoder writes for some fields; members of
     * unions stay.
     */
    private static Object said(Object tree) {
        if (tree instanceof List<?> list) {
            return list.stream().map(DecodingConformanceTest::said).toList();
        }
        if (!(tree instanceof Map<?, ?> map)) {
            return tree;
        }
        Map<String, Object> said = new TreeMap<>();
        map.forEach((key, value) -> {
            Object part = said(value);
            boolean member = UNION_MEMBERS.contains(key) && part != null;
            if (member || !NOTHING.contains(Optional.ofNullable(part))) {
                said.put((String) key, part);
            }
        });
        return said;
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
