package io.github.workload4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Node;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaimVolumeSource;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1alpha2PodGroup;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClientObjectsTest {

    private static final ClientObjects OBJECTS = ClientObjects.standard();

    /** As the model of the client, if there is one of that name. */
    private static KubernetesObject theirs(Decoded document) {
        String json = document.content().orElseThrow().json();
        String version = document.apiVersion().substring(document.apiVersion().indexOf('/') + 1);
        for (String group : List.of("", "Resource")) {
            try {
                Class<?> model = Class.forName(V1Node.class.getPackageName() + "." + group + "V" + version.substring(1)
                        + document.object().kind());
                return (KubernetesObject) JSON.deserialize(json, model);
            } catch (ClassNotFoundException e) {
                continue;
            }
        }
        return new DynamicKubernetesObject(JsonParser.parseString(json).getAsJsonObject());
    }

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

    /** What the client refuses itself, such as a field newer than it, cannot be compared. */
    @Test
    void everyObjectOfATestIsReadAsFromItsManifest() throws IOException {
        Map<String, Integer> kinds = new TreeMap<>();
        for (Decoded each : decoded()) {
            KubernetesObject theirs;
            try {
                theirs = theirs(each);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageMatching("(?s).*(is not defined in the|The required field ).*");
                continue;
            }
            assertThat(OBJECTS.object(theirs)).as("%s", each.object()).isEqualTo(withoutManagers(each.object()));
            kinds.merge(theirs.getClass().getSimpleName(), 1, Integer::sum);
        }
        assertThat(kinds).containsKeys("V1Node", "V1Pod", "DynamicKubernetesObject");
        assertThat(kinds.get("V1Pod")).isGreaterThan(500);
    }

    @Test
    void itemsOfListsNeedNoKind() {
        V1Pod pod = new V1Pod()
                .metadata(new V1ObjectMeta().name("a").namespace("ml"))
                .spec(new V1PodSpec()
                        .addVolumesItem(new V1Volume()
                                .name("data")
                                .persistentVolumeClaim(new V1PersistentVolumeClaimVolumeSource().claimName("claim"))));
        assertThat(OBJECTS.pod(pod).spec().volumes()).hasSize(1);
        V1alpha2PodGroup group =
                OBJECTS.toClient(PodGroup.gang(ApiVersion.V1ALPHA2, "ml", "train", 4), V1alpha2PodGroup.class);
        group.setApiVersion(null);
        group.setKind(null);
        assertThat(OBJECTS.object(group)).isEqualTo(PodGroup.gang(ApiVersion.V1ALPHA2, "ml", "train", 4));
    }

    @Test
    void everyVersionGoesAsADynamicObject() {
        for (ApiVersion version : ApiVersion.values()) {
            Workload workload = Workload.of(version, "ml", "w", PodGroupTemplate.gang("workers", 4));
            assertThat(OBJECTS.object(OBJECTS.toClient(workload))).isEqualTo(workload);
        }
    }

    @Test
    void timesAndAmountsOfTheClientAreTakenOver() {
        Instant time = Instant.parse("2026-11-20T10:00:00Z");
        V1Node node = new V1Node()
                .metadata(new V1ObjectMeta().name("n1").creationTimestamp(time.atOffset(java.time.ZoneOffset.UTC)))
                .status(new io.kubernetes.client.openapi.models.V1NodeStatus()
                        .putAllocatableItem("memory", new Quantity("1.5Gi")));
        assertThat(OBJECTS.node(node).metadata().creationTimestamp()).isEqualTo(time);
        assertThat(OBJECTS.node(node).status().allocatable().get("memory").units())
                .isEqualTo(3L << 29);
    }

    @Test
    void whatThisLibraryDoesNotHaveIsRefusedByName() {
        var service = new io.kubernetes.client.openapi.models.V1Service()
                .apiVersion("v1")
                .kind("Service")
                .metadata(new V1ObjectMeta().name("web"));
        assertThatThrownBy(() -> OBJECTS.object(service))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Service web: not of a kind that this library has");
    }
}
