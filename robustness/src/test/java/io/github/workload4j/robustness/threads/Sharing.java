package io.github.workload4j.robustness.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.policy.lint.Lints;
import io.github.workload4j.policy.rule.ManifestRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Sixteen threads that share one reader, one set of rules, one snapshot and one set of groups. */
final class Sharing {

    private static final int THREADS = 16;
    private static final Path EXAMPLES = Path.of("../examples/manifests");
    private static final ManifestReader READER = ManifestReader.lenient();
    private static final ManifestRules RULES = ManifestRules.standard();
    private static final Budget BUDGET = Budget.steps(100_000);

    /** What a thread does again and again, and must come to each time. */
    private record Task(String name, Callable<String> work, String expected) {
        static Task of(String name, Callable<String> work) throws Exception {
            return new Task(name, work, work.call());
        }
    }

    private final List<Task> tasks = new ArrayList<>();
    private final ClusterSnapshot snapshot;
    private final Groups groups;

    Sharing() throws Exception {
        List<ApiObject> all = new ArrayList<>();
        for (String file :
                List.of("training.yaml", "training-too-large.yaml", "self-play.yaml", "chat-v1alpha3.yaml")) {
            byte[] text = Files.readAllBytes(EXAMPLES.resolve(file));
            tasks.add(Task.of("read " + file, () -> READER.read(text).toString()));
            List<ApiObject> objects = objects(text);
            tasks.add(Task.of(
                    "judge " + file,
                    () -> objects.stream().map(RULES::checkCreate).toList().toString() + Lints.check(objects)));
            all.addAll(objects);
        }
        byte[] broken = Files.readAllBytes(EXAMPLES.resolve("faulty.yaml"));
        tasks.add(Task.of(
                "read what is broken",
                () -> ManifestReader.strict().read(broken).toString()));
        all.addAll(objects(Files.readAllBytes(EXAMPLES.resolve("cluster.yaml"))));
        snapshot = ClusterSnapshot.of(of(Node.class, all), of(Pod.class, all));
        groups = Groups.of(of(SchedulingObject.class, all));
        List<GroupRef> waiting = groups.waiting(snapshot);
        assertThat(waiting).hasSizeGreaterThan(2);
        for (GroupRef group : waiting) {
            tasks.add(Task.of("ask about " + group, () -> answer(group)));
        }
    }

    private String answer(GroupRef group) {
        var verdict = Feasibility.answer(snapshot, groups, group, BUDGET);
        return verdict + " " + Explanation.of(snapshot, groups, group, verdict, BUDGET);
    }

    private static List<ApiObject> objects(byte[] text) {
        List<ApiObject> objects = new ArrayList<>();
        for (Document document : READER.read(text)) {
            if (document instanceof Decoded decoded) {
                objects.add(decoded.object());
            }
        }
        return objects;
    }

    private static <T> List<T> of(Class<T> kind, List<ApiObject> objects) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * {@return how often a task was done; each came to what one thread alone comes to}
     *
     * @param least how often each thread does one, however long that takes
     */
    long run(Duration time, int least) throws Exception {
        AtomicLong done = new AtomicLong();
        long end = System.nanoTime() + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int first = t;
                running.add(threads.submit(() -> {
                    for (int i = first; i < first + least || System.nanoTime() < end; i++) {
                        Task task = tasks.get(i % tasks.size());
                        assertThat(task.work().call()).as(task.name()).isEqualTo(task.expected());
                        done.incrementAndGet();
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get(time.toSeconds() + 120, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        return done.get();
    }

    /** {@return bytes in use after everything that can go is gone} */
    static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(50);
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
