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
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ListMeta;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListsTest {

    private static final ObjectMapper MAPPER = JsonMapper.builder().addModule(new WorkloadModule()).build();
    private static final TypeReference<ObjectList<Workload>> WORKLOADS = new TypeReference<>() {};
    private static final Workload WORKLOAD = Workload.of(ApiVersion.V1BETA1, "ml", "train", PodGroupTemplate.gang("workers", 4));
    private static final PodGroup GROUP = PodGroup.gang(ApiVersion.V1ALPHA2, "ml", "g", 4);
    private static final ObjectList<Workload> LIST = new ObjectList<>(
            "scheduling.k8s.io/v1beta1", "WorkloadList", new ListMeta("", "42", "next", 3L), List.of(WORKLOAD, WORKLOAD));

    @Test
    void whatIsWrittenIsOpenedWhenItIsRead() {
        for (ManifestWriter writer : List.of(ManifestWriter.yaml(), ManifestWriter.json())) {
            for (ObjectList<?> list : List.of(LIST, ObjectList.of(List.of(WORKLOAD, GROUP)))) {
                List<Document> documents = ManifestReader.strict().read(writer.write(list));
                assertThat(documents).extracting(document -> (Object) ((Decoded) document).object()).isEqualTo(list.items());
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
        assertThat(ManifestWriter.yaml().write(ObjectList.of(List.of(WORKLOAD)))).isEqualTo("""
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
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(mixed), new TypeReference<ObjectList<ApiObject>>() {})).isEqualTo(mixed);
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(mixed), ObjectList.class)).isEqualTo(mixed);
    }

    @Test
    void itemsOfAServersListNeedNotSayTheirKind() throws JsonProcessingException {
        String json = "{\"kind\":\"WorkloadList\",\"apiVersion\":\"scheduling.k8s.io/v1beta1\",\"metadata\":{\"resourceVersion\":\"7\"},"
                + "\"items\":[{\"metadata\":{\"name\":\"w\"},\"spec\":{}}]}";
        ObjectList<Workload> list = MAPPER.readValue(json, WORKLOADS);
        assertThat(list.metadata().resourceVersion()).isEqualTo("7");
        assertThat(list.items()).containsExactly(Workload.of(ApiVersion.V1BETA1, "", "w"));
    }

    @Test
    void faultsOfItemsHaveTheirPlace() {
        assertThatThrownBy(() -> MAPPER.readValue(MAPPER.writeValueAsString(ObjectList.of(List.of(WORKLOAD, GROUP))), WORKLOADS))
                .hasMessageContaining("items[1]: found PodGroup: expected Workload");
        assertThatThrownBy(() -> MAPPER.readValue(MAPPER.writeValueAsString(LIST).replace("\"minCount\":4", "\"minCuont\":4"), WORKLOADS))
                .hasMessageContaining("items[0].spec.podGroupTemplates[0].schedulingPolicy.gang.minCuont: unknown field: did you mean `minCount`?")
                .hasMessageContaining("items[1].spec");
        assertThatThrownBy(() -> MAPPER.readValue("{\"kind\":\"FooList\",\"apiVersion\":\"v1\",\"items\":[]}", ObjectList.class))
                .hasMessageContaining("no list `FooList` in `v1`");
        assertThatThrownBy(() -> MAPPER.readValue("{\"kind\":\"List\",\"apiVersion\":\"v1\",\"items\":[7]}", ObjectList.class))
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
        assertThatThrownBy(() -> ManifestWriter.yaml().write(new ObjectList<>("v1", "PodList", ListMeta.EMPTY, List.of(WORKLOAD))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("items[0] is a Workload of scheduling.k8s.io/v1beta1");
    }
}
