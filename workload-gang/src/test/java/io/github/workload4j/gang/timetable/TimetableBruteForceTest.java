package io.github.workload4j.gang.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerPort;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Tries every minute and every placement for each group of small queues, with the groups before it where they are. The
 * judge of rules is the replay; the judge of room is a sum.
 */
class TimetableBruteForceTest {

    private static final int WORLDS = 60 * Integer.getInteger("workload.times", 1);

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final int LAST_MINUTE = 40;
    private static final String HOST = "kubernetes.io/hostname";

    /** A small world: what runs, what is reserved, what waits. */
    private static final class World {

        private final Random random;
        private final boolean rules;
        private final List<Node> nodes = new ArrayList<>();
        private final List<Pod> running = new ArrayList<>();
        private final List<Reservation> reservations = new ArrayList<>();
        private final List<PodGroup> groups = new ArrayList<>();
        private final List<List<Pod>> waiting = new ArrayList<>();

        World(long seed, boolean rules) {
            this.random = new Random(seed);
            this.rules = rules;
            int size = 1 + random.nextInt(3);
            for (int n = 0; n < size; n++) {
                Map<String, Quantity> allocatable =
                        Map.of("cpu", Quantity.of(4 + random.nextInt(3)), "pods", Quantity.of(2 + random.nextInt(4)));
                nodes.add(new Node(
                        ObjectMeta.of("n" + n).toBuilder()
                                .labels(Map.of(HOST, "n" + n, "rack", "r" + n / 2))
                                .build(),
                        NodeSpec.OPEN,
                        new NodeStatus(Map.of(), allocatable)));
            }
            int pods = random.nextInt(4);
            for (int p = 0; p < pods; p++) {
                Long end = random.nextInt(5) == 0 ? null : Long.valueOf(60L * (1 + random.nextInt(8)));
                running.add(pod("shop", "run-" + p, "", "n" + random.nextInt(size), 1 + random.nextInt(4), end));
            }
            int kept = random.nextInt(3);
            for (int r = 0; r < kept; r++) {
                long from = 60L * random.nextInt(8);
                reservations.add(new Reservation(
                        "kept-" + r,
                        NOON.plusSeconds(from),
                        NOON.plusSeconds(from + 60L * (1 + random.nextInt(4))),
                        Map.of(
                                "n" + random.nextInt(size),
                                Map.of("cpu", 1_000L * (1 + random.nextInt(5)), "pods", (long) random.nextInt(2)))));
            }
            int queue = 2 + random.nextInt(3);
            for (int g = 0; g < queue; g++) {
                int count = 1 + random.nextInt(3);
                Long lasts = random.nextInt(4) == 0 ? null : Long.valueOf(60L * (1 + random.nextInt(5)));
                int cpu = 1 + random.nextInt(5);
                List<Pod> own = new ArrayList<>();
                for (int p = 0; p < count; p++) {
                    own.add(pod("ml", "g" + g + "-" + p, "g" + g, "", cpu, lasts));
                }
                waiting.add(own);
                groups.add(PodGroup.gang(ApiVersion.V1BETA1, "ml", "g" + g, 1 + random.nextInt(count)));
            }
        }

        private Pod pod(String namespace, String name, String group, String node, int cpu, Long seconds) {
            PodSpec.Builder spec = PodSpec.builder().nodeName(node).activeDeadlineSeconds(seconds);
            Container container = Container.of("c", Map.of("cpu", Quantity.of(cpu)));
            if (!group.isEmpty()) {
                spec.schedulingGroup(new PodSchedulingGroup(group));
            }
            if (rules) {
                addRule(spec, group.isEmpty() ? random.nextInt(8) : group.hashCode() % 8);
                if (random.nextInt(8) == 0) {
                    container = container.withPorts(List.of(new ContainerPort("", 80, 80, "", "TCP")));
                }
            }
            Map<String, String> labels = Map.of("app", (group + name).length() % 2 == 0 ? "a" : "b");
            return new Pod(
                    ObjectMeta.builder()
                            .namespace(namespace)
                            .name(name)
                            .labels(labels)
                            .build(),
                    spec.containers(List.of(container)).build(),
                    node.isEmpty()
                            ? PodStatus.EMPTY
                            : PodStatus.builder()
                                    .phase("Running")
                                    .startTime(NOON)
                                    .build());
        }

