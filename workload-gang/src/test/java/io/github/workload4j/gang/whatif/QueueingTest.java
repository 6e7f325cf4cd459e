package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueingTest {

    private final List<Pod> pods = new ArrayList<>();
    private final List<PodGroup> objects = new ArrayList<>();

    private GroupRef gang(String name, int count, int cpu) {
        for (int i = 0; i < count; i++) {
            PodSpec spec = PodSpec.builder()
                    .containers(List.of(Container.of("main", Map.of("cpu", Quantity.of(cpu)))))
                    .schedulingGroup(new PodSchedulingGroup(name))
                    .build();
            pods.add(new Pod(ObjectMeta.of("ml", name + "-" + i), spec, PodStatus.EMPTY));
        }
        objects.add(PodGroup.gang(ApiVersion.V1BETA1, "ml", name, count));
        return GroupRef.podGroup("ml", name);
    }

    private ClusterSnapshot snapshot(int... cpus) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < cpus.length; i++) {
            Map<String, Quantity> allocatable = Map.of("cpu", Quantity.of(cpus[i]), "pods", Quantity.of(10));
            nodes.add(new Node(ObjectMeta.of("n" + i), NodeSpec.OPEN, new NodeStatus(Map.of(), allocatable)));
        }
        return ClusterSnapshot.of(nodes, pods);
    }

    private Queueing queue(ClusterSnapshot snapshot, GroupRef... order) {
        return Queueing.inOrder(
                snapshot, Groups.of(objects), List.of(order), Map.of(), Budget.DEFAULT.meter(), group -> {});
    }

    private static List<String> words(Queueing queueing) {
        return queueing.turns().stream().map(turn -> turn.verdict().word()).toList();
    }

    @Test
    void whoComesFirstGetsInAndBlocksTheNext() {
        GroupRef first = gang("first", 2, 3);
        GroupRef second = gang("second", 2, 3);
        ClusterSnapshot snapshot = snapshot(4, 4);
        assertThat(words(queue(snapshot, first, second))).containsExactly("feasible", "infeasible");
        assertThat(queue(snapshot, first, second).turns().get(1).blockedBy()).containsExactly(first);
        assertThat(queue(snapshot, second, first).turns().get(1).blockedBy()).containsExactly(second);
    }

    @Test
    void onlyThoseBlockWithoutWhomItWouldFit() {
        GroupRef small = gang("small", 1, 1);
        GroupRef large = gang("large", 1, 4);
        GroupRef next = gang("next", 1, 3);
        Queueing queueing = queue(snapshot(4, 4), small, large, next);
        assertThat(words(queueing)).containsExactly("feasible", "feasible", "feasible");
        GroupRef last = gang("last", 1, 4);
        Queueing again = queue(snapshot(4, 4), small, large, last);
        assertThat(words(again)).containsExactly("feasible", "feasible", "infeasible");
        assertThat(again.turns().get(2).blockedBy()).containsExactly(large);
    }

    @Test
    void aGroupThatNeverFitsIsBlockedByNobody() {
        GroupRef small = gang("small", 1, 1);
        GroupRef huge = gang("huge", 1, 40);
        assertThat(queue(snapshot(4, 4), small, huge).turns().get(1).blockedBy())
                .isEmpty();
    }

    @Test
    void theClusterAfterwardsHoldsWhatGotIn() {
        GroupRef first = gang("first", 2, 3);
        Queueing queueing = queue(snapshot(4, 4), first);
        assertThat(queueing.after().free("cpu", 0)).isEqualTo(1000);
        assertThat(queueing.after().free("pods", 1)).isEqualTo(9);
        assertThat(queueing.after().members(first).running()).isEqualTo(2);
        assertThat(Feasibility.answer(queueing.after(), Groups.of(objects), first, Budget.DEFAULT))
                .isInstanceOf(Verdict.Satisfied.class);
    }

    @Test
    void theLargestSetIsLargerThanWhatTheOrderLetsIn() {
        GroupRef big = gang("big", 2, 4);
        GroupRef one = gang("one", 1, 2);
        GroupRef two = gang("two", 1, 2);
        GroupRef three = gang("three", 1, 4);
        ClusterSnapshot snapshot = snapshot(4, 4);
        assertThat(words(queue(snapshot, big, one, two, three)))
                .containsExactly("feasible", "infeasible", "infeasible", "infeasible");
        Queueing.Largest largest = Queueing.largestSet(
                snapshot, Groups.of(objects), List.of(big, one, two, three), Map.of(), Budget.DEFAULT.meter());
        assertThat(largest.groups()).containsExactly(one, two, three);
        assertThat(largest.proved()).isTrue();
    }

    private Queueing queue(ClusterSnapshot snapshot, Map<GroupRef, List<GroupRef>> after, GroupRef... order) {
        return Queueing.inOrder(
                snapshot, Groups.of(objects), List.of(order), after, Budget.DEFAULT.meter(), group -> {});
    }

    private Queueing.Largest largest(ClusterSnapshot snapshot, Map<GroupRef, List<GroupRef>> after, GroupRef... some) {
        return Queueing.largestSet(snapshot, Groups.of(objects), List.of(some), after, Budget.DEFAULT.meter());
    }

    @Test
    void aGroupWhosePodsComeLaterHasItsTurnAfterTheOthers() {
        GroupRef driver = gang("driver", 1, 2);
        GroupRef workers = gang("workers", 2, 1);

        Queueing queueing = queue(snapshot(4), Map.of(workers, List.of(driver)), workers, driver);

        assertThat(queueing.turns())
                .extracting(turn -> turn.verdict().about().group())
                .containsExactly(driver, workers);
        assertThat(words(queueing)).containsExactly("feasible", "feasible");
    }

    @Test
    void aGroupIsHeldBackIfOneBeforeItDidNotGetIn() {
        GroupRef driver = gang("driver", 1, 8);
        GroupRef workers = gang("workers", 2, 1);
        GroupRef last = gang("last", 1, 1);
        Map<GroupRef, List<GroupRef>> after = Map.of(workers, List.of(driver), last, List.of(workers));
        ClusterSnapshot snapshot = snapshot(4);

        Queueing queueing = queue(snapshot, after, driver, workers, last);

        assertThat(words(queueing)).containsExactly("infeasible", "gated", "gated");
        assertThat(queueing.turns().get(1).verdict()).isInstanceOfSatisfying(Verdict.Gated.class, held -> {
            assertThat(held.why()).isEqualTo(Reason.EARLIER_GROUP_NOT_IN);
            assertThat(held.detail()).isEqualTo("its pods come after those of ml/driver, which did not get in");
        });
        assertThat(largest(snapshot, after, driver, workers, last)).isEqualTo(new Queueing.Largest(List.of(), true));
    }

    @Test
    void aGroupThatIsNotInTheQueueHoldsNoOtherBack() {
        GroupRef driver = gang("driver", 1, 8);
        GroupRef workers = gang("workers", 2, 1);

        assertThat(words(queue(snapshot(4), Map.of(workers, List.of(driver)), workers)))
                .containsExactly("feasible");
    }

    @Test
    void theLargestSetHasNoGroupWithoutThoseBeforeIt() {
        GroupRef driver = gang("driver", 1, 4);
        GroupRef workers = gang("workers", 1, 1);
        GroupRef other = gang("other", 1, 1);
        Map<GroupRef, List<GroupRef>> after = Map.of(workers, List.of(driver));

        assertThat(largest(snapshot(4), after, driver, workers, other).groups()).doesNotContain(workers);
        assertThat(largest(snapshot(4, 2), after, driver, workers, other))
                .isEqualTo(new Queueing.Largest(List.of(driver, workers, other), true));
    }
}
