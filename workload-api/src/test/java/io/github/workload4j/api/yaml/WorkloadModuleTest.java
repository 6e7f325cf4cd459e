package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.wire.table.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkloadModuleTest {

    /** What plain text of YAML means is decided by the mapper's parser, which decides otherwise here. */
    private static final List<String> BY_THE_MAPPERS_PARSER = List.of(
            "anchor-alias.yaml",
            "anchor-as-key.yaml",
            "documents-separator-with-content.yaml",
            "group-name-hex-upper.yaml",
            "group-name-leading-zero-89.yaml",
            "group-name-n.yaml",
            "group-name-tagged-binary.yaml",
            "group-name-y.yaml",
            "label-key-null.yaml",
            "min-count-leading-zero-not-octal.yaml",
            "owner-controller-yes.yaml",
            "surrogate-escape.yaml",
            "tab-after-colon.yaml",
            "utf16-be.yaml");

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new WorkloadModule()).build();
    private static final ObjectMapper YAML =
            YAMLMapper.builder().addModule(new WorkloadModule()).build();
    private static final Workload WORKLOAD =
            Workload.of(ApiVersion.V1ALPHA1, "ml", "no", PodGroupTemplate.gang("1e3", 4), PodGroupTemplate.basic("b"));
    private static final PodGroup GROUP = PodGroup.gang(ApiVersion.V1BETA1, "ml", "g", 4);

    @Test
    void everyMapperReadsWhatItWrites() throws JsonProcessingException {
        for (ObjectMapper mapper : List.of(JSON, YAML)) {
            for (ApiObject object : List.of(WORKLOAD, GROUP)) {
                assertThat(mapper.readValue(mapper.writeValueAsString(object), ApiObject.class))
                        .isEqualTo(object);
                assertThat(mapper.readValue(mapper.writeValueAsString(object), object.getClass()))
                        .isEqualTo(object);
            }
        }
    }

    @Test
    void aMapperWritesTheJsonThatTheWriterWrites() throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(WORKLOAD) + "\n")
                .isEqualTo(ManifestWriter.json().write(WORKLOAD));
    }

    @Test
    void ourTypesAreMembersOfOtherTypes() throws JsonProcessingException {
        TypeReference<Map<String, List<PodGroup>>> groups = new TypeReference<>() {};
        String json = JSON.writeValueAsString(Map.of("groups", List.of(GROUP, GROUP)));
        assertThat(JSON.readValue(json, groups)).isEqualTo(Map.of("groups", List.of(GROUP, GROUP)));
        assertThat(JSON.readValue("[\"500m\", 2]", new TypeReference<List<Quantity>>() {}))
                .containsExactly(Quantity.ofMillis(500), Quantity.of(2));
    }

    @Test
    void allFaultsAreInOneException() {
        String json = "{\"apiVersion\": \"scheduling.k8s.io/v1alpha1\", \"kind\": \"Workload\",\n"
                + " \"spec\": {\"podGroups\": [{\"name\": 7, \"polcy\": {}}]}}";
        assertThatThrownBy(() -> JSON.readValue(json, Workload.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("2:34: spec.podGroups[0].name: found a number `7`: expected text")
                .hasMessageContaining("2:37: spec.podGroups[0].polcy: unknown field: did you mean `policy`?");
    }

    @Test
    void unknownFieldsAreRefusedAsTheMapperSays() throws JsonProcessingException {
        String json = "{\"apiVersion\": \"scheduling.k8s.io/v1alpha1\", \"kind\": \"Workload\", \"spec\": {\"x\": 1}}";
        ObjectMapper lenient = JsonMapper.builder()
                .addModule(new WorkloadModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        assertThat(lenient.readValue(json, Workload.class).spec().podGroupTemplates())
                .isEmpty();
        assertThatThrownBy(() -> JSON.readValue(json, Workload.class)).hasMessageContaining("spec.x: unknown field");
    }

    @Test
    void anotherKindIsRefused() {
        String json = "{\"apiVersion\": \"v1\", \"kind\": \"Node\"}";
        assertThatThrownBy(() -> JSON.readValue(json, Workload.class))
                .hasMessageContaining("found Node, expected Workload");
    }

    @Test
    void whatAVersionHasNoPlaceForIsNotWritten() {
        Workload workload = Workload.of(
                ApiVersion.V1ALPHA1,
                "ml",
                "w",
                PodGroupTemplate.builder().name("a").priority(7).build());
        assertThatThrownBy(() -> JSON.writeValueAsString(workload))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("spec.podGroups[0].priority has no place in this version");
    }

    /** Parts of manifests in a type of a caller's own. */
    record Request(PodGroupTemplate template, WorkloadSpec spec, PodSpec pod, List<Toleration> tolerations) {}

    @Test
    void theProgramOfTheReadmeReadsAManifest() throws JsonProcessingException {
        String text = ManifestWriter.yaml().write(WORKLOAD);
        YAMLMapper mapper = YAMLMapper.builder().addModule(new WorkloadModule()).build();
        Workload workload = mapper.readValue(text, Workload.class);
        assertThat(workload).isEqualTo(WORKLOAD);
    }

    @Test
    void partsAreReadAndWrittenAsInManifests() throws JsonProcessingException {
        PodGroupTemplate template = PodGroupTemplate.gang("workers", 4);
        WorkloadSpec spec = new WorkloadSpec(null, List.of(template), List.of());
        PodSpec pod = PodSpec.builder().nodeName("n1").build();
        Request request = new Request(template, spec, pod, List.of(new Toleration("gpu", "Exists", "", "NoSchedule")));
        String json = JSON.writeValueAsString(request);
        assertThat(json)
                .startsWith("{\"template\":{\"name\":\"workers\",\"schedulingPolicy\":{\"gang\":{\"minCount\":4}}},")
                .contains("\"pod\":{\"nodeName\":\"n1\"}");
        assertThat(JSON.readValue(json, Request.class)).isEqualTo(request);
    }

    @Test
    void aMapperOfYamlReadsAManifest() throws IOException {
        String text = ManifestWriter.yaml().write(WORKLOAD);
        YAMLMapper mapper = YAMLMapper.builder().addModule(new WorkloadModule()).build();
        Workload workload = mapper.readValue(text, Workload.class);
        assertThat(workload).isEqualTo(WORKLOAD);
    }

    @Test
    void everyKindOfEveryVersionGoesThereAndBack() throws IOException {
        for (String version : Kinds.newestFirst()) {
            for (String kind : Kinds.kinds(version)) {
                String json =
                        "{\"apiVersion\":\"" + version + "\",\"kind\":\"" + kind + "\",\"metadata\":{\"name\":\"a\"}}";
                ApiObject object = JSON.readValue(json, ApiObject.class);
                String written = JSON.writeValueAsString(object);
                assertThat((Object) JSON.readValue(written, object.getClass()))
                        .as("%s of %s", kind, version)
                        .isEqualTo(object);
            }
        }
    }

    @Test
    void decodingCasesOfOneDocumentAreReadAsByTheReader() throws IOException {
        List<String> otherwise = new ArrayList<>();
        int cases = 0;
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/conformance/decoding"))) {
            for (Path file : files.filter(each -> !each.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                byte[] text = Files.readAllBytes(file);
                List<Document> documents = ManifestReader.strict().read(text);
                if (documents.size() != 1 || documents.get(0) instanceof Skipped) {
                    continue;
                }
                cases++;
                Object ours = documents.get(0) instanceof Decoded decoded ? decoded.object() : "refused";
                ObjectMapper mapper = file.toString().endsWith(".json") ? JSON : YAML;
                if (!ours.equals(read(mapper, text))) {
                    otherwise.add(file.getFileName().toString());
                }
            }
        }
        assertThat(cases).isGreaterThan(30);
        assertThat(otherwise).containsExactlyElementsOf(BY_THE_MAPPERS_PARSER);
    }

    private static Object read(ObjectMapper mapper, byte[] text) throws IOException {
        try {
            return mapper.readValue(text, ApiObject.class);
        } catch (JsonProcessingException e) {
            return "refused";
        }
    }
}