        private void addRule(PodSpec.Builder spec, int which) {
            String key = random.nextBoolean() ? HOST : "rack";
            LabelSelector selector = new LabelSelector(Map.of("app", random.nextBoolean() ? "a" : "b"), List.of());
            PodAffinityTerm term =
                    new PodAffinityTerm(selector, List.of("ml", "shop"), null, key, List.of(), List.of());
            if (random.nextInt(3) == 0) {
                if (which % 3 == 0) {
                    spec.affinity(new Affinity(null, List.of(), List.of(term)));
                } else if (which % 3 == 1) {
                    spec.affinity(new Affinity(null, List.of(term), List.of()));
                } else {
                    spec.topologySpreadConstraints(
                            new TopologySpreadConstraint(1, key, "DoNotSchedule", selector, null, "", "", List.of()));
                }
            }
        }

        ClusterSnapshot snapshot() {
            List<Pod> all = new ArrayList<>(running);
            waiting.forEach(all::addAll);
            return ClusterSnapshot.of(nodes, all);
        }

        GroupRef ref(int group) {
            return GroupRef.podGroup("ml", "g" + group);
        }
    }

    /** A group that has its place. */
    private record Done(int group, int start, int end, List<Assignment> placement) {

        boolean isThere(int minute) {
            return start <= minute && minute < end;
        }
    }

    private static int minutes(Instant moment) {
        return (int) ((moment.getEpochSecond() - NOON.getEpochSecond()) / 60);
    }

    private static int end(Pod pod) {
        Long seconds = pod.spec().activeDeadlineSeconds();
        return seconds == null ? Integer.MAX_VALUE : (int) (seconds / 60);
    }

    /** Whether every rule holds for a group's pods at a minute, beside those that are there then. */
    private static boolean replays(World world, List<Done> there, int group, List<Assignment> placement, int minute) {
        List<Pod> pods = new ArrayList<>();
        world.running.stream().filter(pod -> end(pod) > minute).forEach(pods::add);
        Map<String, String> nodes = new HashMap<>();
        there.forEach(done -> done.placement.forEach(each -> nodes.put(each.pod(), each.node())));
        for (int g = 0; g < world.waiting.size(); g++) {
            int own = g;
            for (Pod pod : world.waiting.get(g)) {
                String node = nodes.get(pod.metadata().name());
                if (g == group) {
                    pods.add(pod);
                } else if (node != null && there.stream().anyMatch(done -> done.group == own)) {
                    pods.add(pod.withSpec(pod.spec().toBuilder().nodeName(node).build()));
                }
            }
        }
        return Replay.of(world.nodes, pods, world.groups)
                .objections(world.ref(group), placement)
                .isEmpty();
    }

    private static boolean hasRoom(World world, List<Done> there, int minute) {
        for (Node node : world.nodes) {
            String name = node.metadata().name();
            long cpu = node.status().allocatable().get("cpu").millis();
            long slots = node.status().allocatable().get("pods").units();
            boolean asked = false;
            for (Pod pod : world.running) {
                if (pod.spec().nodeName().equals(name) && end(pod) > minute) {
                    cpu -= cpu(pod);
                    slots--;
                }
            }
            for (Done done : there) {
                for (Assignment each : done.placement) {
                    if (each.node().equals(name) && done.isThere(minute)) {
                        cpu -= cpu(world.waiting.get(done.group).get(0));
                        slots--;
                        asked |= done == there.get(there.size() - 1);
                    }
                }
            }
            for (Reservation each : world.reservations) {
                if (minutes(each.from()) <= minute && minute < minutes(each.until())) {
                    cpu -= each.taken().getOrDefault(name, Map.of()).getOrDefault("cpu", 0L);
                    slots -= each.taken().getOrDefault(name, Map.of()).getOrDefault("pods", 0L);
                }
            }
            if (asked && (cpu < 0 || slots < 0)) {
                return false;
            }
        }
        return true;
    }

    private static long cpu(Pod pod) {
        return pod.spec().containers().get(0).resources().requests().get("cpu").millis();
    }

