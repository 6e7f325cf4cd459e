package io.github.workload4j.benchmarks;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotDifference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A cluster that the openb trace drives: its kinds of nodes in their shares, its pods in their order, again and again,
 * at a rate that follows day and week. Some of them live fifty times as long, and all together keep about nine tenths
 * of the GPUs busy. Beside them each node has services that never change. A pod goes to the tightest of some nodes that
 * take it, and waits while none does.
 *
 * <p>A share of a GPU counts as thousandths of all GPUs of its node.
 */
final class OpenbCluster {

    private static final String GPU = "example.com/gpu-milli";
    private static final int SERVICES = 27;
    private static final int CANDIDATES = 8;
    private static final int RACK = 16;

    /** The share of GPUs that tasks of the trace keep busy, and those that live as many times as long. */
    private static final double BUSY = 0.22;

    private static final double BUSY_FOR_LONG = 0.68;
    private static final int LONG = 50;
    private static final long DAY = 86_400;

    /** A row of the trace: amounts of cpu, memory (MiB) and GPU (thousandths), and its life in seconds. */
    private record Task(int[] asked, long seconds) {}

    private record Running(long end, int node, int[] asked, Pod pod) {}

    private final Random random;
    private final List<Node> nodes = new ArrayList<>();
    private final int[][] free;
    private final List<Task> tasks = new ArrayList<>();
    private final double perSecond;
    private final PriorityQueue<Running> running = new PriorityQueue<>(Comparator.comparingLong(Running::end));
    private final Deque<Task> waiting = new ArrayDeque<>();
    private ClusterSnapshot snapshot;
    private long now;
    private int serial;
    private long arrived;

    /**
     * The cluster at the start of a year.
     *
     * @param trace the folder of the trace
     */
    OpenbCluster(Path trace, int size, long seed) throws IOException {
        random = new Random(seed);
        List<String[]> kinds = rows(trace.resolve("openb_node_list_all_node.csv"));
        free = new int[size][];
        long gpus = 0;
        for (int n = 0; n < size; n++) {
            String[] kind = kinds.get((int) ((long) n * kinds.size() / size));
            free[n] = new int[] {number(kind[1]), number(kind[2]), 1_000 * number(kind[3])};
            gpus += free[n][2];
            nodes.add(node(n, free[n], kind.length > 4 ? kind[4] : ""));
        }
        double work = 0;
        double seconds = 0;
        for (String[] row : rows(trace.resolve("openb_pod_list_default.csv"))) {
            int gpu = number(row[3]) * Math.max(1, number(row[4]));
            Task task = new Task(
                    new int[] {number(row[1]), number(row[2]), gpu}, Math.max(1, number(row[9]) - number(row[8])));
            tasks.add(task);
            work += (double) gpu * task.seconds;
            seconds += task.seconds;
        }
        perSecond = BUSY * gpus / (work / tasks.size());
        List<ApiObject> objects = new ArrayList<>(nodes);
        for (int n = 0; n < size; n++) {
            for (int s = 0; s < SERVICES; s++) {
                int[] asked = {100, 128, 0};
                take(free[n], asked, 1);
                objects.add(pod("services", "service-" + s + "-" + n, n, asked, 0));
            }
        }
        // Those that run at a moment: the longer one lives, the more of it run.
        double[] until = new double[tasks.size()];
        for (int t = 0; t < until.length; t++) {
            until[t] = (t == 0 ? 0 : until[t - 1]) + tasks.get(t).seconds;
        }
        double each = perSecond * seconds / tasks.size();
        for (int i = 0; i < each * (BUSY + BUSY_FOR_LONG) / BUSY; i++) {
            int at = Arrays.binarySearch(until, random.nextDouble() * seconds);
            Task task = tasks.get(Math.min(tasks.size() - 1, at < 0 ? -at - 1 : at));
            long life = task.seconds * (i < each ? 1 : LONG);
            Running begun = begin(new Task(task.asked, 1 + (long) (random.nextDouble() * life)));
            if (begun != null) {
                objects.add(begun.pod);
            }
        }
        snapshot = ClusterSnapshot.of(objects);
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static Node node(int n, int[] has, String model) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("kubernetes.io/hostname", name(n));
        labels.put("example.com/rack", "rack-" + n / RACK);
        labels.put("example.com/gpu-model", model.isEmpty() ? "none" : model);
        Map<String, Quantity> allocatable = quantities(has);
        allocatable.put("pods", Quantity.of(110));
        return new Node(
                ObjectMeta.builder().name(name(n)).labels(labels).build(),
                NodeSpec.OPEN,
                new NodeStatus(Map.of(), allocatable));
    }

