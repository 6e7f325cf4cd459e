package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.Stage;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Undecodable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for YAML, and: an object that Jackson reads as JSON is text that we can read, with the same names. */
final class JsonTarget implements Target.Attack {

    private static final ObjectReader JACKSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final ReadingTarget reading = new ReadingTarget();

    @Override
    public void on(byte[] input) throws IOException {
        reading.on(input);
        JsonNode tree = tree(input);
        if (tree == null || !tree.isObject() || tree.path("kind").asText().endsWith("List")) {
            return;
        }
        List<Document> documents = ManifestReader.strict().read(input);
        assertThat(documents).hasSize(1);
        Document document = documents.get(0);
        if (document instanceof Undecodable undecodable) {
            assertThat(undecodable.stage()).isNotEqualTo(Stage.SPLIT);
            assertThat(undecodable.stage() == Stage.YAML
                            && undecodable.faults().stream().noneMatch(fault -> fault.type() == Fault.Type.LIMIT))
                    .as(undecodable::toString)
                    .isFalse();
        } else {
            assertThat(document.kind()).isEqualTo(tree.path("kind").textValue());
            assertThat(document.apiVersion()).isEqualTo(tree.path("apiVersion").textValue());
            assertThat(document.name())
                    .isEqualTo(tree.path("metadata").path("name").asText());
        }
    }

    private static @Nullable JsonNode tree(byte[] input) throws IOException {
        try {
            return JACKSON.readTree(input);
        } catch (JsonProcessingException | java.io.CharConversionException e) {
            return null;
        }
    }
}