    private static boolean isValid(World world, List<Done> before, Done one) {
        List<Done> all = new ArrayList<>(before);
        all.add(one);
        for (int minute = one.start; minute < Math.min(one.end, LAST_MINUTE); minute++) {
            if (!hasRoom(world, all, minute)) {
                return false;
            }
        }
        List<Done> there =
                before.stream().filter(done -> done.isThere(one.start)).toList();
        if (!replays(world, there, one.group, one.placement, one.start)) {
            return false;
        }
        for (Done later : before) {
            if (one.start < later.start && later.start < one.end) {
                List<Done> then = all.stream()
                        .filter(done -> done.isThere(later.start))
                        .filter(done -> done != later)
                        .filter(done -> done.start < later.start || before.indexOf(done) < before.indexOf(later))
                        .filter(done -> done.start < later.start || done != one)
                        .toList();
                if (!replays(world, then, later.group, later.placement, later.start)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** All ways to place some pods, in all orders. */
    private static void placements(World world, List<Pod> pods, List<Assignment> so, List<List<Assignment>> to) {
        if (!so.isEmpty()) {
            to.add(List.copyOf(so));
        }
        for (Pod pod : pods) {
            List<Pod> rest = new ArrayList<>(pods);
            rest.remove(pod);
            for (Node node : world.nodes) {
                List<Assignment> more = new ArrayList<>(so);
                more.add(new Assignment(
                        "ml", pod.metadata().name(), node.metadata().name()));
                placements(world, rest, more, to);
            }
        }
    }

    private static int earliest(World world, List<Done> before, int group) {
        List<List<Assignment>> placements = new ArrayList<>();
        placements(world, world.waiting.get(group), List.of(), placements);
        int lasts = end(world.waiting.get(group).get(0));
        for (int minute = 0; minute < LAST_MINUTE; minute++) {
            int end = lasts == Integer.MAX_VALUE ? lasts : minute + lasts;
            for (List<Assignment> placement : placements) {
                if (isValid(world, before, new Done(group, minute, end, placement))) {
                    return minute;
                }
            }
        }
        return -1;
    }

    private static int[] compare(long seed, boolean rules) {
        World world = new World(seed, rules);
        List<GroupRef> order = new ArrayList<>();
        for (int g = 0; g < world.groups.size(); g++) {
            order.add(world.ref(g));
        }
        Timetable timetable = Timetable.of(
                world.snapshot(),
                Groups.of(world.groups),
                order,
                Map.of(),
                Outlook.byDeadlines(NOON, world.reservations),
                Budget.DEFAULT.meter(),
                group -> {},
                proof -> {});
        List<Done> done = new ArrayList<>();
        int later = 0;
        int open = 0;
        for (int g = 0; g < order.size(); g++) {
            Start start = timetable.starts().get(g);
            int found = start.at().map(TimetableBruteForceTest::minutes).orElse(-1);
            int right = earliest(world, done, g);
            String what = "seed " + seed + ", group " + g + ": " + start.verdict();
            if (start.exact()) {
                assertThat(found).as(what).isEqualTo(right);
            } else {
                open++;
                assertThat(right >= 0 && (found < 0 || found >= right) || found < 0)
                        .as(what)
                        .isTrue();
            }
            if (found >= 0 && start.verdict() instanceof Verdict.Feasible fits) {
                int end = start.until().map(TimetableBruteForceTest::minutes).orElse(Integer.MAX_VALUE);
                Done one = new Done(g, found, end, fits.placement());
                assertThat(isValid(world, done, one)).as(what).isTrue();
                done.add(one);
                later += found > 0 ? 1 : 0;
            }
        }
        return new int[] {later, open};
    }

    @Test
    void whereRoomMattersEachStartIsTheEarliest() {
        int later = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            int[] counts = compare(seed, false);
            later += counts[0];
            assertThat(counts[1]).isZero();
        }
        assertThat(later).isGreaterThan(WORLDS / 2);
    }

    @Test
    void whereRulesMatterTooEachStartIsValidAndTheEarliestIfItIsSaidToBe() {
        int later = 0;
        int open = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            int[] counts = compare(seed, true);
            later += counts[0];
            open += counts[1];
        }
        assertThat(later).isGreaterThan(WORLDS / 2);
        assertThat(open).isLessThan(WORLDS / 24);
    }
}
