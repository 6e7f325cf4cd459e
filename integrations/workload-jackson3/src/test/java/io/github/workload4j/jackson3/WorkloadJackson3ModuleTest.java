package io.github.workload4j.jackson3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.ObjectList;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ListMeta;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.api.yaml.Skipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class WorkloadJackson3ModuleTest {

    /** What plain text of YAML means is decided by the mapper's parser, which decides otherwise here. */
    private static final List<String> BY_THE_MAPPERS_PARSER = List.of(
            "anchor-alias.yaml",
            "anchor-as-key.yaml",
            "documents-separator-with-content.yaml",
            "group-name-Null.yaml",
            "group-name-hex-upper.yaml",
            "group-name-leading-zero-89.yaml",
            "group-name-n.yaml",
            "group-name-norway.yaml",
            "group-name-off.yaml",
            "group-name-tagged-binary.yaml",
            "group-name-tilde.yaml",
            "group-name-underscore-int.yaml",
            "group-name-y.yaml",
            "label-key-null.yaml",
            "min-count-exponent-1e3.yaml",
            "min-count-exponent.yaml",
            "min-count-leading-zero-not-octal.yaml",
            "min-count-underscore.yaml",
            "owner-controller-yes.yaml",
            "surrogate-escape.yaml",
            "tab-after-colon.yaml",
            "utf16-be.yaml",
            "v1beta1-condition-status-bool.yaml");

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new WorkloadJackson3Module()).build();
    private static final ObjectMapper YAML =
            YAMLMapper.builder().addModule(new WorkloadJackson3Module()).build();
    private static final Workload WORKLOAD =
            Workload.of(ApiVersion.V1BETA1, "ml", "train", PodGroupTemplate.gang("workers", 4));

    /** Parts of manifests in a type of a caller's own. */
    record Request(
            String user,
            PodGroupTemplate template,
            PodGroupSpec spec,
            PodSpec pod,
            Toleration toleration,
            Quantity cpu) {}

    @Test
    void mappersReadWhatTheyWrite() {
        for (ObjectMapper mapper : List.of(JSON, YAML)) {
            String text = mapper.writeValueAsString(WORKLOAD);
            assertThat(mapper.readValue(text, Workload.class)).isEqualTo(WORKLOAD);
            assertThat(mapper.readValue(text, ApiObject.class)).isEqualTo(WORKLOAD);
        }
    }

    @Test
    void jsonIsThatOfTheWriter() {
        assertThat(JSON.writeValueAsString(WORKLOAD))
                .isEqualTo(ManifestWriter.json().write(WORKLOAD).strip());
    }

    @Test
    void modulesAreFound() {
        ObjectMapper found = JsonMapper.builder().findAndAddModules().build();
        assertThat(found.readValue(found.writeValueAsString(WORKLOAD), Workload.class))
                .isEqualTo(WORKLOAD);
    }

    @Test
    void partsAreMembersOfOtherTypes() {
        Request request = new Request(
                "me",
                PodGroupTemplate.gang("workers", 4),
                PodGroup.gang(ApiVersion.V1BETA1, "ml", "g", 2).spec(),
                PodSpec.builder().nodeName("n1").build(),
                new Toleration("gpu", "Exists", "", "NoSchedule"),
                Quantity.parse("1500m"));
        String json = JSON.writeValueAsString(request);
        assertThat(json)
                .contains("\"template\":{\"name\":\"workers\",\"schedulingPolicy\":{\"gang\":{\"minCount\":4}}}")
                .contains("\"pod\":{\"nodeName\":\"n1\"}")
                .contains("\"cpu\":\"1500m\"");
        assertThat(JSON.readValue(json, Request.class)).isEqualTo(request);
    }

    @Test
    void everyPartGoesThereAndBack() {
        for (Object part : List.of(
                ObjectMeta.of("ml", "a"),
                WORKLOAD.spec(),
                new NodeSpec(true, List.of(new Taint("gpu", "", "NoSchedule"))),
                new Taint("gpu", "yes", "NoExecute"),
                PodSpec.EMPTY)) {
            String json = JSON.writeValueAsString(part);
            assertThat((Object) JSON.readValue(json, part.getClass())).as(json).isEqualTo(part);
        }
    }

    @Test
    void everyFaultIsToldWithThePlaceThatTheParserSays() {
        String yaml = """
                apiVersion: scheduling.k8s.io/v1beta1
                kind: Workload
                metadata: {name: train}
                spec:
                  podGroupTemplates:
                  - name: workers
                    replica: 1
                    schedulingPolicy: {gang: {minCount: four}}
                """;
        assertThatThrownBy(() -> YAML.readValue(yaml, Workload.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("7:5: spec.podGroupTemplates[0].replica: ")
                .hasMessageContaining("8:41: spec.podGroupTemplates[0].schedulingPolicy.gang.minCount: ");
    }

    @Test
    void aFaultOfAPartIsToldAtItsOwnPath() {
        assertThatThrownBy(() -> JSON.readValue("{\"toleration\": {\"keys\": 1}}", Request.class))
                .hasMessageContaining("1:17: keys: ");
    }

    @Test
    void unknownAndDuplicateFieldsAreRefusedUnlessAskedOtherwise() {
        String json = JSON.writeValueAsString(WORKLOAD);
        String twice = json.replace("\"kind\":", "\"future\":1,\"kind\":");
        assertThatThrownBy(() -> JSON.readValue(twice, Workload.class)).hasMessageContaining("future");
        ObjectMapper lenient =
                JsonMapper.builder().addModule(WorkloadJackson3Module.lenient()).build();
        assertThat(lenient.readValue(twice, Workload.class)).isEqualTo(WORKLOAD);
    }

    @Test
    void anotherKindIsRefused() {
        assertThatThrownBy(() -> JSON.readValue(JSON.writeValueAsString(WORKLOAD), PodGroup.class))
                .hasMessageContaining("found Workload, expected PodGroup");
    }

    @Test
    void withoutTheModuleNothingThatLooksLikeAManifestIsWritten() {
        for (Object value :
                List.of(WORKLOAD, PodGroupTemplate.gang("workers", 4), PodSpec.EMPTY, Quantity.parse("1"))) {
            assertThatThrownBy(() -> JsonMapper.shared().writeValueAsString(value))
                    .hasMessageContaining("WorkloadJackson3Module");
        }
    }

    @Test
    void listsAreReadWithWhatTheySayThemselves() {
        ObjectList<Workload> list = new ObjectList<>(
                "scheduling.k8s.io/v1beta1",
                "WorkloadList",
                new ListMeta("", "17", "next", 3L),
                List.of(WORKLOAD, WORKLOAD));
        TypeReference<ObjectList<Workload>> type = new TypeReference<>() {};
        for (ObjectMapper mapper : List.of(JSON, YAML)) {
            assertThat(mapper.readValue(mapper.writeValueAsString(list), type)).isEqualTo(list);
        }
        ObjectList<ApiObject> mixed = ObjectList.of(List.of(WORKLOAD, new Namespace(ObjectMeta.of("", "ml"))));
        String json = JSON.writeValueAsString(mixed);
        assertThat(JSON.readValue(json, ObjectList.class)).isEqualTo(mixed);
        assertThatThrownBy(() -> JSON.readValue(json, type)).hasMessageContaining("items[1]: found Namespace");
        assertThatThrownBy(() -> JSON.readValue(json.replace("minCount", "count"), type))
                .hasMessageContaining("items[0].spec.podGroupTemplates[0].schedulingPolicy.gang.count: ");
        assertThatThrownBy(() -> JSON.readValue(JSON.writeValueAsString(WORKLOAD), type))
                .hasMessageContaining("found Workload, expected a list");
    }

    @Test
    void decodingCasesOfOneDocumentInJsonAreReadAsByTheReader() throws IOException {
        List<String> otherwise = new ArrayList<>();
        int read = 0;
        try (Stream<Path> files = Files.list(Path.of("../../workload-api/src/test/resources/conformance/decoding"))) {
            for (Path file : files.sorted().toList()) {
                byte[] text = Files.readAllBytes(file);
                List<Document> documents = ManifestReader.strict().read(text);
                if (!file.toString().endsWith(".json") && !file.toString().endsWith(".yaml")
                        || documents.size() != 1
                        || documents.get(0) instanceof Skipped) {
                    continue;
                }
                read++;
                ObjectMapper mapper = file.toString().endsWith(".json") ? JSON : YAML;
                Object theirs;
                try {
                    theirs = mapper.readValue(text, ApiObject.class);
                } catch (JacksonException e) {
                    theirs = "refused";
                }
                Object ours = documents.get(0) instanceof Decoded decoded ? decoded.object() : "refused";
                if (!ours.equals(theirs)) {
                    otherwise.add(file.getFileName().toString());
                }
            }
        }
        assertThat(read).isGreaterThan(30);
        assertThat(otherwise).containsExactlyElementsOf(BY_THE_MAPPERS_PARSER);
    }
}
