package io.github.workload4j.benchmarks;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.fleet.GangShape;
import io.github.workload4j.gang.fleet.ShapeAnswer;
import io.github.workload4j.gang.fleet.ShapeSweep;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.stored.SnapshotWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A year of a cluster of 5,000 nodes, a snapshot every five minutes, and fifty shapes asked of each.
 *
 * <p>{@code write TRACE DIRECTORY DAYS} stores one file a day: a whole snapshot, then changes. {@code ask DIRECTORY}
 * asks, day by day on one thread, and prints what it found and what it took; {@code ask DIRECTORY parallel} on all
 * cores.
 */
public final class YearOfSnapshots {

    static final long START = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond();
    private static final int NODES = 5_000;
    private static final int EVERY = 300;
    private static final int A_DAY = 288;
    private static final long SEED = 42;
    private static final long STEPS = 1_000_000;

    private YearOfSnapshots() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 4 && arguments[0].equals("write")) {
            write(Path.of(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[3]));
        } else if (arguments.length >= 2 && arguments[0].equals("ask")) {
            ask(Path.of(arguments[1]), arguments.length > 2 && arguments[2].equals("parallel"));
        } else {
            System.err.println("write TRACE DIRECTORY DAYS | ask DIRECTORY [parallel]");
            System.exit(2);
        }
    }

    private static void write(Path trace, Path directory, int days) throws IOException {
        long cpu = cpu();
        OpenbCluster cluster = new OpenbCluster(trace, NODES, SEED);
        Files.createDirectories(directory);
        long bytes = 0;
        long changes = 0;
        for (int day = 0; day < days; day++) {
            Path file = directory.resolve(String.format("day-%03d.snap", day));
            try (SnapshotWriter writer =
                    new SnapshotWriter(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
                for (int point = 0; point < A_DAY; point++) {
                    changes += day + point == 0 ? 0 : cluster.advance(EVERY);
                    Instant time = Instant.ofEpochSecond(START + ((long) day * A_DAY + point) * EVERY);
                    writer.write(time, cluster.snapshot(), List.of());
                }
            }
            bytes += Files.size(file);
        }
        System.out.printf(
                "%d points, %s, %d bytes, %d pods changed, %.1f s of CPU%n",
                days * A_DAY, cluster.snapshot(), bytes, changes, (cpu() - cpu) / 1e9);
    }

    /** {@return the CPU time of this process so far, all threads together} */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void ask(Path directory, boolean isParallel) throws IOException {
        ShapeSweep sweep = new ShapeSweep(shapes(), Budget.steps(STEPS));
        Path[] files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.sorted().toArray(Path[]::new);
        }
        long cpu = cpu();
        long wall = System.nanoTime();
        Stream<Path> days = Stream.of(files);
        List<Counts> counts = (isParallel ? days.parallel() : days)
                .map(file -> counts(sweep, file))
                .toList();
        Counts all = new Counts();
        counts.forEach(all::add);
        all.byShape.forEach((shape, verdicts) -> System.out.println(shape + " " + verdicts));
        System.out.printf(
                "%d answers, digest %016x, %.1f s of CPU, %.1f s%n",
                all.answers, all.digest, (cpu() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9);
    }

    private static Counts counts(ShapeSweep sweep, Path file) {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Counts counts = new Counts();
        try (Stream<ShapeAnswer> answers =
                sweep.answers("openb", new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            answers.forEach(counts::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        System.out.printf("%s: %d answers, %.1f s of this thread%n", file.getFileName(), counts.answers, spent / 1e9);
        return counts;
    }

    /** Verdicts by shape, and a digest of all columns of all rows in their order. */
    private static final class Counts {

        private final Map<String, Map<String, Integer>> byShape = new TreeMap<>();
        private long answers;
        private long digest;

        void add(ShapeAnswer answer) {
            String verdict = answer.answer().verdict().word();
            byShape.computeIfAbsent(answer.shape(), shape -> new TreeMap<>()).merge(verdict, 1, Integer::sum);
            answers++;
            List<Object> row = List.of(
                    answer.time(),
                    answer.shape(),
                    verdict,
                    answer.reason(),
                    answer.domain(),
                    answer.missing(),
                    answer.answer().verdict().steps());
            digest = digest * 1_000_003 + row.hashCode();
        }

        void add(Counts day) {
            day.byShape.forEach((shape, verdicts) -> verdicts.forEach((verdict, count) -> byShape.computeIfAbsent(
                            shape, s -> new TreeMap<>())
                    .merge(verdict, count, Integer::sum)));
            answers += day.answers;
            digest = digest * 1_000_003 + day.digest;
        }
    }

    /** Five sizes of gangs, five kinds of pods, anywhere or in one rack. */
    private static List<GangShape> shapes() {
        String[] pods = {"8 32 0", "8 32 1000", "16 64 2000", "48 192 4000", "90 320 8000"};
        int[] sizes = {1, 4, 8, 16, 64};
        List<GangShape> shapes = new ArrayList<>();
        for (String pod : pods) {
            for (int size : sizes) {
                for (boolean inRack : new boolean[] {false, true}) {
                    String name = size + " x " + pod + (inRack ? " in a rack" : "");
                    shapes.add(GangShape.of(name, gang(size, pod.split(" "), inRack)));
                }
            }
        }
        return shapes;
    }

    static List<ApiObject> gang(int size, String[] asked, boolean inRack) {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", size);
        List<ApiObject> objects = new ArrayList<>();
        objects.add(
                inRack
                        ? group.withSpec(group.spec().toBuilder()
                                .schedulingConstraints(SchedulingConstraints.sameDomain("example.com/rack"))
                                .build())
                        : group);
        Map<String, Quantity> requests = new LinkedHashMap<>();
        requests.put("cpu", Quantity.parse(asked[0]));
        requests.put("memory", Quantity.parse(asked[1] + "Gi"));
        requests.put("example.com/gpu-milli", Quantity.parse(asked[2]));
        for (int p = 0; p < size; p++) {
            PodSpec spec = PodSpec.builder()
                    .schedulingGroup(new PodSchedulingGroup("train"))
                    .containers(List.of(Container.of("main", requests)))
                    .build();
            objects.add(new Pod(ObjectMeta.of("ml", "train-" + p), spec, PodStatus.EMPTY));
        }
        return objects;
    }
}
