package io.github.workload4j.gang.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.api.core.PodResourceClaim;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.core.Volume;
import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FewestMovesTest {

    private static final GroupRef TRAIN = GroupRef.podGroup("ml", "train");

    private static SnapshotBuilder nodes(String... cpu) {
        SnapshotBuilder cluster = ClusterSnapshot.builder();
        for (int n = 0; n < cpu.length; n++) {
            cluster.node("n" + n, Map.of("kubernetes.io/hostname", "n" + n), Map.of("cpu", cpu[n], "pods", "20"));
        }
        return cluster;
    }

    private static SnapshotBuilder running(SnapshotBuilder to, String name, int node, int cpu) {
        return to.running("web", name, "n" + node, Map.of("cpu", cpu + ""));
    }

    private static Groups groups(int minimum) {
        return Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", minimum)));
    }

    private static GroupQuestion question(SnapshotBuilder cluster, Groups groups, int pods, int cpu) {
        for (int p = 0; p < pods; p++) {
            cluster.pending("train-" + p, TRAIN, Map.of("cpu", cpu + ""));
        }
        return GroupQuestion.of(cluster.build(), groups, TRAIN).orElseThrow();
    }

    private static FewestMoves fewest(SnapshotBuilder cluster, int pods, int cpu) {
        Groups groups = groups(pods);
        GroupQuestion question = question(cluster, groups, pods, cpu);
        return FewestMoves.of(question, question.answer(Budget.DEFAULT), groups, List.of(), Budget.DEFAULT.meter());
    }

    @Test
    void aNodeIsEmptiedThatTakesTheFewestMoves() {
        SnapshotBuilder cluster = nodes("8", "8");
        running(cluster, "a", 0, 1);
        running(cluster, "b", 0, 1);
        running(cluster, "c", 1, 2);
        assertThat(fewest(cluster, 1, 8)).hasToString("FewestMoves[web/c: n1 to n0; at least 1]");
    }

    @Test
    void nothingIsMovedForAGroupThatFits() {
        assertThat(fewest(nodes("8"), 1, 8)).hasToString("FewestMoves[none needed; at least 0]");
    }

    @Test
    void noMovesHelpWhereLessIsLeftThanTheGroupTakes() {
        SnapshotBuilder cluster = nodes("8", "8");
        running(cluster, "a", 0, 5);
        running(cluster, "b", 1, 5);
        FewestMoves found = fewest(cluster, 1, 7);
        assertThat(found).hasToString("FewestMoves[none found; none do]");
        assertThat(found.isFewest()).isFalse();
    }

    /** The pod that must leave has room only where another one leaves first. */
    @Test
    void aPodMakesRoomForAnother() {
        SnapshotBuilder cluster = nodes("8", "6", "2");
        running(cluster, "big", 0, 5);
        running(cluster, "small", 1, 2);
        assertThat(fewest(cluster, 1, 8))
                .hasToString("FewestMoves[web/small: n1 to n2; web/big: n0 to n1; at least 2]");
    }

    @Test
    void theGroupFitsOnceTheMovesAreDone() {
        SnapshotBuilder cluster = nodes("8", "6", "2");
        running(cluster, "big", 0, 5);
        running(cluster, "small", 1, 2);
        FewestMoves found = fewest(cluster, 1, 8);
        ClusterSnapshot after = found.after(cluster.build());
        assertThat(after.podsOn(2)).extracting(pod -> pod.metadata().name()).containsExactly("small");
        assertThat(after.podsOn(1)).extracting(pod -> pod.metadata().name()).containsExactly("big");
        assertThat(Feasibility.answer(after, groups(1), TRAIN, Budget.DEFAULT)).isInstanceOf(Verdict.Feasible.class);
    }

    /** Two pods of which each has room only where the other is. */
    @Test
    void aPodWaitsWhereOthersCannotMoveBeforeItHasLeft() {
        SnapshotBuilder cluster = nodes("7", "5");
        running(cluster, "big", 0, 5);
        running(cluster, "small", 1, 3);
        FewestMoves found = fewest(cluster, 1, 4);
        assertThat(found.moves().stream().map(Move::waits)).containsExactly(false, true);
        assertThat(found.isFewest()).isTrue();
    }

    /** A pod takes what its status says, beyond its spec, only until it is moved. */
    @Test
    void aMovedPodTakesWhatItsSpecAsksFor() {
        SnapshotBuilder shrinks = nodes("8", "4");
        shrinks.pod(resized("a", 0, "1", "6", false));
        assertThat(fewest(shrinks, 1, 8)).hasToString("FewestMoves[web/a: n0 to n1; at least 1]");
        SnapshotBuilder grows = nodes("8", "4");
        grows.pod(resized("a", 0, "6", "1", true));
        assertThat(fewest(grows, 1, 8)).hasToString("FewestMoves[none found; none do]");
    }

    private static Pod resized(String name, int node, String asked, String inForce, boolean isInfeasible) {
        Map<String, Quantity> allocated = Map.of("cpu", Quantity.parse(inForce));
        PodStatus.Builder status = PodStatus.builder()
                .containerStatuses(
                        List.of(new ContainerStatus("main", allocated, new ResourceRequirements(allocated, Map.of()))));
        if (isInfeasible) {
            status.conditions(List.of(new Condition("PodResizePending", "True", 0, null, "Infeasible", "")));
        }
        return new Pod(
                ObjectMeta.builder().namespace("web").name(name).build(),
                PodSpec.builder()
                        .nodeName("n" + node)
                        .containers(List.of(Container.of("main", Map.of("cpu", Quantity.parse(asked)))))
                        .build(),
                status.build());
    }

    private static Pod pod(String name, int node, UnaryOperator<ObjectMeta.Builder> metadata, PodSpec.Builder spec) {
        return new Pod(
                metadata.apply(ObjectMeta.builder().namespace("web").name(name)).build(),
                spec.nodeName("n" + node)
                        .containers(List.of(Container.of("main", Map.of("cpu", Quantity.of(2)))))
                        .build(),
                PodStatus.builder().phase("Running").build());
    }

    private static Pod pod(String name, int node, PodSpec.Builder spec) {
        return pod(name, node, metadata -> metadata, spec);
    }

    @Test
    void podsStayForReasonsThatAreCounted() {
        SnapshotBuilder cluster = nodes("8", "8");
        cluster.pod(pod("important", 0, PodSpec.builder().priority(1)));
        cluster.pod(pod(
                "agent",
                0,
                metadata -> metadata.ownerReferences(new OwnerReference("apps/v1", "DaemonSet", "d", "", true, null)),
                PodSpec.builder()));
        cluster.pod(pod("leaving", 1, metadata -> metadata.deletionTimestamp(Instant.EPOCH), PodSpec.builder()));
        cluster.pod(pod(
                "fixed",
                1,
                metadata -> metadata.annotations(Map.of("cluster-autoscaler.kubernetes.io/safe-to-evict", "false")),
                PodSpec.builder()));
        cluster.pod(pod("disk", 1, PodSpec.builder().volumes(List.of(Volume.ofClaim("data", "data")))));
        cluster.pod(
                pod("device", 0, PodSpec.builder().resourceClaims(List.of(new PodResourceClaim("gpu", "gpu", null)))));
        cluster.pod(pod("odd", 1, PodSpec.builder().schedulerName("odd")));
        cluster.pod(pod("member", 0, PodSpec.builder().schedulingGroup(new PodSchedulingGroup("unknown"))));
        FewestMoves found = fewest(cluster, 1, 8);
        assertThat(found.immovable())
                .containsOnlyKeys(EnumSet.complementOf(EnumSet.of(Immovable.BUDGET, Immovable.UNKNOWN)))
                .allSatisfy((why, pods) -> assertThat(pods).isOne());
        assertThat(found).hasToString("FewestMoves[none found; none do]");
    }

    @Test
    void podsOfTheSamePriorityAreMoved() {
        SnapshotBuilder cluster = nodes("8", "8", "8");
        cluster.pod(pod("zero", 0, PodSpec.builder().priority(0)));
        cluster.pod(pod("one", 1, PodSpec.builder().priority(1)));
        cluster.pod(pod("more", 2, PodSpec.builder().priority(1)));
        assertThat(fewest(cluster, 1, 8)).hasToString("FewestMoves[web/zero: n0 to n1; at least 1]");
    }

    @Test
    void noDisruptionBudgetIsBroken() {
        SnapshotBuilder cluster = nodes("4", "4", "4", "8");
        for (int p = 0; p < 3; p++) {
            cluster.pod(pod("a" + p, p, metadata -> metadata.labels(Map.of("app", "a")), PodSpec.builder()));
        }
        cluster.pod(pod("b", 3, PodSpec.builder().priority(1)));
        Groups groups = groups(3);
        GroupQuestion question = question(cluster, groups, 3, 4);
        for (int allowed = 0; allowed < 3; allowed++) {
            FewestMoves found = FewestMoves.of(
                    question,
                    question.answer(Budget.DEFAULT),
                    groups,
                    List.of(budget(allowed)),
                    Budget.DEFAULT.meter());
            assertThat(found.moves()).hasSize(allowed < 2 ? 0 : 2);
            assertThat(found.immovable().getOrDefault(Immovable.BUDGET, 0)).isEqualTo(allowed == 0 ? 3 : 0);
        }
    }

    private static PodDisruptionBudget budget(int allowed) {
        return new PodDisruptionBudget(
                ObjectMeta.of("web", "a"),
                new PodDisruptionBudget.Spec(new LabelSelector(Map.of("app", "a"), List.of())),
                new PodDisruptionBudget.Status(allowed, Map.of()));
    }

    @Test
    void aMoveNamesTheControllerThatCreatesThePodAnew() {
        Pod owned = pod(
                "a",
                0,
                metadata -> metadata.ownerReferences(
                        new OwnerReference("v1", "Widget", "w", "", false, null),
                        new OwnerReference("apps/v1", "ReplicaSet", "web-5d9", "", true, null)),
                PodSpec.builder());
        assertThat(new Move(owned, "n1", false).controller()).contains("ReplicaSet/web-5d9");
        assertThat(new Move(pod("a", 0, PodSpec.builder()), "n1", true).controller())
                .isEmpty();
        assertThat(new Move(owned, "n1", true)).hasToString("web/a: n0 to n1, waits");
    }

    /** A thousand nodes, each short of one pod of the group. */
    @Test
    void fiveMovesOfManyNodesAreProvedToBeTheFewest() {
        Random random = new Random(3);
        SnapshotBuilder cluster = ClusterSnapshot.builder();
        for (int n = 0; n < 1000; n++) {
            cluster.node("n" + n, Map.of("kubernetes.io/hostname", "n" + n), Map.of("cpu", "64", "pods", "110"));
            int free = 4 + random.nextInt(9);
            for (int p = 0, left = 64 - free; left > 0; p++) {
                int cpu = Math.min(left, 2 + random.nextInt(11));
                left -= cpu;
                cluster.running("web", "p" + n + "-" + p, "n" + n, Map.of("cpu", cpu + ""));
            }
        }
        FewestMoves found = fewest(cluster, 5, 24);
        assertThat(found.moves()).hasSize(5);
        assertThat(found.isFewest()).isTrue();
    }
}