    private static String name(int n) {
        return "node-" + n;
    }

    private static Map<String, Quantity> quantities(int[] amounts) {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        quantities.put("cpu", Quantity.parse(amounts[0] + "m"));
        quantities.put("memory", Quantity.parse(amounts[1] + "Mi"));
        if (amounts[2] > 0) {
            quantities.put(GPU, Quantity.of(amounts[2]));
        }
        return quantities;
    }

    private static Pod pod(String namespace, String name, int node, int[] asked, long start) {
        return new Pod(
                ObjectMeta.of(namespace, name),
                PodSpec.builder()
                        .nodeName(name(node))
                        .containers(List.of(Container.of("main", quantities(asked))))
                        .build(),
                PodStatus.EMPTY.toBuilder()
                        .phase("Running")
                        .startTime(Instant.ofEpochSecond(YearOfSnapshots.START + start))
                        .build());
    }

    private static void take(int[] from, int[] asked, int times) {
        for (int r = 0; r < asked.length; r++) {
            from[r] -= times * asked[r];
        }
    }

    /** {@return the pod of a task, on a node from now on, or null if none takes it} */
    private Running begin(Task task) {
        int node = -1;
        int start = random.nextInt(free.length);
        for (int i = 0, seen = 0; i < free.length && seen < CANDIDATES; i++) {
            int n = (start + i * 7_919) % free.length;
            if (takes(free[n], task.asked)) {
                seen++;
                node = node < 0 || left(n) < left(node) ? n : node;
            }
        }
        if (node < 0) {
            return null;
        }
        take(free[node], task.asked, 1);
        Pod pod = pod("tasks", "task-" + serial++, node, task.asked, now);
        Running begun = new Running(now + task.seconds, node, task.asked, pod);
        running.add(begun);
        return begun;
    }

    /** Pods without a GPU keep away from nodes that have some free, if they can. */
    private long left(int node) {
        return (long) free[node][2] << 32 | free[node][0];
    }

    private static boolean takes(int[] has, int[] asked) {
        return has[0] >= asked[0] && has[1] >= asked[1] && has[2] >= asked[2];
    }

    /** {@return the cluster as it is now} */
    ClusterSnapshot snapshot() {
        return snapshot;
    }

    /** Goes on by some seconds, and returns how many pods changed. */
    int advance(int seconds) {
        long until = now + seconds;
        List<ApiObject> put = new ArrayList<>();
        List<ApiObject> gone = new ArrayList<>();
        double rate = perSecond * wave(now) * seconds;
        arrive(rate, 1, seconds);
        arrive(rate * BUSY_FOR_LONG / BUSY / LONG, LONG, seconds);
        now = until;
        while (!running.isEmpty() && running.peek().end <= now) {
            Running over = running.poll();
            take(free[over.node], over.asked, -1);
            gone.add(over.pod);
        }
        for (int i = waiting.size(); i > 0; i--) {
            Task task = waiting.poll();
            Running begun = begin(task);
            if (begun == null) {
                waiting.add(task);
            } else {
                put.add(begun.pod);
            }
        }
        snapshot = snapshot.with(new SnapshotDifference(put, gone));
        return put.size() + gone.size();
    }

    /** Who comes and goes in between is not seen. */
    private void arrive(double rate, int times, int seconds) {
        int arrivals = (int) Math.max(0, Math.round(rate + Math.sqrt(rate) * random.nextGaussian()));
        for (int i = 0; i < arrivals; i++) {
            Task task = tasks.get((int) (arrived++ % tasks.size()));
            long left = task.seconds * times - random.nextInt(seconds);
            if (left > 0) {
                waiting.add(new Task(task.asked, left));
            }
        }
    }

    /** More by day than by night, less at weekends. */
    private static double wave(long second) {
        double hour = second % DAY / 3_600.0;
        boolean weekend = second / DAY % 7 >= 5;
        return (weekend ? 0.7 : 1.12) * (1 + 0.4 * Math.sin((hour - 9) * Math.PI / 12));
    }
}
