package io.github.workload4j.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.api.yaml.Undecodable;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageObjectsTest {

    private static final String ALL = """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: v}
            spec:
              accessModes: [ReadWriteOnce]
              capacity: {storage: 10Gi}
              claimRef: {apiVersion: v1, kind: PersistentVolumeClaim, namespace: ns, name: c, uid: u}
              csi: {driver: csi.example.com, volumeHandle: h, fsType: ext4}
              nodeAffinity:
                required: {nodeSelectorTerms: [{matchExpressions: [{key: zone, operator: In, values: [a]}]}]}
              persistentVolumeReclaimPolicy: Retain
              storageClassName: fast
              volumeMode: Block
            status: {phase: Bound}
            ---
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: old}
            spec:
              awsElasticBlockStore: {volumeID: vol-1, readOnly: true}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: c, namespace: ns, annotations: {pv.kubernetes.io/bind-completed: 'yes'}}
            spec:
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 10Gi}}
              selector: {matchLabels: {a: b}}
              storageClassName: ''
              volumeName: v
            status: {phase: Lost, capacity: {storage: 10Gi}}
            ---
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: {name: fast}
            provisioner: csi.example.com
            parameters: {type: ssd}
            volumeBindingMode: WaitForFirstConsumer
            allowedTopologies: [{matchLabelExpressions: [{key: zone, values: [a, b]}]}]
            ---
            apiVersion: storage.k8s.io/v1
            kind: CSINode
            metadata: {name: n1}
            spec:
              drivers:
              - {name: csi.example.com, nodeID: n1, topologyKeys: [zone], allocatable: {count: 3}}
              - {name: other.example.com, nodeID: n1, topologyKeys: []}
            ---
            apiVersion: storage.k8s.io/v1
            kind: CSIDriver
            metadata: {name: csi.example.com}
            spec: {attachRequired: false, storageCapacity: true, preventPodSchedulingIfMissing: true}
            ---
            apiVersion: storage.k8s.io/v1
            kind: CSIStorageCapacity
            metadata: {name: pool, namespace: kube-system}
            storageClassName: fast
            capacity: 1Ti
            maximumVolumeSize: 100Gi
            nodeTopology: {}
            ---
            apiVersion: storage.k8s.io/v1
            kind: VolumeAttachment
            metadata: {name: a}
            spec: {attacher: csi.example.com, nodeName: n1, source: {persistentVolumeName: v}}
            status: {attached: true}
            """;

    private static List<ApiObject> read(String text) {
        List<Document> documents = ManifestReader.strict().read(text);
        return documents.stream()
                .map(document -> document instanceof Decoded decoded ? decoded.object() : fail(document))
                .toList();
    }

    private static ApiObject fail(Document document) {
        throw new AssertionError(document instanceof Undecodable bad ? bad.faults() : document);
    }

    @Test
    void everyKindIsReadAndWrittenAgainTheSame() throws IOException {
        List<ApiObject> objects = read(ALL);
        StorageObjects all = StorageObjects.of(objects);
        assertThat(all)
                .hasToString("StorageObjects[2 volumes, 1 claims, 1 classes, 1 nodes, 1 drivers, 1 capacities,"
                        + " 1 attachments]");
        assertThat(all.volumes().get(1).spec().csi()).isEqualTo(new PersistentVolume.Csi("csi.example.com", "h"));
        assertThat(all.volumes().get(1).spec().nodeAffinity()).isNotNull();
        assertThat(all.volumes().get(0).spec().disk()).hasFieldOrPropertyWithValue("id", "vol-1");
        assertThat(all.claims().get(0).spec().storageClassName()).isEmpty();
        assertThat(all.nodes().get(0).drivers())
                .containsExactly(
                        new CsiNode.Driver("csi.example.com", 3), new CsiNode.Driver("other.example.com", null));
        assertThat(all.drivers().get(0).attachRequired()).isFalse();
        assertThat(all.capacities().get(0).nodeTopology()).isEqualTo(LabelSelector.EVERYTHING);
        assertThat(all.attachments().get(0).nodeName()).isEqualTo("n1");
        StringBuilder written = new StringBuilder();
        ManifestWriter.yaml().write(objects, written);
        assertThat(read(written.toString())).isEqualTo(objects);
    }

    @Test
    void aFieldThatNoReleaseHasIsRefused() {
        Document misspelt = ManifestReader.strict()
                .read("apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: v}\nspec: {nodeAfinity: {}}\n")
                .get(0);
        assertThat(misspelt).isInstanceOf(Undecodable.class);
        assertThat(((Undecodable) misspelt).faults().toString()).contains("nodeAfinity");
    }

    @Test
    void twoOfOneNameAndOtherKindsAreRefused() {
        List<ApiObject> objects = read(ALL);
        assertThatThrownBy(() -> StorageObjects.of(List.of(objects.get(0), objects.get(0))))
                .hasMessage("volumes: two named v (expected: one of each name)");
        assertThatThrownBy(() -> StorageObjects.of(List.of(new Namespace(ObjectMeta.of("n")))))
                .hasMessageStartingWith("objects: a Namespace (expected: PersistentVolume,");
        assertThat(StorageObjects.NONE.isEmpty()).isTrue();
        assertThat(StorageObjects.of(objects).isEmpty()).isFalse();
    }
}
