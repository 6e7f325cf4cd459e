package io.github.workload4j.spark;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.stored.SnapshotWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.SparkSession;

/** Two racks of three nodes on which pods come and go, three shapes, and a session to ask in. */
final class SmallHistory {

    static final Instant START = Instant.parse("2026-11-30T12:00:00Z");

    private SmallHistory() {}

    static SparkSession session(int cores) {
        return SparkSession.builder()
                .master("local[" + cores + "]")
                .appName("workload-spark")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.sql.warehouse.dir", "target/warehouse")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
    }

    static List<ShapeRow> shapes() {
        return List.of(
                ShapeRow.of("2 x 3", gang(2, 3, false)),
                ShapeRow.of("5 x 3", gang(5, 3, false)),
                ShapeRow.of("4 x 2 in a rack", gang(4, 2, true)));
    }

    private static String gang(int pods, int cpu, boolean inRack) {
        StringBuilder text = new StringBuilder();
        text.append("{apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: train, namespace: ml},")
                .append(" spec: {schedulingPolicy: {gang: {minCount: " + pods + "}}")
                .append(inRack ? ", schedulingConstraints: {topology: [{key: example.com/rack}]}" : "")
                .append("}}\n");
        for (int p = 0; p < pods; p++) {
            text.append("---\n{apiVersion: v1, kind: Pod, metadata: {name: train-" + p + ", namespace: ml}, spec:"
                    + " {schedulingGroup: {podGroupName: train}, containers: [{name: c, image: i,"
                    + " resources: {requests: {cpu: " + cpu + "}}}]}}\n");
        }
        return text.toString();
    }

    static byte[] stored(int seed, int points) throws IOException {
        SnapshotBuilder builder = ClusterSnapshot.builder();
        for (int n = 0; n < 6; n++) {
            builder.node("n" + n, Map.of("example.com/rack", "r" + n / 3), Map.of("cpu", "6", "pods", "20"));
        }
        ClusterSnapshot snapshot = builder.build();
        Random random = new Random(seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SnapshotWriter writer = new SnapshotWriter(bytes)) {
            for (int point = 0; point < points; point++) {
                writer.write(START.plusSeconds(300L * point), snapshot, List.of());
                snapshot = snapshot.put(running("p" + point, "n" + random.nextInt(6), 1 + random.nextInt(5)));
            }
        }
        return bytes.toByteArray();
    }

    private static Pod running(String name, String node, int cpu) {
        return new Pod(
                ObjectMeta.of("team", name),
                PodSpec.builder()
                        .nodeName(node)
                        .containers(List.of(Container.of("main", Map.of("cpu", Quantity.of(cpu)))))
                        .build(),
                PodStatus.EMPTY);
    }
}
