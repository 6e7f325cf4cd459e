package io.github.workload4j.gang.question;

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
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FewestDomainsTest {

    private static final String RACK = "example.com/rack";
    private static final GroupRef GROUP = GroupRef.podGroup("a", "g");

    private static Node node(String name, String rack, int cpu) {
        return new Node(
                ObjectMeta.builder()
                        .name(name)
                        .labels(rack.isEmpty() ? Map.of() : Map.of(RACK, rack))
                        .build(),
                new NodeSpec(false, List.of()),
                new NodeStatus(Map.of(), Map.of("cpu", Quantity.of(cpu), "pods", Quantity.of(10))));
    }

    private static Pod pod(String name, int cpu) {
        PodSpec spec = PodSpec.builder()
                .containers(List.of(Container.of("c", Map.of("cpu", Quantity.of(cpu)))))
                .schedulingGroup(new PodSchedulingGroup("g"))
                .build();
        return new Pod(ObjectMeta.of("a", name), spec, PodStatus.EMPTY);
    }

    private static Verdict answer(List<Node> nodes, List<Pod> pods) {
        return question(nodes, pods).answer(Budget.DEFAULT);
    }

    private static GroupQuestion question(List<Node> nodes, List<Pod> pods) {
        Groups groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "a", "g", pods.size())));
        return GroupQuestion.of(ClusterSnapshot.of(nodes, pods), groups, GROUP).orElseThrow();
    }

    private static FewestDomains fewest(List<Node> nodes, List<Pod> pods, Budget budget) {
        GroupQuestion question = question(nodes, pods);
        Verdict.Feasible feasible = (Verdict.Feasible) question.answer(Budget.DEFAULT);
        return FewestDomains.of(question, feasible, RACK, budget.meter(), Preference.SEARCH);
    }

    private static List<Pod> pods(int... cpus) {
        return IntStream.range(0, cpus.length)
                .mapToObj(i -> pod("p" + i, cpus[i]))
                .toList();
    }

    /** The smallest room of that many racks that hold all pods, or -1: every set of racks is asked about by itself. */
    private static long leastRoom(List<Node> nodes, List<Pod> pods, int many) {
        List<String> racks = List.copyOf(
                new TreeSet<>(nodes.stream().map(FewestDomainsTest::rack).toList()));
        long least = -1;
        for (int set = 0; set < 1 << racks.size(); set++) {
            int chosen = set;
            List<Node> inside = nodes.stream()
                    .filter(node -> (chosen >> racks.indexOf(rack(node)) & 1) == 1)
                    .toList();
            if (Integer.bitCount(set) == many && answer(inside, pods) instanceof Verdict.Feasible) {
                long room = room(inside, pods);
                least = least < 0 ? room : Math.min(least, room);
            }
        }
        return least;
    }

    private static String rack(Node node) {
        return node.metadata().labels().getOrDefault(RACK, "");
    }

    private static long cpu(Pod pod) {
        return pod.spec().containers().get(0).resources().requests().get("cpu").units();
    }

    private static long room(List<Node> nodes, List<Pod> pods) {
        long room = 0;
        for (long asked : pods.stream().map(FewestDomainsTest::cpu).distinct().toList()) {
            long count = pods.stream().filter(pod -> cpu(pod) == asked).count();
            for (Node node : nodes) {
                room += Math.min(count, node.status().allocatable().get("cpu").units() / asked);
            }
        }
        return room;
    }

    @Test
    void noPlacementIsInFewerDomainsAndNoneInAsManyIsInLessRoom() {
        Random random = new Random(22);
        int several = 0;
        for (int round = 0; round < 120; round++) {
            List<Node> nodes = new ArrayList<>();
            int racks = 2 + random.nextInt(4);
            for (int n = 0; n < racks * 2; n++) {
                nodes.add(node("n" + n, "r" + n % racks, 1 + random.nextInt(6)));
            }
            int small = 1 + random.nextInt(6);
            int large = random.nextInt(4);
            int least = 1 + round % 2;
            List<Pod> pods = pods(IntStream.range(0, small + large)
                    .map(i -> i < small ? least : 3)
                    .toArray());
            if (!(answer(nodes, pods) instanceof Verdict.Feasible)) {
                continue;
            }
            FewestDomains fewest = fewest(nodes, pods, Budget.DEFAULT);
            int many = fewest.domains().size();
            several += many > 1 ? 1 : 0;
            assertThat(fewest.isFewest()).isTrue();
            assertThat(fewest.isTightest()).isTrue();
            assertThat(fewest.verdict().placed()).isEqualTo(pods.size());
            List<Node> used = nodes.stream()
                    .filter(node -> fewest.domains().contains(rack(node)))
                    .toList();
            assertThat(used.stream().map(node -> node.metadata().name()))
                    .containsAll(fewest.verdict().placement().stream()
                            .map(each -> each.node())
                            .toList());
            assertThat(leastRoom(nodes, pods, many - 1)).as("round " + round).isEqualTo(-1);
            assertThat(room(used, pods)).as("round " + round).isEqualTo(leastRoom(nodes, pods, many));
        }
        assertThat(several).isGreaterThan(20);
    }

    /** No two pods of 5 and 4 cpu share a node, which neither their numbers nor their sums say. */
    @Test
    void pointsOfAProofSayHowManyDomainsAreNeeded() {
        List<Node> nodes = new ArrayList<>();
        for (int rack = 0; rack < 60; rack++) {
            nodes.add(node("n" + rack, "r" + rack, 8));
            nodes.add(node("m" + rack, "r" + rack, rack % 4));
        }
        FewestDomains fewest = fewest(
                nodes, pods(IntStream.range(0, 40).map(i -> i < 20 ? 5 : 4).toArray()), Budget.DEFAULT);
        assertThat(fewest.domains()).hasSize(30);
        assertThat(fewest.atLeast()).isEqualTo(30);
    }

    @Test
    void nodesWithoutTheLabelAreUsedOnlyWhereThePodsHaveNoOtherPlace() {
        List<Node> nodes = List.of(node("n0", "", 9), node("n1", "r1", 2), node("n2", "r2", 2));
        assertThat(fewest(nodes, pods(2, 2), Budget.DEFAULT).domains()).containsExactly("r1", "r2");
        FewestDomains none = fewest(nodes, pods(3, 2), Budget.DEFAULT);
        assertThat(none.domains()).isEmpty();
        assertThat(none.isFewest()).isFalse();
        assertThat(none.verdict().placed()).isEqualTo(2);
    }

    @Test
    void whatABudgetLeavesOpenIsNotClaimed() {
        List<Node> nodes = IntStream.range(0, 12)
                .mapToObj(n -> node("n" + n, "r" + n, 3 + n % 5))
                .toList();
        FewestDomains open = fewest(nodes, pods(2, 2, 2, 2, 2, 2, 2, 2, 2), Budget.steps(1));
        assertThat(open.isTightest()).isFalse();
        assertThat(open.atLeast()).isLessThanOrEqualTo(open.domains().size());
    }
}
