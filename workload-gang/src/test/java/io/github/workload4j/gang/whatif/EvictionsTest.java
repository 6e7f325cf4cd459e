package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.stored.SnapshotReader;
import io.github.workload4j.gang.stored.SnapshotWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Evictions by the rules of kube-scheduler's preemption for groups. Nodes hold four cores; everybody asks all of a
 * node.
 */
class EvictionsTest {

    private static final GroupRef TRAIN = GroupRef.podGroup("ml", "train");

    private static Node node(String name) {
        return new Node(
                ObjectMeta.of("", name),
                new NodeSpec(false, List.of()),
                new NodeStatus(Map.of(), Map.of("cpu", Quantity.of(4), "pods", Quantity.of(10))));
    }

    private static PodSpec.Builder spec(int priority) {
        return PodSpec.builder()
                .priority(priority)
                .containers(List.of(Container.of("main", Map.of("cpu", Quantity.of(4)))));
    }

    private static Pod running(String name, String node, int priority) {
        return new Pod(
                ObjectMeta.builder()
                        .namespace("shop")
                        .name(name)
                        .labels(Map.of("app", "web"))
                        .build(),
                spec(priority).nodeName(node).build(),
                PodStatus.EMPTY);
    }

    private static Pod member(String name, PodSpec.Builder spec, PodStatus status) {
        return new Pod(
                ObjectMeta.of("ml", name),
                spec.schedulingGroup(new PodSchedulingGroup("train")).build(),
                status);
    }

    private static Groups train(int minimum, PodGroup... others) {
        List<PodGroup> groups = new ArrayList<>(List.of(others));
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", minimum);
        groups.add(group.withSpec(group.spec().toBuilder().priority(100).build()));
        return Groups.of(groups);
    }

    private static PodDisruptionBudget budget(int allowed, LabelSelector selector) {
        return new PodDisruptionBudget(
                ObjectMeta.of("shop", "web"),
                new PodDisruptionBudget.Spec(selector),
                new PodDisruptionBudget.Status(allowed, Map.of()));
    }

    /**
     * Whatever the budget, no more of it is spent, what is called complete is the whole answer, and the rest is not.
     */
    @Test
    void allThatIsLookedAtIsPaidForByOneBudget() {
        List<Pod> pods = new ArrayList<>(List.of(running("one", "a", 1), running("two", "b", 2)));
        pods.add(member("train-0", spec(100), PodStatus.EMPTY));
        ClusterSnapshot snapshot = ClusterSnapshot.of(List.of(node("a"), node("b")), pods);
        GroupQuestion question = GroupQuestion.of(snapshot, train(1), TRAIN).orElseThrow();
        Verdict verdict = question.answer(Budget.DEFAULT);
        int open = 0;
        Evictions last = null;
        for (int steps = 100; steps <= 60_000; steps += 100) {
            WorkMeter meter = Budget.steps(steps).meter();
            last = Evictions.of(question, verdict, train(1), List.of(), meter).orElseThrow();
            assertThat(meter.spent()).isLessThanOrEqualTo(steps);
            if (last.complete()) {
                assertThat(last.fewest()).extracting(Evicted::name).containsExactly("shop/one");
                assertThat(last.scheduler().victims()).hasSize(1);
            } else {
                open++;
            }
        }
        assertThat(open).isBetween(10, 599);
        assertThat(last.complete()).isTrue();
    }

    @Test
    void withoutBudgetNothingIsFoundOut() {
        List<Pod> pods = List.of(running("one", "a", 1), member("train-0", spec(100), PodStatus.EMPTY));
        ClusterSnapshot snapshot = ClusterSnapshot.of(List.of(node("a")), pods);
        GroupQuestion question = GroupQuestion.of(snapshot, train(1), TRAIN).orElseThrow();
        Verdict verdict = question.answer(Budget.DEFAULT);
        Evictions none = Evictions.of(
                        question,
                        verdict,
                        train(1),
                        List.of(),
                        Budget.steps(400).meter())
                .orElseThrow();
        assertThat(none.fewest()).isEmpty();
        assertThat(none.complete()).isFalse();
        assertThat(none.scheduler().refusal()).contains(Preemption.Refusal.OUT_OF_BUDGET);
    }

    private static Evictions evictions(List<Pod> pods, Groups groups, PodDisruptionBudget... budgets) {
        ClusterSnapshot snapshot = ClusterSnapshot.of(List.of(node("a"), node("b")), pods);
        return asked(snapshot, groups, budgets).orElseThrow();
    }

    /** Asks of a snapshot, and of the same one stored and read, where most pods are no objects. */
    private static Optional<Evictions> asked(ClusterSnapshot snapshot, Groups groups, PodDisruptionBudget... budgets) {
        Optional<Evictions> evictions = askedOnce(snapshot, groups, budgets);
        ClusterSnapshot read =
                assertDoesNotThrow(() -> SnapshotReader.read(SnapshotWriter.bytes(Instant.EPOCH, snapshot))
                        .snapshot());
        assertThat(askedOnce(read, groups, budgets).map(each -> names(each.fewest())))
                .isEqualTo(evictions.map(each -> names(each.fewest())));
        return evictions;
    }

