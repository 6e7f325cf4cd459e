package io.github.workload4j.examples;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.fleet.GangShape;
import io.github.workload4j.gang.fleet.ShapeAnswer;
import io.github.workload4j.gang.fleet.ShapeSweep;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.stored.SnapshotWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pictured program of docs/many-snapshots.md: on which days of a year could which gangs have started? */
final class AskHistory {

    private static final Instant NEW_YEAR = Instant.parse("2025-01-01T03:00:00Z");
    private static final int NODES = 12;
    private static final int DAYS = 365;
    private static final int ROW = 24;
    private static final int NAMES = 110;

    private AskHistory() {}

    /** Prints the table of a small year, and writes its picture to the file named. */
    public static void main(String[] files) throws IOException {
        List<ShapeAnswer> answers = answers(year());
        System.out.print(table(answers));
        for (String file : files) {
            Files.writeString(Path.of(file), picture(answers));
        }
    }

    static List<ShapeAnswer> answers(byte[] stored) {
        List<GangShape> shapes = List.of(gang("2 x 8 GPUs", 2, 8), gang("8 x 4 GPUs", 8, 4), gang("40 x 1 GPU", 40, 1));
        ShapeSweep sweep = new ShapeSweep(shapes, Budget.steps(1_000_000));
        try (Stream<ShapeAnswer> answers = sweep.answers("small", new ByteArrayInputStream(stored))) {
            return answers.toList();
        }
    }

    /** Twelve nodes of 8 GPUs at three in the morning; more tasks run in spring and before holidays. */
    static byte[] year() throws IOException {
        SnapshotBuilder builder = ClusterSnapshot.builder();
        for (int n = 0; n < NODES; n++) {
            builder.node("n" + n, Map.of(), Map.of("nvidia.com/gpu", "8", "pods", "20"));
        }
        ClusterSnapshot empty = builder.build();
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (SnapshotWriter writer = new SnapshotWriter(stored)) {
            for (int day = 0; day < DAYS; day++) {
                ClusterSnapshot snapshot = empty;
                long busy = Math.round(6 + 3 * Math.sin(day * 2 * Math.PI / DAYS) + 2 * Math.sin(day * 1.7));
                for (int task = 0; task < 2 * busy; task++) {
                    snapshot = snapshot.put(pod("task-" + task, "n" + task * 5 % NODES, 1 + (task + day) % 4, ""));
                }
                writer.write(NEW_YEAR.plus(day, ChronoUnit.DAYS), snapshot, List.of());
            }
        }
        return stored.toByteArray();
    }

    private static GangShape gang(String name, int pods, int gpus) {
        List<ApiObject> objects = new ArrayList<>();
        objects.add(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", pods));
        for (int p = 0; p < pods; p++) {
            objects.add(pod("train-" + p, "", gpus, "train"));
        }
        return GangShape.of(name, objects);
    }

    private static Pod pod(String name, String node, int gpus, String group) {
        PodSpec.Builder spec = PodSpec.builder()
                .nodeName(node)
                .containers(List.of(Container.of("main", Map.of("nvidia.com/gpu", Quantity.of(gpus)))));
        if (!group.isEmpty()) {
            spec.schedulingGroup(new PodSchedulingGroup(group));
        }
        return new Pod(ObjectMeta.of("ml", name), spec.build(), PodStatus.EMPTY);
    }

    /** {@return of each month and shape on how many days it fits, as comma-separated values} */
    static String table(List<ShapeAnswer> answers) {
        Map<String, Map<String, Integer>> months = new LinkedHashMap<>();
        for (ShapeAnswer answer : answers) {
            String month = answer.time()
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString()
                    .substring(0, 7);
            months.computeIfAbsent(month, m -> new LinkedHashMap<>())
                    .merge(answer.shape(), answer.answer().takesIt() ? 1 : 0, Integer::sum);
        }
        StringBuilder table = new StringBuilder("month," + String.join(",", shapes(answers)) + "\n");
        months.forEach((month, days) -> {
            table.append(month);
            days.values().forEach(count -> table.append(',').append(count));
            table.append('\n');
        });
        return table.toString();
    }

    /** {@return a row of days for each shape: dark where it fits, light where it is proved that it does not} */
    static String picture(List<ShapeAnswer> answers) {
        List<String> shapes = shapes(answers);
        StringBuilder svg = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' font-family='sans-serif'"
                + " font-size='13' width='" + (NAMES + 2 * DAYS) + "' height='" + ROW * shapes.size() + "'>\n");
        for (int s = 0; s < shapes.size(); s++) {
            svg.append("<text x='4' y='" + (ROW * s + 16) + "'>" + shapes.get(s) + "</text>\n");
        }
        for (int a = 0; a < answers.size(); a++) {
            int x = NAMES + 2 * (a / shapes.size());
            int y = ROW * (a % shapes.size()) + 2;
            String colour = switch (answers.get(a).answer().verdict().word()) {
                case "feasible" -> "#1b7837";
                case "infeasible" -> "#f1c9bd";
                default -> "#bbbbbb";
            };
            svg.append("<rect x='" + x + "' y='" + y + "' width='2' height='20' fill='" + colour + "'/>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private static List<String> shapes(List<ShapeAnswer> answers) {
        return answers.stream().map(ShapeAnswer::shape).distinct().toList();
    }
}
