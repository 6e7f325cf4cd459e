package io.github.workload4j.gang.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.gang.cluster.ClusterEvents;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotDifference;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pods that are read as rows are in no answer and after no change told from those that are read one by one. */
class StoredPodsTest {

    private static final int DAMAGED = 1_000 * Integer.getInteger("workload.times", 1);

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final ClusterSnapshot EMPTY = ClusterSnapshot.of(List.of());

    /** A cluster whose pods all say their namespace, as those of a server do. */
    private static ClusterSnapshot served(ClusterSnapshot view) {
        List<ApiObject> objects = new ArrayList<>(view.since(EMPTY).put());
        objects.removeIf(
                each -> each instanceof Pod pod && pod.metadata().namespace().isEmpty());
        return ClusterSnapshot.of(objects);
    }

    private static byte[] content(ClusterSnapshot snapshot) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(SnapshotWriter.bytes(NOON, snapshot)));
        Frame.requireBeginning(in);
        in.read();
        return Frame.read(Frame.WHOLE, in);
    }

    /** What is read of a content: as rows if it is whole, pod by pod if it is a change to nothing. */
    private static Object read(int kind, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        Frame.begin(out);
        Frame.write(kind, content, out);
        try {
            return SnapshotReader.read(bytes.toByteArray()).snapshot();
        } catch (SnapshotFormatException e) {
            return e.getMessage();
        }
    }

    private static boolean isRows(byte[] content) throws IOException {
        Cut cut = new Cut(content);
        cut.signed();
        cut.number();
        cut.text();
        cut.number();
        cut.text();
        List<ApiObject> shapes = SnapshotReader.manifests(cut);
        SnapshotReader.names(cut);
        List<Node> nodes = new ArrayList<>();
        for (String name : SnapshotReader.names(cut)) {
            nodes.add(StoredShapes.node((Node) shapes.get(cut.below(shapes.size())), name));
        }
        ListedPods.NONE.gone(cut);
        return StoredPods.read(cut, shapes, nodes, NOON, new ArrayList<>()) != null;
    }

    private static ClusterEvents cluster(int seed) {
        ClusterEvents cluster = new ClusterEvents(seed);
        IntStream.range(0, 60 + seed).forEach(event -> cluster.next());
        return cluster;
    }

    @Test
    void aWriterLeavesRows() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            ClusterSnapshot cluster = served(cluster(seed).view());
            byte[] content = content(cluster);
            assertThat(isRows(content)).isTrue();
            ClusterSnapshot rows = (ClusterSnapshot) read(Frame.WHOLE, content);
            ClusterEvents.requireAlike(rows, (ClusterSnapshot) read(Frame.CHANGE, content));
            ClusterEvents.requireAlike(rows, cluster);
            assertThat(SnapshotWriter.bytes(NOON, rows)).isEqualTo(SnapshotWriter.bytes(NOON, cluster));
        }
    }

    @Test
    void changesOfRowsAreChangesOfPods() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            ClusterEvents events = cluster(seed);
            ClusterSnapshot objects = served(events.view());
            ClusterSnapshot read = (ClusterSnapshot) read(Frame.WHOLE, content(objects));
            ClusterSnapshot first = read;
            for (int step = 0; step < 20; step++) {
                for (int event = 0; event < 6; event++) {
                    events.next();
                }
                ClusterSnapshot later = served(events.view());
                SnapshotDifference difference = later.since(read);
                assertThat(read.since(read).isEmpty()).isTrue();
                read = read.with(difference);
                ClusterEvents.requireAlike(read, later);
                assertThat(first.with(read.since(first)).since(later).isEmpty()).isTrue();
                assertThat(read.with(first.since(read)).since(first).isEmpty()).isTrue();
            }
        }
    }

    @Test
    void podsAreFoundByNameAndByWhatTheyHaveInCommon() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            ClusterEvents events = cluster(seed);
            ClusterSnapshot objects = served(events.view());
            ClusterSnapshot read = (ClusterSnapshot) read(Frame.WHOLE, content(objects));
            for (int step = 0; step < 3; step++) {
                assertThat(read.podsLike((namespace, pod) -> true))
                        .isEqualTo(objects.podsLike((namespace, pod) -> true));
                assertThat(read.podsLike((namespace, pod) ->
                                namespace.equals("ml") || pod.spec().schedulingGroup() != null))
                        .isEqualTo(objects.podsLike((namespace, pod) ->
                                namespace.equals("ml") || pod.spec().schedulingGroup() != null));
                assertThat(read.labelledNamespaces()).isEqualTo(objects.labelledNamespaces());
                for (String namespace : List.of("ml", "shop", "default", "")) {
                    for (int name = 0; name < 40; name++) {
                        assertThat(read.pod(namespace, "p" + name)).isEqualTo(objects.pod(namespace, "p" + name));
                    }
                }
                IntStream.range(0, 9).forEach(event -> events.next());
                ClusterSnapshot later = served(events.view());
                read = read.with(later.since(objects));
                objects = later;
            }
        }
    }

    @Test
    void whatChangesIsWrittenAndReadByNumber() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            ClusterEvents events = cluster(seed);
            List<ClusterSnapshot> written = new ArrayList<>();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (SnapshotWriter writer = new SnapshotWriter(bytes)) {
                for (int step = 0; step < 20; step++) {
                    IntStream.range(0, 6).forEach(event -> events.next());
                    written.add(served(events.view()));
                    writer.write(NOON, written.get(step), List.of());
                }
            }
            try (SnapshotReader reader = new SnapshotReader(new ByteArrayInputStream(bytes.toByteArray()))) {
                for (ClusterSnapshot each : written) {
                    ClusterEvents.requireAlike(reader.next().orElseThrow().snapshot(), each);
                }
            }
        }
    }

    @Test
    void whateverStandsThereIsReadOrRefusedAlike() throws IOException {
        Random random = new Random(3);
        int refused = 0;
        int read = 0;
        byte[] content = content(served(cluster(90).view()));
        for (int i = 0; i < DAMAGED; i++) {
            byte[] changed = Arrays.copyOf(content, content.length);
            int from = random.nextInt(4) == 0 ? 0 : content.length * 3 / 4;
            changed[from + random.nextInt(content.length - from)] =
                    (byte) random.nextInt(random.nextBoolean() ? 256 : 20);
            Object asRows = read(Frame.WHOLE, changed);
            Object oneByOne = read(Frame.CHANGE, changed);
            if (asRows instanceof ClusterSnapshot rows && oneByOne instanceof ClusterSnapshot pods) {
                assertThat(rows.since(pods).isEmpty() && pods.since(rows).isEmpty())
                        .isTrue();
                read++;
            } else {
                assertThat(asRows).isEqualTo(oneByOne);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(DAMAGED / 6);
        assertThat(read).isGreaterThan(DAMAGED / 12);
    }
}
