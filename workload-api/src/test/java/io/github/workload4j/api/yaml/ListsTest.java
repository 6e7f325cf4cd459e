package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.ObjectList;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ListMeta;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new WorkloadModule()).build();
    private static final TypeReference<ObjectList<Workload>> WORKLOADS = new TypeReference<>() {};
    private static final Workload WORKLOAD =
            Workload.of(ApiVersion.V1BETA1, "ml", "train", PodGroupTemplate.gang("workers", 4));
    private static final PodGroup GROUP = PodGroup.gang(ApiVersion.V1ALPHA2, "ml", "g", 4);
    private static final ObjectList<Workload> LIST = new ObjectList<>(
            "scheduling.k8s.io/v1beta1",
            "WorkloadList",
            new ListMeta("", "42", "next", 3L),
            List.of(WORKLOAD, WORKLOAD));

    @Test
    void whatIsWrittenIsOpenedWhenItIsRead() {
        for (ManifestWriter writer : List.of(ManifestWriter.yaml(), ManifestWriter.json())) {
            for (ObjectList<?> list : List.of(LIST, ObjectList.of(List.of(WORKLOAD, GROUP)))) {
                List<Document> documents = ManifestReader.strict().read(writer.write(list));
                assertThat(documents)
                        .extracting(document -> (Object) ((Decoded) document).object())
                        .isEqualTo(list.items());
                assertThat(documents).extracting(Document::item).containsExactly(0, 1);
            }
        }
    }

    @Test
    void anEmptyListIsWrittenAndHoldsNothing() {
        String text = ManifestWriter.yaml().write(ObjectList.of(List.of()));
        assertThat(text).isEqualTo("apiVersion: v1\nkind: List\nitems: []\n");
        assertThat(ManifestReader.strict().read(text)).singleElement().isInstanceOf(Skipped.class);
    }

    @Test
    void aListIsOneDocument() {
        assertThat(ManifestWriter.yaml().write(ObjectList.of(List.of(WORKLOAD))))
                .isEqualTo("""
                    apiVersion: v1
                    kind: List
                    items:
                    - apiVersion: scheduling.k8s.io/v1beta1
                      kind: Workload
                      metadata:
                        name: train
                        namespace: ml
                      spec:
                        podGroupTemplates:
                        - name: workers
                          schedulingPolicy:
                            gang:
                              minCount: 4
                    """);
    }

    @Test
    void aMapperReadsAListAsItIs() throws JsonProcessingException {
        String json = MAPPER.writeValueAsString(LIST);
        assertThat(json + "\n").isEqualTo(ManifestWriter.json().write(LIST));
        assertThat(MAPPER.readValue(json, WORKLOADS)).isEqualTo(LIST);
        ObjectList<ApiObject> mixed = ObjectList.of(List.of(WORKLOAD, GROUP));
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(mixed), new TypeReference<ObjectList<ApiObject>>() {}))
                .isEqualTo(mixed);
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(mixed), ObjectList.class))
                .isEqualTo(mixed);
    }

    @Test
    void itemsOfAServersListNeedNotSayTheirKind() throws JsonProcessingException {
        String json = "{\"kind\":\"WorkloadList\",\"apiVersion\":\"scheduling.k8s.io/v1beta1\","
                + "\"metadata\":{\"resourceVersion\":\"7\"},\"items\":[{\"metadata\":{\"name\":\"w\"},"
                + "\"spec\":{}}]}";
        ObjectList<Workload> list = MAPPER.readValue(json, WORKLOADS);
        assertThat(list.metadata().resourceVersion()).isEqualTo("7");
        assertThat(list.items()).containsExactly(Workload.of(ApiVersion.V1BETA1, "", "w"));
    }

    @Test
    void faultsOfItemsHaveTheirPlace() {
        assertThatThrownBy(() ->
                        MAPPER.readValue(MAPPER.writeValueAsString(ObjectList.of(List.of(WORKLOAD, GROUP))), WORKLOADS))
                .hasMessageContaining("items[1]: found PodGroup: expected Workload");
        assertThatThrownBy(() -> MAPPER.readValue(
                        MAPPER.writeValueAsString(LIST).replace("\"minCount\":4", "\"minCuont\":4"), WORKLOADS))
                .hasMessageContaining(
                        "items[0].spec.podGroupTemplates[0].schedulingPolicy.gang.minCuont: unknown field: did you mean"
                                + " `minCount`?")
                .hasMessageContaining("items[1].spec");
        assertThatThrownBy(() ->
                        MAPPER.readValue("{\"kind\":\"FooList\",\"apiVersion\":\"v1\",\"items\":[]}", ObjectList.class))
                .hasMessageContaining("no list `FooList` in `v1`");
        assertThatThrownBy(() ->
                        MAPPER.readValue("{\"kind\":\"List\",\"apiVersion\":\"v1\",\"items\":[7]}", ObjectList.class))
                .hasMessageContaining("items[0]: found a number");
    }

    @Test
    void whatWouldNotBeOpenedIsNotWritten() {
        for (ObjectList<?> list : List.of(
                new ObjectList<>("v1", "Listing", ListMeta.EMPTY, List.of()),
                new ObjectList<>("scheduling.k8s.io/v1beta1", "List", ListMeta.EMPTY, List.of()),
                new ObjectList<>("scheduling.k8s.io/v1alpha1", "PodGroupList", ListMeta.EMPTY, List.of()))) {
            assertThatThrownBy(() -> ManifestWriter.yaml().write(list))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("there is no such list");
        }
        assertThatThrownBy(() -> ManifestWriter.yaml()
                        .write(new ObjectList<>("v1", "PodList", ListMeta.EMPTY, List.of(WORKLOAD))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("items[0] is a Workload of scheduling.k8s.io/v1beta1");
    }

    private static final String ITEM =
            "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"%s\"},\"spec\":{}}";

    private static List<String> said(String text) {
        return ManifestReader.strict().read(text).stream()
                .map(document -> document.item() + " "
                        + (document instanceof Undecodable bad
                                ? bad.faults().toString()
                                : document.kind() + " " + document.name()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "apiVersion"})
    void anItemThatSaysTwiceWhatItIsDoesNotHideTheNext(String field) {
        String twice = "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"other\":1,\n\"" + field + "\":\""
                + (field.equals("kind") ? "Pod" : "v1") + "\",\"metadata\":{\"name\":\"b\"}}";
        String json = "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[" + ITEM.formatted("a") + "," + twice + ","
                + ITEM.formatted("c") + "]}";
        for (String text : List.of(json, "---\n" + json.replace("{", "{ "))) {
            assertThat(said(text)).hasSize(3).startsWith("0 Pod a").endsWith("2 Pod c");
            assertThat(said(text).get(1))
                    .contains(field + ": written twice, first on line")
                    .doesNotContain("Syntax");
        }
    }

    @Test
    void aListThatLooksLikeJsonAndIsNotIsReadAsYamlToItsEnd() {
        String items = ITEM.formatted("a") + "," + ITEM.formatted("b") + ", # not JSON\n" + ITEM.formatted("c");
        String withoutKinds = items.replace("\"apiVersion\":\"v1\",\"kind\":\"Pod\",", "");
        assertThat(said("{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[" + items + "]}"))
                .containsExactly("0 Pod a", "1 Pod b", "2 Pod c");
        assertThat(said("{\"apiVersion\":\"v1\",\"kind\":\"PodList\",\"items\":[" + withoutKinds + "]}"))
                .containsExactly("0  a", "1  b", "2  c");
        assertThat(said("{\"items\":[" + withoutKinds + "],\"apiVersion\":\"v1\",\"kind\":\"PodList\"}"))
                .containsExactly("0  a", "1  b", "2  c");
        assertThat(said("{\"items\":[" + withoutKinds + "],\"apiVersion\":\"v1\",\"kind\":\"PodList\"} # also here"))
                .containsExactly("0  a", "1  b", "2  c");
    }

    @Test
    void aListThatIsNeitherSaysOnceWhatIsWrongAfterItsGoodItems() {
        String broken = "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[" + ITEM.formatted("a") + ",\n"
                + ITEM.formatted("b") + ",\n{\"apiVersion\": ]}";
        assertThat(said(broken)).hasSize(3).startsWith("0 Pod a", "1 Pod b");
        assertThat(said(broken).get(2)).startsWith("-1 [3:");
        String smile = broken.replace("\"name\":\"a\"", "\"name\":\"\\ud83d\\ude00\"");
        assertThat(said(smile).get(2)).as("JSON got further than YAML").startsWith("-1 [3:");
    }

    @Test
    void aTabBetweenTheItemsOfAListIsABlank() {
        String text = "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, metadata: {name: a}}\n"
                + "- apiVersion: v1\n  kind:\tPod\n  metadata: {name: b}\n";
        assertThat(said(text)).containsExactly("0 Pod a", "1 Pod b");
    }

    @Test
    void placesOfItemsAreFoundInAnyOrder() {
        String json = "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[\n" + ITEM.formatted("a") + ",\n"
                + ITEM.formatted("b") + ",\n" + ITEM.formatted("c") + "\n]}";
        String yaml = "# YAML\n" + json;
        for (String text : List.of(json, yaml)) {
            int first = text.equals(json) ? 2 : 3;
            List<Document> documents = ManifestReader.strict().read(text);
            for (int item : new int[] {2, 0, 1, 1, 2, 0}) {
                assertThat(documents.get(item).line()).isEqualTo(first + item);
                assertThat(documents.get(item).locate(FieldPath.root("metadata").child("name")))
                        .contains(new Position(first + item, 52));
            }
        }
    }
}
