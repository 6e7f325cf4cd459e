package io.github.workload4j.testkit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingObject;
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
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.repair.FewestMoves;
import io.github.workload4j.gang.repair.Immovable;
import io.github.workload4j.gang.repair.Move;
import io.github.workload4j.gang.replay.Replay;
import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.SmallClusters;
import io.github.workload4j.testkit.oracle.Oracle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Every move is replayed against the objects, and all sets of a few moves are tried by brute force. */
class MovesPropertyTest {

    private static final int MOST = 3;

    /** A pod that is taken to a node. */
    private record Step(Pod pod, String to) {}

    @Property(seed = "91", tries = 600)
    void movesAreAdmittedAndTheFewest(@ForAll("clusters") SmallCluster cluster) {
        judge(cluster);
    }

    @Property(seed = "4711", tries = 120)
    void movesOfCrowdedClustersAreAdmittedAndTheFewest(@ForAll("crowded") SmallCluster cluster) {
        judge(cluster);
    }

    private static void judge(SmallCluster cluster) {
        Groups groups = Groups.of(cluster.objects());
        Optional<GroupQuestion> question = GroupQuestion.of(cluster.snapshot(), groups, cluster.group());
        if (question.isEmpty()) {
            return;
        }
        Verdict verdict = question.get().answer(Budget.DEFAULT);
        FewestMoves found = FewestMoves.of(question.get(), verdict, groups, List.of(), Budget.DEFAULT.meter());
        if (verdict instanceof Verdict.Feasible) {
            assertThat(found.moves()).isEmpty();
            assertThat(found.isFewest()).isTrue();
            return;
        }
        Statistics.label("moves")
                .collect(found.then().isEmpty() ? "none" : found.moves().size() + "");
        Statistics.label("open").collect(found.open());
        KubernetesRelease release = verdict.about().release().release();
        List<Pod> movable = movable(cluster, question.get(), found);
        if (found.then().isPresent()) {
            replay(cluster, found, release, movable);
        }
        boolean allKnown = !found.immovable().containsKey(Immovable.UNKNOWN);
        int proved = allKnown ? Math.min(MOST, found.atLeast().orElse(Integer.MAX_VALUE) - 1) : 0;
        for (int moves = 1; moves <= proved; moves++) {
            assertThat(repair(cluster, movable, 0, moves, new ArrayList<>(), release))
                    .as("%s, but %d moves do", found, moves)
                    .isNull();
        }
    }

    /** Replays the moves one after the other, and the group afterwards. */
    private static void replay(SmallCluster cluster, FewestMoves found, KubernetesRelease release, List<Pod> movable) {
        List<Pod> pods = new ArrayList<>(cluster.pods());
        found.moves().stream().filter(Move::waits).forEach(move -> pods.remove(move.pod()));
        Statistics.label("waiting")
                .collect(found.moves().stream().filter(Move::waits).count());
        for (Move move : found.moves()) {
            pods.remove(move.pod());
            assertThat(movable).contains(move.pod());
            assertThat(move.to()).isNotEqualTo(move.from());
            assertThat(isAdmitted(cluster, pods, move.pod(), move.to(), release))
                    .as("%s", move)
                    .isTrue();
            pods.add(on(move.pod(), move.to()));
        }
        Replay after = Replay.of(cluster.nodes(), pods, cluster.objects(), cluster.namespaces());
        assertThat(after.objections(found.then().orElseThrow())).isEmpty();
        assertThat(oracle(cluster.withPods(pods))).isEqualTo("feasible");
    }

    private static String oracle(SmallCluster cluster) {
        return Oracle.of(cluster.nodes(), cluster.pods(), cluster.objects(), cluster.namespaces())
                .answer(cluster.group())
                .verdict();
    }

    /** A pod that was moved was created anew, without the status of the one that was evicted. */
    private static Pod on(Pod pod, String node) {
        return new Pod(pod.metadata(), pod.spec().toBuilder().nodeName(node).build(), PodStatus.EMPTY);
    }

    private static boolean isAdmitted(
            SmallCluster cluster, List<Pod> others, Pod pod, String node, KubernetesRelease release) {
        String namespace = pod.metadata().namespace();
        List<Pod> pods = new ArrayList<>(others);
        PodSpec waiting = pod.spec().toBuilder()
                .nodeName("")
                .workloadRef(null)
                .schedulingGroup(new PodSchedulingGroup("single pod"))
                .build();
        pods.add(new Pod(pod.metadata(), waiting, PodStatus.EMPTY));
        List<SchedulingObject> alone = List.of(PodGroup.gang(ApiVersion.V1BETA1, namespace, "single pod", 1));
        return Replay.of(cluster.nodes(), pods, alone, cluster.namespaces())
                .withSetup(ClusterSetup.OPEN.withRelease(release))
                .objections(
                        GroupRef.podGroup(namespace, "single pod"),
                        List.of(new Assignment(namespace, pod.metadata().name(), node)))
                .isEmpty();
    }

