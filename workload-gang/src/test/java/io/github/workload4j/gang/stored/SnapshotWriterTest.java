package io.github.workload4j.gang.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Volume;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SnapshotWriterTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private static Pod pod(String namespace, String name, String node) {
        ObjectMeta metadata = ObjectMeta.builder()
                .namespace(namespace)
                .name(name)
                .uid("u-" + name)
                .creationTimestamp(NOON)
                .resourceVersion("17")
                .labels(Map.of("pod", name, "index", name.substring(name.lastIndexOf('-') + 1), "app", "web"))
                .annotations(Map.of("who", "cares"))
                .build();
        PodSpec spec = PodSpec.builder()
                .nodeName(node)
                .containers(Container.of("c", Map.of("cpu", Quantity.parse("500m"))))
                .build();
        PodStatus status = PodStatus.EMPTY.toBuilder()
                .phase("Running")
                .startTime(NOON.minusSeconds(90))
                .build();
        return new Pod(metadata, spec, status);
    }

    private static Node node(String name) {
        return new Node(
                ObjectMeta.builder()
                        .name(name)
                        .labels(Map.of("kubernetes.io/hostname", name, "zone", "z1"))
                        .build(),
                NodeSpec.OPEN,
                new NodeStatus(
                        Map.of("cpu", Quantity.of(64)), Map.of("cpu", Quantity.of(60), "pods", Quantity.of(110))));
    }

    private static ClusterSnapshot cluster(int nodes, int podsOnEach) {
        List<ApiObject> objects = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            objects.add(node("node-" + n));
            for (int p = 0; p < podsOnEach; p++) {
                objects.add(pod("shop", "web-" + n + "-" + p, "node-" + n));
            }
        }
        return ClusterSnapshot.of(objects);
    }

    private static StoredSnapshot again(ClusterSnapshot snapshot, List<? extends ApiObject> others) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SnapshotWriter writer = new SnapshotWriter(bytes)) {
            writer.write(NOON, snapshot, others);
        }
        return SnapshotReader.read(bytes.toByteArray());
    }

    @Test
    void whatAnAnswerNeedsIsStoredAndNothingElse() throws IOException {
        ClusterSnapshot read = again(cluster(1, 1), List.of()).snapshot();
        Pod pod = read.podsOn(0).get(0);
        Pod was = pod("shop", "web-0-0", "node-0");
        assertThat(pod.metadata())
                .isEqualTo(ObjectMeta.of("shop", "web-0-0").toBuilder()
                        .labels(was.metadata().labels())
                        .build());
        assertThat(pod.spec()).isEqualTo(was.spec());
        assertThat(pod.status()).isEqualTo(was.status());
        assertThat(read.node(0).metadata()).isEqualTo(node("node-0").metadata());
        assertThat(read.node(0).status().allocatable())
                .isEqualTo(node("node-0").status().allocatable());
        assertThat(read.free("cpu", 0)).isEqualTo(59_500);
    }

    /** Names leave out what they share, so that few bytes stand for many names. */
    @Test
    void aNameThatNoServerTakesIsNeitherWrittenNorRead() throws IOException {
        assertThat(again(ClusterSnapshot.of(List.of(node("n".repeat(512)))), List.of())
                        .snapshot()
                        .indexOf("n".repeat(512)))
                .isZero();
        ClusterSnapshot longer = ClusterSnapshot.of(List.of(node("n".repeat(513))));
        assertThatThrownBy(() -> SnapshotWriter.bytes(NOON, longer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("name: 513 bytes, which begin with n{60} \\(expected: 512 at most\\)");
        Bytes forged = new Bytes();
        forged.raw(new byte[11], 11); // no time, no release, no gates, no shapes, no nodes, no pods that are gone
        forged.number(2);
        forged.next("a/" + "x".repeat(510));
        forged.number(512);
        forged.text("y");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        Frame.begin(out);
        Frame.write(Frame.WHOLE, forged.toArray(), out);
        assertThatThrownBy(() -> SnapshotReader.read(bytes.toByteArray()))
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessage("damaged: a name of more than 512 bytes (in what begins at byte 8)");
    }

    @Test
    void labelsAreReadAsTheyWereHoweverManyThereAre() throws IOException {
        for (int count : new int[] {255, 256, 257, 1_000}) {
            Map<String, String> labels = new LinkedHashMap<>(Map.of("name", "node-7", "odd", "\uE000n"));
            for (int i = 2; i < count; i++) {
                labels.put("l" + i, "" + i);
            }
            Node node = node("node-7");
            Node labelled = new Node(node.metadata().toBuilder().labels(labels).build(), node.spec(), node.status());
            assertThat(again(ClusterSnapshot.of(List.of(labelled)), List.of())
                            .snapshot()
                            .node(0)
                            .metadata())
                    .isEqualTo(labelled.metadata());
        }
    }

    @Test
    void podsThatWaitAndThoseWithVolumesKeepWhatDecidesOverThem() throws IOException {
        Pod waits = pod("shop", "waits-0", "");
        List<Container> looking = List.of(Container.of("debug", Map.of()));
        Pod waiting = waits.withStatus(
                        waits.status().toBuilder().nominatedNodeName("node-0").build())
                .withSpec(waits.spec().toBuilder().ephemeralContainers(looking).build());
        Pod mounts = pod("shop", "mounts-0", "node-0");
        Pod mounting = mounts.withSpec(mounts.spec().toBuilder()
                .volumes(List.of(Volume.ofClaim("v", "data")))
                .build());
        ClusterSnapshot read = again(ClusterSnapshot.of(List.of(node("node-0"), waiting, mounting)), List.of())
                .snapshot();
        assertThat(read.nominated().get(0).metadata().uid()).isEqualTo("u-waits-0");
        assertThat(read.nominated().get(0).metadata().creationTimestamp()).isEqualTo(NOON);
        assertThat(read.nominated().get(0).spec().ephemeralContainers()).isEqualTo(looking);
        assertThat(read.podsOn(0).get(0).metadata().uid()).isEqualTo("u-mounts-0");
    }

    /** Names, host names and numbers in labels are taken out, so that a thousand pods have one shape. */
    @Test
    void podsThatDifferInNameAloneTakeAFewBytesEach() {
        int some = SnapshotWriter.bytes(NOON, cluster(10, 10)).length;
        int many = SnapshotWriter.bytes(NOON, cluster(10, 110)).length;
        assertThat((many - some) / 1_000.0).isLessThan(8);
    }

    @Test
    void aLabelThatLooksLikeWhatIsTakenOutStaysAsItIs() throws IOException {
        Pod odd = pod("shop", "odd-7", "node-0");
        Map<String, String> labels = Map.of("a", "\uE000n", "b", "\uE000", "c", "odd-7", "d", "7", "e", "");
        Pod labelled =
                odd.withMetadata(odd.metadata().toBuilder().labels(labels).build());
        ClusterSnapshot read = again(ClusterSnapshot.of(List.of(node("node-0"), labelled)), List.of())
                .snapshot();
        assertThat(read.podsOn(0).get(0).metadata().labels()).isEqualTo(labels);
    }

    @Test
    void theSameSnapshotsAreTheSameBytes() {
        assertThat(SnapshotWriter.bytes(NOON, cluster(7, 7))).isEqualTo(SnapshotWriter.bytes(NOON, cluster(7, 7)));
    }

    @Test
    void whatAClusterIsSaidToRunTravelsAlong() throws IOException {
        ClusterSetup setup = ClusterSetup.of(KubernetesRelease.V1_36)
                .withFeatureGates(FeatureGates.parse("GangScheduling=true,GenericWorkload=true"));
        assertThat(again(cluster(1, 1).withSetup(setup), List.of()).snapshot().setup())
                .isEqualTo(setup);
    }

    @Test
    void objectsBesideASnapshotComeAndGo() throws IOException {
        PodGroup a = PodGroup.gang(ApiVersion.V1BETA1, "ml", "a", 3);
        PodGroup b = PodGroup.gang(ApiVersion.V1BETA1, "ml", "b", 3);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ClusterSnapshot snapshot = cluster(1, 1);
        try (SnapshotWriter writer = new SnapshotWriter(bytes)) {
            writer.write(NOON, snapshot, List.of(b, a, node("left-out")));
            writer.write(NOON, snapshot, List.of(b));
        }
        try (SnapshotReader reader = new SnapshotReader(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(reader.next().orElseThrow().others()).containsExactly(a, b);
            assertThat(reader.next().orElseThrow().others()).containsExactly(b);
        }
    }

    /** StoredShapes that nothing has any more are not carried along for ever. */
    @Test
    void allIsWrittenAnewOnceManyShapesWereSeen() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ClusterSnapshot snapshot = cluster(1, 1);
        try (SnapshotWriter writer = new SnapshotWriter(bytes)) {
            for (int i = 0; i < 1_020; i++) {
                writer.write(NOON.plusSeconds(i), snapshot.put(labelled(i)), List.of());
            }
        }
        assertThat(kinds(bytes.toByteArray())).matches("WC+WC+");
        try (SnapshotReader reader = new SnapshotReader(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (int i = 0; i < 1_020; i++) {
                StoredSnapshot read = reader.next().orElseThrow();
                assertThat(read.snapshot().node(0).metadata().labels()).containsEntry("round", "r" + i);
            }
        }
    }

    private static String kinds(byte[] bytes) throws IOException {
        StringBuilder kinds = new StringBuilder();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        Frame.requireBeginning(in);
        for (int kind = in.read(); kind >= 0; kind = in.read()) {
            Frame.read(kind, in);
            kinds.append((char) kind);
        }
        return kinds.toString();
    }

    private static Node labelled(int round) {
        Node node = node("node-0");
        return new Node(
                node.metadata().toBuilder().labels(Map.of("round", "r" + round)).build(), node.spec(), node.status());
    }

    @Test
    void gatesOfAStockClusterAreStored() throws IOException {
        ClusterSetup setup = ClusterSetup.OPEN.withFeatureGates(FeatureGates.DEFAULTS);
        assertThat(again(cluster(1, 1).withSetup(setup), List.of()).snapshot().setup())
                .isEqualTo(setup);
    }

    /** Equal ones are written once, whether they are none, before the time of the snapshot or after it. */
    @Test
    void startsAreStoredToTheSecond() throws IOException {
        Random random = new Random(2);
        List<Instant> starts = Arrays.asList(null, null, NOON, NOON.plusSeconds(9), NOON.minusSeconds(1), Instant.MIN);
        for (boolean isChange : new boolean[] {false, true}) {
            List<ApiObject> objects = new ArrayList<>(List.of(node("node-0")));
            List<Instant> expected = new ArrayList<>();
            for (int i = 10; i < 99; i++) {
                Pod pod = pod("shop", "web-" + i, "node-0");
                Instant start = starts.get(random.nextInt(starts.size()));
                objects.add(
                        pod.withStatus(pod.status().toBuilder().startTime(start).build()));
                expected.add(start);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (SnapshotWriter writer = new SnapshotWriter(bytes)) {
                writer.write(NOON, isChange ? ClusterSnapshot.of(List.of()) : ClusterSnapshot.of(objects), List.of());
                writer.write(NOON, ClusterSnapshot.of(objects), List.of());
            }
            try (SnapshotReader reader = new SnapshotReader(new ByteArrayInputStream(bytes.toByteArray()))) {
                reader.next();
                assertThat(reader.next().orElseThrow().snapshot().podsOn(0))
                        .extracting(pod -> pod.status().startTime())
                        .isEqualTo(expected);
            }
        }
    }
}
