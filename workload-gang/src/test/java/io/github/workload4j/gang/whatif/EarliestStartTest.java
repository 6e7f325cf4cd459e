package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EarliestStartTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final GroupRef TRAIN = GroupRef.podGroup("ml", "train");
    private static final Groups GROUPS = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 2)));

    private static Pod running(String name, String node, int cpu, Long seconds) {
        return new Pod(
                ObjectMeta.builder()
                        .namespace("shop")
                        .name(name)
                        .labels(Map.of("app", "web"))
                        .build(),
                PodSpec.builder()
                        .nodeName(node)
                        .activeDeadlineSeconds(seconds)
                        .containers(List.of(Container.of("c", Map.of("cpu", Quantity.of(cpu)))))
                        .build(),
                PodStatus.builder().phase("Running").startTime(NOON).build());
    }

    private static SnapshotBuilder cluster(int nodes) {
        SnapshotBuilder builder = ClusterSnapshot.builder();
        for (int n = 0; n < nodes; n++) {
            builder.node("n" + n, Map.of("kubernetes.io/hostname", "n" + n), Map.of("cpu", "8", "pods", "110"));
        }
        return builder.pending("train-0", TRAIN, Map.of("cpu", "5")).pending("train-1", TRAIN, Map.of("cpu", "5"));
    }

    private static EarliestStart start(ClusterSnapshot snapshot) {
        GroupQuestion question = GroupQuestion.of(snapshot, GROUPS, TRAIN).orElseThrow();
        Verdict now = question.answer(Budget.DEFAULT);
        return EarliestStart.of(question, now, EarliestStart::deadline, Budget.DEFAULT.meter());
    }

    @Test
    void itIsWhenEnoughPodsHaveEnded() {
        EarliestStart start = start(cluster(2)
                .pod(running("soon", "n0", 4, 60L))
                .pod(running("later", "n1", 4, 3_600L))
                .pod(running("last", "n1", 1, 7_200L))
                .pod(running("for-ever", "n1", 1, null))
                .build());
        assertThat(start.waiting()).contains(new Suggestion.Wait(NOON.plusSeconds(3_600), 2, true));
        assertThat(start.then().orElseThrow().placed()).isEqualTo(2);
        assertThat(start.complete()).isTrue();
    }

    @Test
    void thereIsNoneIfNobodyEndsOrThatIsNotEnough() {
        assertThat(start(cluster(2).pod(running("for-ever", "n1", 4, null)).build()))
                .isEqualTo(new EarliestStart(Optional.empty(), Optional.empty(), true));
        assertThat(start(cluster(1).pod(running("soon", "n0", 4, 60L)).build()).waiting())
                .isEmpty();
    }

    @Test
    void thereIsNoneOfAGroupThatFits() {
        assertThat(start(cluster(2).pod(running("soon", "n0", 1, 60L)).build()).waiting())
                .isEmpty();
    }

    /** Pods that want to be near others need these: the group fits between two ends, and not after the last. */
    @Test
    void aTimeBeforeTheLastIsFoundForPodsThatMindOthers() {
        PodAffinityTerm near = new PodAffinityTerm(
                new LabelSelector(Map.of("app", "web"), List.of()),
                List.of("shop"),
                null,
                "kubernetes.io/hostname",
                List.of(),
                List.of());
        SnapshotBuilder builder = ClusterSnapshot.builder()
                .node("n0", Map.of("kubernetes.io/hostname", "n0"), Map.of("cpu", "8", "pods", "110"));
        for (int i = 0; i < 2; i++) {
            builder.pod(new Pod(
                    ObjectMeta.of("ml", "train-" + i),
                    PodSpec.builder()
                            .schedulingGroup(new PodSchedulingGroup("train"))
                            .affinity(new Affinity(null, List.of(near), List.of()))
                            .containers(List.of(Container.of("c", Map.of("cpu", Quantity.of(3)))))
                            .build(),
                    PodStatus.EMPTY));
        }
        EarliestStart start = start(builder.pod(running("big", "n0", 4, 60L))
                .pod(running("web", "n0", 1, 120L))
                .build());
        assertThat(start.waiting()).contains(new Suggestion.Wait(NOON.plusSeconds(60), 1, true));
    }

    @Test
    void aDeadlineThatNoTimeHoldsIsNone() {
        assertThat(EarliestStart.deadline(running("p", "n", 1, Long.MAX_VALUE))).isEmpty();
        assertThat(EarliestStart.deadline(running("p", "n", 1, 90L))).contains(NOON.plusSeconds(90));
    }

    @Test
    void withoutABudgetItIsSaidToBeOpen() {
        ClusterSnapshot snapshot = cluster(1).pod(running("soon", "n0", 4, 60L)).build();
        GroupQuestion question = GroupQuestion.of(snapshot, GROUPS, TRAIN).orElseThrow();
        Verdict now = question.answer(Budget.DEFAULT);
        EarliestStart start = EarliestStart.of(question, now, EarliestStart::deadline, new Budget(10, null).meter());
        assertThat(start).isEqualTo(new EarliestStart(Optional.empty(), Optional.empty(), false));
    }

    @Test
    void whateverTheBudgetNoTimeIsClaimedThatIsNotProved() {
        SnapshotBuilder builder = cluster(2);
        for (int p = 0; p < 60; p++) {
            builder.pod(running("p" + p, "n" + p % 2, 1, 60L * (1 + p)));
        }
        ClusterSnapshot snapshot = builder.build();
        GroupQuestion question = GroupQuestion.of(snapshot, GROUPS, TRAIN).orElseThrow();
        Verdict now = question.answer(Budget.DEFAULT);
        Suggestion.Wait right = start(snapshot).waiting().orElseThrow();
        int exact = 0;
        int open = 0;
        for (int steps = 1_000; steps < 400_000; steps += 1_000) {
            EarliestStart start =
                    EarliestStart.of(question, now, EarliestStart::deadline, new Budget(steps, null).meter());
            Suggestion.Wait found = start.waiting().orElse(null);
            open += found == null ? 1 : 0;
            if (found != null) {
                assertThat(found.until()).isAfterOrEqualTo(right.until());
                assertThat(found).isEqualTo(found.exact() ? right : found);
                exact += found.exact() ? 1 : 0;
            }
        }
        assertThat(exact).isPositive();
        assertThat(open).isPositive();
    }

    /** Goes through all times one after the other, as nobody in a hurry would. */
    @Test
    void itIsTheFirstTimeAtWhichTheGroupFits() {
        Random random = new Random(20261130);
        int found = 0;
        for (int world = 0; world < 300; world++) {
            int nodes = 1 + random.nextInt(3);
            SnapshotBuilder builder = cluster(nodes);
            TreeSet<Long> ends = new TreeSet<>();
            for (int p = 0; p < 1 + random.nextInt(6); p++) {
                Long end = random.nextInt(4) == 0 ? null : Long.valueOf(60L * (1 + random.nextInt(5)));
                if (end != null) {
                    ends.add(end);
                }
                builder.pod(running("p" + p, "n" + random.nextInt(nodes), 1 + random.nextInt(4), end));
            }
            ClusterSnapshot snapshot = builder.build();
            Optional<Instant> first = Optional.empty();
            if (!fits(snapshot)) {
                first = ends.stream()
                        .map(NOON::plusSeconds)
                        .filter(time -> fits(after(snapshot, time)))
                        .findFirst();
            }
            EarliestStart start = start(snapshot);
            assertThat(start.waiting().map(Suggestion.Wait::until)).isEqualTo(first);
            assertThat(start.waiting().map(Suggestion.Wait::exact).orElse(true)).isTrue();
            found += first.isPresent() ? 1 : 0;
        }
        assertThat(found).isGreaterThan(50);
    }

    private static boolean fits(ClusterSnapshot snapshot) {
        return Feasibility.answer(snapshot, GROUPS, TRAIN, Budget.DEFAULT) instanceof Verdict.Feasible;
    }

    private static ClusterSnapshot after(ClusterSnapshot snapshot, Instant time) {
        ClusterSnapshot left = snapshot;
        for (int n = 0; n < snapshot.nodes(); n++) {
            for (Pod pod : snapshot.podsOn(n)) {
                if (EarliestStart.deadline(pod)
                        .filter(end -> !end.isAfter(time))
                        .isPresent()) {
                    left = left.removePod("shop", pod.metadata().name());
                }
            }
        }
        return left;
    }
}
