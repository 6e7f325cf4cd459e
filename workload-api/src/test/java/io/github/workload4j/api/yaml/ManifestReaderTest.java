package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.Workload;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.field.Stage;
import io.github.workload4j.api.meta.ApiObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How manifests are decoded, where that is more than one conformance case. */
class ManifestReaderTest {

    private static final String HEAD = "apiVersion: scheduling.k8s.io/v1alpha1\nkind: Workload\nmetadata: {name: w}\n";

    private static Document one(String text) {
        List<Document> documents = ManifestReader.strict().read(text);
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    private static ApiObject decoded(String text) {
        Document document = one(text);
        assertThat(document)
                .as(() -> document instanceof Undecodable bad ? bad.faults().toString() : "")
                .isInstanceOf(Decoded.class);
        return ((Decoded) document).object();
    }

    private static Fault fault(byte[] bytes) {
        List<Document> documents = ManifestReader.strict().read(bytes);
        assertThat(documents.get(0)).isInstanceOf(Undecodable.class);
        assertThat(((Undecodable) documents.get(0)).faults()).hasSize(1);
        return ((Undecodable) documents.get(0)).faults().get(0);
    }

    private static Fault fault(String text) {
        return fault(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String withCount(String count) {
        return HEAD + "spec:\n  podGroups:\n  - name: a\n    policy: {gang: {minCount: " + count + "}}\n";
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4",
        "4.0, 4",
        "4e0, 4",
        "1e3, 1000",
        "1E3, 1000",
        "017, 15",
        "08, 8",
        "0x1F, 31",
        "0o17, 15",
        "0b11, 3",
        "1_0, 10",
        "-1, -1",
        "+4, 4",
        "2147483647, 2147483647",
        "-2147483648, -2147483648",
        "~, 0",
        "null, 0",
        "0.5e1, 5",
        "4., 4"
    })
    void wholeNumbersAreCounts(String written, int meant) {
        Workload workload = (Workload) decoded(withCount(written));
        assertThat(workload.podGroup("a")
                        .orElseThrow()
                        .schedulingPolicy()
                        .gang()
                        .minCount())
                .isEqualTo(meant);
    }

    private static String jsonWithCount(String count) {
        return "{\"apiVersion\":\"scheduling.k8s.io/v1alpha1\",\"kind\":\"Workload\",\"metadata\":{\"name\":\"w\"},"
                + "\"spec\":{\"podGroups\":[{\"name\":\"a\",\"policy\":{\"gang\":{\"minCount\":" + count + "}}}]}}";
    }

    /** Measured on 1.37.2: the server's JSON has no whole numbers with a point; its YAML has. */
    @ParameterizedTest
    @ValueSource(strings = {"4.0", "4e0", "1e3", "0.5e1"})
    void inJsonNumbersWithPointOrExponentAreNoCounts(String written) {
        Fault fault = fault(jsonWithCount(written));
        assertThat(fault.type()).isEqualTo(Fault.Type.WRONG_TYPE);
        assertThat(fault.hint()).contains("in JSON without point or exponent");
        assertThat(fault("  \n" + jsonWithCount(written).replace("}}]}}", "}}]}} "))
                        .type())
                .isEqualTo(Fault.Type.WRONG_TYPE);
        assertThat(decoded(jsonWithCount("4"))).isInstanceOf(Workload.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4.5",
                "2147483648",
                "-2147483649",
                "1e10",
                "\"4\"",
                "four",
                "yes",
                "1:30",
                "2026-01-02",
                "[4]",
                "{}",
                "1e400000000"
            })
    void nothingElseIsACount(String written) {
        assertThat(fault(withCount(written)).type()).isIn(Fault.Type.WRONG_TYPE, Fault.Type.SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y", "N", "yes", "No", "ON", "off", "true", "123", "0x1F", "0o17", "017", "0b11", "1_0", "1e3", "12e03",
                "1.10", "0.", ".5", "-1"
            })
    void whatYamlTakesForSomethingElseIsNoName(String written) {
        Fault fault = fault(HEAD + "spec:\n  podGroups:\n  - name: " + written + "\n");
        assertThat(fault.type()).isEqualTo(Fault.Type.WRONG_TYPE);
        assertThat(fault.position()).hasToString("6:11");
        assertThat(fault.hint()).contains("quote it: \"" + written + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02",
                "2026-01-02T03:04:05Z",
                "12:30:45",
                "1:30",
                "oN",
                "nO",
                "yEs",
                "1.2.3",
                "0o8",
                "a",
                "-a",
                "1e",
                "e1",
                "_1"
            })
    void otherWordsAreNames(String written) {
        Workload workload = (Workload) decoded(HEAD + "spec:\n  podGroups:\n  - name: " + written + "\n");
        assertThat(workload.spec().podGroupTemplates().get(0).name()).isEqualTo(written);
    }

    @Test
    void aDuplicateFieldIsAFaultOfTheSecondAndTheLastWinsWhenLenient() {
        String text = HEAD + "spec:\n  podGroups:\n  - name: a\n    name: b\n";
        assertThat(fault(text)).hasToString("7:5: spec.podGroups[0].name: written twice, first on line 6: keep one");
        Decoded lenient = (Decoded) ManifestReader.lenient().read(text).get(0);
        assertThat(((Workload) lenient.object())
                        .spec()
                        .podGroupTemplates()
                        .get(0)
                        .name())
                .isEqualTo("b");
        assertThat(lenient.warnings()).hasSize(1);
    }

    @Test
    void aMergeKeyWhoseFieldIsAlsoWrittenOutIsADuplicate() {
        String text = HEAD + "spec:\n  podGroups:\n  - &a {name: a}\n  - {<<: *a, name: b}\n";
        assertThat(fault(text).type()).isEqualTo(Fault.Type.DUPLICATE_FIELD);
    }

    @Test
    void markersOpenAndEmptyDocumentsCountButHoldNothing() {
        String text = "--- # first\n" + HEAD + "---\n---\n# nothing\n---\nnull\n--- \n" + HEAD + "...\n";
        List<Document> documents = ManifestReader.strict().read(text);
        assertThat(documents.get(0)).isInstanceOf(Decoded.class);
        assertThat(documents.get(documents.size() - 1)).isInstanceOf(Decoded.class);
        assertThat(documents.stream().filter(Skipped.class::isInstance)).isNotEmpty();
        assertThat(documents.get(documents.size() - 1).line()).isEqualTo(11);
    }

    @Test
    void contentAfterAMarkerIsAFaultThatHidesNothing() {
        List<Document> documents = ManifestReader.strict().read(HEAD + "--- foo: bar\n" + HEAD + "---\n" + HEAD);
        assertThat(documents).hasSize(3);
        assertThat(((Undecodable) documents.get(1)).stage()).isEqualTo(Stage.SPLIT);
        assertThat(documents.get(2)).isInstanceOf(Decoded.class);
    }

    @Test
    void byteOrderMarksAndCarriageReturnsAreNoContent() {
        assertThat(decoded("\ufeff" + HEAD)).isEqualTo(decoded(HEAD));
        assertThat(decoded(HEAD.replace("\n", "\r\n"))).isEqualTo(decoded(HEAD));
        for (var charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            Document document = ManifestReader.strict()
                    .read(("\ufeff" + HEAD).getBytes(charset))
                    .get(0);
            assertThat(((Decoded) document).object()).isEqualTo(decoded(HEAD));
        }
    }

    @Test
    void tabsSeparateButDoNotIndent() {
        assertThat(decoded(HEAD.replace("kind: ", "kind:\t"))).isEqualTo(decoded(HEAD));
        assertThat(fault(HEAD + "spec:\n\tpodGroups: []\n").position().line()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u001b", "\u007f", "\ufffe"})
    void controlCharactersAreRefusedAtTheirPlace(String control) {
        Fault fault = fault(HEAD + "# a" + control + "\nspec: {}\n");
        assertThat(fault.type()).isEqualTo(Fault.Type.SYNTAX);
        assertThat(fault.position()).hasToString("4:4");
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedAtTheirPlace() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((HEAD + "# gr").getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFC);
        bytes.write("n\n".getBytes(StandardCharsets.UTF_8));
        assertThat(fault(bytes.toByteArray())).hasToString("4:5: not UTF-8");
    }

    @Test
    void columnsOfJsonCountCharactersAsThoseOfYamlDo() {
        String pairs = "\ud83d\ude00".repeat(3000);
        String json = "{\"apiVersion\": \"scheduling.k8s.io/v1alpha1\", \"kind\": \"Workload\",\n"
                + "\"metadata\": {\"name\": \"" + pairs + "\", \"\ud83d\ude00x\": 1, \"namespace\": 7},\n"
                + "\"spec\": {\"\ud83d\ude00\": 1, \"podGroups\": 7}}";
        assertThat(faultPlaces(json))
                .isEqualTo(faultPlaces("# As YAML because of this comment.\n" + json).stream()
                        .map(place -> new Position(place.line() - 1, place.column()))
                        .toList());
        assertThat(faultPlaces(json))
                .containsExactly(
                        new Position(2, 3026), new Position(2, 3048), new Position(3, 10), new Position(3, 31));
    }

    @Test
    void columnsOfJsonCountCharactersOnEveryOfManyLines() {
        String line = "\"\ud83d\ude00\": {\"\ud83d\ude00\": 1}, \"x\": 1,\n";
        String json = "{\"apiVersion\": \"scheduling.k8s.io/v1alpha1\", \"kind\": \"Workload\",\n" + line.repeat(1000)
                + "\"y\": 1}";
        List<Position> expected = new ArrayList<>();
        for (int number = 2; number <= 1001; number++) {
            expected.add(new Position(number, 1));
            expected.add(new Position(number, 16));
        }
        expected.add(new Position(1002, 1));
        assertThat(faultPlaces(json)).isEqualTo(expected);
    }

    private static List<Position> faultPlaces(String text) {
        return ((Undecodable) one(text)).faults().stream().map(Fault::position).toList();
    }

    @Test
    void anEmptyFileHoldsNothing() {
        assertThat(ManifestReader.strict().read(new byte[0])).isEmpty();
        assertThat(ManifestReader.strict().read("\n \n")).allMatch(Skipped.class::isInstance);
    }

    @Test
    void hugeScalarsAreText() {
        String huge = "x".repeat(5_000_000);
        String text = "apiVersion: v1\nkind: Node\nmetadata:\n  name: node\n  annotations:\n    a: " + huge
                + "\n    b: \"" + huge + "\"\n    c: |-\n      " + huge + "\n";
        assertThat(decoded(text).metadata().annotations())
                .containsEntry("a", huge)
                .containsEntry("b", huge)
                .containsEntry("c", huge);
        assertThat(fault(withCount("9".repeat(5_000_000))).detail()).hasSizeLessThan(200);
    }

    @Test
    void aBillionLaughsAreRefused() {
        StringBuilder text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            text.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        Fault fault = fault(text + HEAD);
        assertThat(fault.type()).isEqualTo(Fault.Type.LIMIT);
        assertThat(fault.detail()).contains("1000000");
    }

    @Test
    void aHundredThousandAliasesAreRead() {
        String items = "- name: &a a\n" + "- name: *a\n".repeat(100_000);
        Workload workload = (Workload) decoded(HEAD + "spec:\n  podGroups:\n" + items.indent(2));
        assertThat(workload.spec().podGroupTemplates())
                .hasSize(100_001)
                .allMatch(group -> group.name().equals("a"));
    }

    @Test
    void aListOfNothingIsPassedOver() {
        for (String kind :
                List.of("v1\nkind: List", "v1\nkind: PodList", "scheduling.k8s.io/v1beta1\nkind: WorkloadList")) {
            Document document = one("apiVersion: " + kind + "\nitems: []\n");
            assertThat(((Skipped) document).reason()).isEqualTo("an empty list");
        }
    }

    @Test
    void anAliasOfWhatIsAroundItIsRefused() {
        assertThat(fault("a: &a [*a]\n").detail()).contains("contains itself");
    }

    @Test
    void eachLimitHasAFaultThatNamesIt() {
        ManifestReader reader = ManifestReader.strict().withLimits(new Limits(100, 5, 2));
        assertThat(limit(reader, "a: " + "x".repeat(200))).contains("more than 100 bytes");
        assertThat(limit(reader, "a: [[[[[[]]]]]]")).contains("deeper than 5 levels");
        assertThat(limit(reader, "a: &a [1, 2]\nb: *a\n")).contains("more than 2 values");
        assertThat(limit(reader, "{\"a\": [[[[[[]]]]]]}")).contains("5");
    }

    private static String limit(ManifestReader reader, String text) {
        Undecodable document = (Undecodable) reader.read(text).get(0);
        assertThat(document.faults().get(0).type()).isEqualTo(Fault.Type.LIMIT);
        return document.faults().get(0).detail();
    }

    @Test
    void halfACharacterInAStringIsRefusedAndNotReplaced() {
        Undecodable document = (Undecodable) one(HEAD + "# \ud83d\nspec: {}\n");
        assertThat(document.faults()).extracting(Fault::toString).containsExactly("4:3: not UTF-8");
    }

    /** As the API server reads it, and so that what is read can be written. */
    @ParameterizedTest
    @CsvSource({
        "x\\ude00, x\ufffd",
        "\\ud83d\\ud83d\\ude00y, \ufffd\ud83d\ude00y",
        "\\ude00\\ud83d, \ufffd\ufffd",
        "\\ud83d\\ude00, \ud83d\ude00"
    })
    void halfACharacterThatJsonEscapesIsTheReplacementCharacter(String written, String read) {
        for (String end : List.of("", ",\"unknown\":0")) {
            String json = "{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"labels\":{\"a\":\"" + written
                    + "\"}}" + end + "}";
            Decoded document = (Decoded) ManifestReader.lenient().read(json).get(0);
            assertThat(document.object().metadata().labels()).containsExactly(Map.entry("a", read));
            assertThat(ManifestWriter.json().write(document.object())).contains(read);
        }
    }

    @Test
    void aDocumentPrintsWhereItIs() {
        String list = "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Node, metadata: {name: node}}\n";
        assertThat(ManifestReader.strict().read("# nothing\n---\n" + list).get(1))
                .hasToString("document 1, item 0, line 6: Node node of v1");
    }
}