    /** {@return pods of others that run on a node and stay for no reason; the count of those that stay is checked} */
    private static List<Pod> movable(SmallCluster cluster, GroupQuestion question, FewestMoves found) {
        Groups groups = Groups.of(cluster.objects());
        int priority = groups.priority(cluster.group())
                .orElseGet(() -> question.podClasses().stream()
                        .map(kind -> kind.pod().spec().priority())
                        .mapToInt(own -> own == null ? 0 : own)
                        .max()
                        .orElse(0));
        List<Pod> movable = new ArrayList<>();
        int stay = 0;
        for (Pod pod : cluster.pods()) {
            boolean there = cluster.snapshot().indexOf(pod.spec().nodeName()) >= 0 && !pod.isFinished();
            boolean own = GroupRef.of(pod)
                    .map(groups::rootOf)
                    .filter(question.about().group()::equals)
                    .isPresent();
            if (!there || own) {
                continue;
            }
            int its = pod.spec().priority() == null ? 0 : pod.spec().priority();
            String scheduler = pod.spec().schedulerName();
            boolean free = its <= priority
                    && pod.metadata().deletionTimestamp() == null
                    && GroupRef.of(pod).filter(group -> holds(groups, group)).isEmpty()
                    && (Set.of("", "default-scheduler").contains(scheduler)
                            || question.podClasses().stream()
                                    .anyMatch(kind ->
                                            kind.pod().spec().schedulerName().equals(scheduler)));
            if (free) {
                movable.add(pod);
            } else {
                stay++;
            }
        }
        assertThat(found.immovable().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isGreaterThanOrEqualTo(stay);
        return movable;
    }

    /** {@return whether a group keeps its pods where they are} */
    private static boolean holds(Groups groups, GroupRef group) {
        return !groups.contains(group) || groups.disruptedWith(group).isPresent() || groups.isBound(group);
    }

    /** {@return moves of this many pods after which the group fits, or null} */
    private static @Nullable List<Step> repair(
            SmallCluster cluster, List<Pod> from, int first, int moves, List<Step> steps, KubernetesRelease release) {
        if (moves == 0) {
            List<Pod> pods = new ArrayList<>(cluster.pods());
            steps.forEach(step -> pods.set(pods.indexOf(step.pod), on(step.pod, step.to)));
            return oracle(cluster.withPods(pods)).equals("feasible") && canBeDone(cluster, steps, release)
                    ? steps
                    : null;
        }
        for (int p = first; p < from.size(); p++) {
            for (Node node : cluster.nodes()) {
                String to = node.metadata().name();
                if (!from.get(p).spec().nodeName().equals(to)) {
                    List<Step> more = new ArrayList<>(steps);
                    more.add(new Step(from.get(p), to));
                    List<Step> found = repair(cluster, from, p + 1, moves - 1, more, release);
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    /** Tries all sets of pods that wait, and all orders of the others and of them. */
    private static boolean canBeDone(SmallCluster cluster, List<Step> steps, KubernetesRelease release) {
        for (int waiting = 0; waiting < 1 << steps.size(); waiting++) {
            List<Pod> pods = new ArrayList<>(cluster.pods());
            for (int s = 0; s < steps.size(); s++) {
                if ((waiting >> s & 1) != 0) {
                    pods.remove(steps.get(s).pod);
                }
            }
            if (canBeDone(cluster, pods, steps, release)) {
                return true;
            }
        }
        return false;
    }

    private static boolean canBeDone(
            SmallCluster cluster, List<Pod> pods, List<Step> steps, KubernetesRelease release) {
        for (Step step : steps) {
            List<Pod> others = new ArrayList<>(pods);
            others.remove(step.pod);
            if (isAdmitted(cluster, others, step.pod, step.to, release)) {
                others.add(on(step.pod, step.to));
                List<Step> rest = new ArrayList<>(steps);
                rest.remove(step);
                if (canBeDone(cluster, others, rest, release)) {
                    return true;
                }
            }
        }
        return steps.isEmpty();
    }

    @Provide
    Arbitrary<SmallCluster> clusters() {
        return SmallClusters.all();
    }

    private record Resident(int node, int cpu, int kind) {}

    /** Two to four nodes that are nearly full of pods of others, some with rules, and a group of one to three pods. */
    @Provide
    Arbitrary<SmallCluster> crowded() {
        Arbitrary<Resident> resident = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 8))
                .as(Resident::new);
        return Combinators.combine(
                        Arbitraries.integers().between(5, 9).list().ofMinSize(2).ofMaxSize(4),
                        resident.list().ofMinSize(3).ofMaxSize(7),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(2, 6),
                        Arbitraries.integers().between(0, 6))
                .as(MovesPropertyTest::crowded);
    }

    private static SmallCluster crowded(List<Integer> sizes, List<Resident> residents, int members, int cpu, int rule) {
        List<Node> nodes = new ArrayList<>();
        int[] left = sizes.stream().mapToInt(Integer::intValue).toArray();
        for (int n = 0; n < left.length; n++) {
            nodes.add(new Node(
                    ObjectMeta.builder()
                            .name("n" + n)
                            .labels(Map.of("kubernetes.io/hostname", "n" + n, "half", n % 2 == 0 ? "a" : "b"))
                            .build(),
                    NodeSpec.OPEN,
                    new NodeStatus(Map.of(), Map.of("cpu", Quantity.of(left[n]), "pods", Quantity.of(9)))));
        }
        List<Pod> pods = new ArrayList<>();
        for (Resident each : residents) {
            int node = each.node % left.length;
            if (left[node] >= each.cpu) {
                left[node] -= each.cpu;
                PodSpec.Builder spec = asking(each.cpu).nodeName("n" + node);
                if (each.kind == 0) {
                    spec.nodeSelector(Map.of("half", node % 2 == 0 ? "a" : "b"));
                } else if (each.kind == 1) {
                    spec.affinity(apart("app", "train"));
                } else if (each.kind == 2) {
                    spec.affinity(apart("app", "loner"));
                } else if (each.kind == 3) {
                    spec.affinity(new Affinity(null, List.of(term("app", "web")), List.of()));
                } else if (each.kind == 4) {
                    spec.topologySpreadConstraints(List.of(TopologySpreadConstraint.builder()
                            .maxSkew(1)
                            .topologyKey("kubernetes.io/hostname")
                            .whenUnsatisfiable("DoNotSchedule")
                            .labelSelector(new LabelSelector(Map.of("app", "web"), List.of()))
                            .build()));
                } else if (each.kind == 5) {
                    spec.containers(List.of(withPort(each.cpu)));
                }
                pods.add(new Pod(
                        ObjectMeta.builder()
                                .namespace("ml")
                                .name("r" + pods.size())
                                .labels(Map.of("app", each.kind == 2 ? "loner" : "web"))
                                .build(),
                        spec.build(),
                        PodStatus.builder().phase("Running").build()));
            }
        }
        for (int p = 0; p < members; p++) {
            PodSpec.Builder spec = asking(cpu).schedulingGroup(new PodSchedulingGroup("train"));
            if (rule == 1) {
                spec.affinity(apart("app", "train"));
            } else if (rule == 2) {
                spec.affinity(apart("app", "web"));
            } else if (rule == 3) {
                spec.affinity(new Affinity(null, List.of(term("app", "web")), List.of()));
            } else if (rule == 4) {
                spec.containers(List.of(withPort(cpu)));
            }
            pods.add(new Pod(
                    ObjectMeta.builder()
                            .namespace("ml")
                            .name("train-" + p)
                            .labels(Map.of("app", "train"))
                            .build(),
                    spec.build(),
                    PodStatus.EMPTY));
        }
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", members);
        SchedulingConstraints half = rule == 5 ? SchedulingConstraints.sameDomain("half") : null;
        return new SmallCluster(
                nodes,
                pods,
                List.of(group.withSpec(
                        group.spec().toBuilder().schedulingConstraints(half).build())),
                GroupRef.podGroup("ml", "train"),
                List.of());
    }

    private static Affinity apart(String key, String value) {
        return new Affinity(null, List.of(), List.of(term(key, value)));
    }

    private static PodAffinityTerm term(String key, String value) {
        return new PodAffinityTerm(
                new LabelSelector(Map.of(key, value), List.of()),
                List.of(),
                null,
                "kubernetes.io/hostname",
                List.of(),
                List.of());
    }

    private static Container withPort(int cpu) {
        return Container.of("main", Map.of("cpu", Quantity.of(cpu)))
                .withPorts(List.of(new ContainerPort("", 8080, 8080, "", "TCP")));
    }

    private static PodSpec.Builder asking(int cpu) {
        return PodSpec.builder().containers(List.of(Container.of("main", Map.of("cpu", Quantity.of(cpu)))));
    }
}
