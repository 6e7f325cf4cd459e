package io.github.workload4j.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Fabric8ObjectsTest {

    private static final Fabric8Objects OBJECTS = Fabric8Objects.standard();

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
