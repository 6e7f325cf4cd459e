package io.github.workload4j.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Fabric8ObjectsTest {

    private static final Fabric8Objects OBJECTS = Fabric8Objects.standard();
    private static final KubernetesSerialization CLIENT = new KubernetesSerialization();

    private static ApiObject withoutManagers(ApiObject object) {
        return object instanceof Pod pod
                ? new Pod(pod.metadata().toBuilder().managedFields(List.of()).build(), pod.spec(), pod.status())
                : object;
    }

    private static List<Decoded> decoded() throws IOException {
        List<Decoded> decoded = new ArrayList<>();
        for (String root : List.of("workload-gang/src/test/resources/conformance", "examples/manifests")) {
            try (Stream<Path> all = Files.walk(Path.of("../..", root))) {
                for (Path file : all.filter(each -> each.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    for (Document document : ManifestReader.lenient().read(Files.readAllBytes(file))) {
                        if (document instanceof Decoded object) {
                            decoded.add(object);
                        }
                    }
                }
            }
        }
        return decoded;
    }

    @Test
    void everyObjectOfATestIsReadAsFromItsManifest() throws IOException {
        Map<String, Integer> kinds = new TreeMap<>();
        for (Decoded each : decoded()) {
            HasMetadata theirs = CLIENT.unmarshal(each.content().orElseThrow().json());
            assertThat(OBJECTS.object(theirs)).as("%s", each.object()).isEqualTo(withoutManagers(each.object()));
            kinds.merge(theirs.getClass().getSimpleName(), 1, Integer::sum);
        }
        assertThat(kinds).containsKeys("Node", "Pod", "PodGroup");
        assertThat(kinds.get("Pod")).isGreaterThan(500);
    }

    @Test
    void aPodWithAClaimIsReadAsFromItsManifest() {
        Pod pod = OBJECTS.pod(new PodBuilder()
                .withNewMetadata()
                .withName("a")
                .withNamespace("ml")
                .endMetadata()
                .withNewSpec()
                .addNewVolume()
                .withName("data")
                .withNewPersistentVolumeClaim("claim", false)
                .endVolume()
                .endSpec()
                .build());
        assertThat(pod.spec().volumes()).hasSize(1);
    }

    @Test
    void groupsGoToTheClientsTypesAndBack() {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 4);
        var theirs = OBJECTS.toClient(group, io.fabric8.kubernetes.api.model.scheduling.v1beta1.PodGroup.class);
        assertThat(theirs.getSpec().getSchedulingPolicy().getGang().getMinCount())
                .isEqualTo(4);
        assertThat(OBJECTS.object(theirs)).isEqualTo(group);

        Workload workload = Workload.of(ApiVersion.V1ALPHA3, "ml", "w", PodGroupTemplate.gang("workers", 4));
        var typed = OBJECTS.toClient(workload, io.fabric8.kubernetes.api.model.scheduling.v1alpha3.Workload.class);
        assertThat(OBJECTS.object(typed)).isEqualTo(workload);
    }

    @Test
    void everyVersionGoesAsAGenericResource() {
        for (ApiVersion version : ApiVersion.values()) {
            Workload workload = Workload.of(version, "ml", "w", PodGroupTemplate.gang("workers", 4));
            GenericKubernetesResource generic = OBJECTS.toClient(workload);
            assertThat(generic.getApiVersion()).isEqualTo(workload.groupVersion());
            assertThat(OBJECTS.object(generic)).isEqualTo(workload);
        }
    }

    @Test
    void itemsOfListsNeedNoKind() {
        var pod = new PodBuilder()
                .withNewMetadata()
                .withName("a")
                .withNamespace("ml")
                .endMetadata()
                .build();
        pod.setApiVersion(null);
        pod.setKind(null);
        assertThat(OBJECTS.pod(pod).metadata().name()).isEqualTo("a");
    }

    @Test
    void whatIsMalformedIsRefusedByName() {
        var node = new NodeBuilder()
                .withNewMetadata()
                .withName("n1")
                .endMetadata()
                .withNewStatus()
                .withAllocatable(Map.of("cpu", new Quantity("7.5 cores")))
                .endStatus()
                .build();
        assertThatThrownBy(() -> OBJECTS.node(node))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Node n1: ");
    }
}
