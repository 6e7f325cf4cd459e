package io.github.workload4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1Node;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaimVolumeSource;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1alpha2PodGroup;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientObjectsTest {

    private static final ClientObjects OBJECTS = ClientObjects.standard();

    private static ApiObject withoutManagers(ApiObject object) {
        return object instanceof Pod pod
                ? new Pod(pod.metadata().toBuilder().managedFields(List.of()).build(), pod.spec(), pod.status())
                : object;
    }

    @Test
    void nodesAndPodsAreReadAsFromTheirManifests() throws IOException {
        List<RealManifests.Pair> pairs = RealManifests.pairs();
        assertThat(pairs).hasSizeGreaterThan(500);
        for (RealManifests.Pair pair : pairs) {
            assertThat(OBJECTS.object(pair.theirs())).as("%s", pair).isEqualTo(withoutManagers(pair.ours()));
        }
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
