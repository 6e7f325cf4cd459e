package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** Reports of {@code validate} for CI keep to the schemas of their formats. */
class ReportsTest {

    private static final String FAULTY = "../examples/manifests/faulty.yaml";
    private static final String WARNED = """
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {namespace: ml, name: "g"}
            spec: {schedulingPolicy: {gang: {minCount: 2}}}
            """;

    @TempDir
    private Path folder;

    private String odd() throws IOException {
        String name = "a b,c:é%0A.yaml";
        Files.writeString(
                folder.resolve(name),
                "kind: PodGroup\u0001\n---\n\n---\napiVersion: v1\nkind: Pod\n"
                        + "metadata: {name: '<&\">'}\nspec: {containers: []}\n");
        return folder.resolve(name).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {FAULTY, "../examples/manifests", "no-such-file", "-"})
    void sarifKeepsToItsSchema(String input) throws IOException {
        Run run = Run.withInput(WARNED, "validate", "--lint", "-o", "sarif", "-f", input, odd());
        try (InputStream schema = ClassLoader.getSystemResourceAsStream("schema/sarif-schema-2.1.0.json")) {
            String text = new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8);
            Schema sarif = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON);
            assertThat(sarif.validate(run.out(), InputFormat.JSON)).isEmpty();
            assertThat(sarif.validate(run.out().replace("\"level\":\"error\"", "\"level\":\"bad\""), InputFormat.JSON))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FAULTY, "../examples/manifests", "no-such-file", "-"})
    void junitKeepsToItsSchema(String input) throws IOException, SAXException {
        Run run = Run.withInput(WARNED, "validate", "--lint", "-o", "junit", "-f", input, odd());
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("src/test/resources/schema/junit-10.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(run.out())));
        assertThat(run.out()).contains("<testsuites ", "&lt;&amp;");
    }

    @Test
    void everyErrorIsInEveryReportAtItsPlace() {
        assertThat(Run.of("validate", "-o", "sarif", FAULTY).out())
                .contains("\"uri\":\"../examples/manifests/faulty.yaml\"", "\"startLine\":24,\"startColumn\":19");
        assertThat(Run.of("validate", "-o", "junit", FAULTY).out())
                .contains("tests=\"1\" failures=\"1\"", "faulty.yaml:24:19: spec.podGroups[2].policy.gang.minCount");
        assertThat(Run.of("validate", "-o", "github", FAULTY).out().lines())
                .hasSize(5)
                .anyMatch(line -> line.startsWith("::error file=../examples/manifests/faulty.yaml,line=24,col=19,"
                        + "title=Invalid::spec.podGroups[2].policy.gang.minCount: "));
    }

    @Test
    void annotationsEscapeWhatWouldEndThem() throws IOException {
        assertThat(Run.of("validate", "-o", "github", odd()).out())
                .contains("a b%2Cc%3Aé%250A.yaml")
                .doesNotContain("\u0001");
    }

    @Test
    void inputThatCannotBeReadIsInEveryReport() {
        for (String form : new String[] {"sarif", "junit", "github"}) {
            Run run = Run.of("validate", "-o", form, "no-such-file");
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).contains("no-such-file").contains("no such file or directory");
        }
    }
}