    private static Optional<Evictions> askedOnce(
            ClusterSnapshot snapshot, Groups groups, PodDisruptionBudget... budgets) {
        GroupQuestion question = GroupQuestion.of(snapshot, groups, TRAIN).orElseThrow();
        return Evictions.of(
                question, question.answer(Budget.DEFAULT), groups, List.of(budgets), Budget.DEFAULT.meter());
    }

    private static List<String> names(List<Evicted> units) {
        return units.stream().map(Evicted::name).toList();
    }

    @Test
    void theLeastImportantLeaves() {
        Evictions evictions = evictions(
                List.of(running("more", "a", 20), running("less", "b", 10), member("m", spec(100), PodStatus.EMPTY)),
                train(1));
        assertThat(names(evictions.fewest())).containsExactly("shop/less");
        assertThat(evictions.leastProved()).isTrue();
    }

    @Test
    void equalPriorityIsNoCandidate() {
        ClusterSnapshot snapshot = ClusterSnapshot.of(
                List.of(node("a")), List.of(running("equal", "a", 100), member("m", spec(100), PodStatus.EMPTY)));
        assertThat(asked(snapshot, train(1))).isEmpty();
    }

    @Test
    void aGroupOfModeAllLeavesAsAWholeByItsOwnPriority() {
        PodGroup whole = PodGroup.gang(ApiVersion.V1BETA1, "shop", "whole", 2);
        whole = whole.withSpec(whole.spec().toBuilder()
                .priority(5)
                .disruptionMode(DisruptionMode.ALL)
                .build());
        List<Pod> pods = new ArrayList<>();
        for (String node : List.of("a", "b")) {
            pods.add(new Pod(
                    ObjectMeta.of("shop", "whole-" + node),
                    spec(5).nodeName(node)
                            .schedulingGroup(new PodSchedulingGroup("whole"))
                            .build(),
                    PodStatus.EMPTY));
        }
        pods.add(member("m", spec(100), PodStatus.EMPTY));
        Evictions evictions = evictions(pods, train(1, whole));
        assertThat(evictions.fewest())
                .singleElement()
                .satisfies(unit -> assertThat(unit.pods()).hasSize(2));
    }

    @Test
    void whoWouldBreakABudgetIsPutBackFirst() {
        List<Pod> pods = List.of(
                running("covered", "a", 10),
                new Pod(ObjectMeta.of("other", "free"), spec(20).nodeName("b").build(), PodStatus.EMPTY),
                member("m", spec(100), PodStatus.EMPTY));
        LabelSelector web = new LabelSelector(Map.of("app", "web"), List.of());
        assertThat(names(evictions(pods, train(1)).fewest())).containsExactly("shop/covered");
        assertThat(names(evictions(pods, train(1), budget(0, web)).fewest())).containsExactly("other/free");
        assertThat(names(evictions(pods, train(1), budget(1, web)).fewest())).containsExactly("shop/covered");
    }

    @Test
    void aBrokenBudgetIsNamedAndAnEmptySelectorCoversNobody() {
        List<Pod> pods = List.of(
                running("w0", "a", 10),
                running("w1", "b", 10),
                member("m0", spec(100), PodStatus.EMPTY),
                member("m1", spec(100), PodStatus.EMPTY));
        Evictions one = evictions(pods, train(2), budget(1, new LabelSelector(Map.of("app", "web"), List.of())));
        assertThat(one.fewest()).extracting(Evicted::brokenBudgets).containsExactly(List.of(), List.of("shop/web"));
        Evictions everything = evictions(pods, train(2), budget(0, LabelSelector.EVERYTHING));
        assertThat(everything.fewest()).allMatch(unit -> unit.brokenBudgets().isEmpty());
    }

    @Test
    void theSchedulerPreemptsNotForPodsThatSayNever() {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 1);
        Groups never = Groups.of(List.of(group.withSpec(group.spec().toBuilder()
                .priority(100)
                .preemptionPolicy(PreemptionPolicy.NEVER)
                .build())));
        Evictions evictions = evictions(
                List.of(
                        running("w", "a", 10),
                        running("v", "b", 10),
                        member("m", spec(100).preemptionPolicy(PreemptionPolicy.NEVER), PodStatus.EMPTY)),
                never);
        assertThat(evictions.scheduler().refusal()).contains(Preemption.Refusal.NEVER);
        assertThat(evictions.fewest()).hasSize(1);
    }

    @Test
    void theSchedulerWaitsForVictimsOnANominatedNode() {
        Pod leaving = new Pod(
                ObjectMeta.builder()
                        .namespace("shop")
                        .name("w")
                        .deletionTimestamp(Instant.EPOCH)
                        .build(),
                spec(10).nodeName("a").build(),
                PodStatus.builder()
                        .conditions(new Condition("DisruptionTarget", "True", 0, null, "PreemptionByScheduler", ""))
                        .build());
        Evictions evictions = evictions(
                List.of(
                        leaving,
                        running("v", "b", 10),
                        member(
                                "m",
                                spec(100),
                                PodStatus.builder().nominatedNodeName("a").build())),
                train(1));
        assertThat(evictions.scheduler().refusal()).contains(Preemption.Refusal.VICTIMS_LEAVING);
    }
}
