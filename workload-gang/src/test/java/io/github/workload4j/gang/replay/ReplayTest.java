package io.github.workload4j.gang.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupStatus;
import io.github.workload4j.api.CompositeSchedulingPolicy;
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
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.AnswerRelease;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A gang of two pods of two cores, an open node of four cores, a cordoned one and a tainted one. */
class ReplayTest {

    private static final AnswerRelease RELEASE =
            new AnswerRelease(KubernetesRelease.V1_37, AnswerRelease.Source.API_VERSION);

    private static final List<Node> NODES = List.of(
            node("open", NodeSpec.OPEN),
            node("cordoned", new NodeSpec(true, List.of())),
            node("tainted", new NodeSpec(false, List.of(new Taint("gpu", "", "NoSchedule")))));
    private static final List<Pod> PODS = List.of(pod("a"), pod("b"));
    private static final Replay REPLAY =
            Replay.of(NODES, PODS, List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 2)));

    private static Node node(String name, NodeSpec spec) {
        return new Node(
                ObjectMeta.builder().name(name).build(),
                spec,
                new NodeStatus(Map.of(), Map.of("cpu", Quantity.of(4), "pods", Quantity.of(10))));
    }

    private static Pod pod(String name) {
        PodSpec spec = PodSpec.builder()
                .schedulingGroup(new PodSchedulingGroup("train"))
                .containers(List.of(Container.of("main", Map.of("cpu", Quantity.of(2)))))
                .build();
        return new Pod(ObjectMeta.of("ml", name), spec, PodStatus.EMPTY);
    }

    private static List<ReplayFailure> replay(String... placement) {
        List<Assignment> assignments = Arrays.stream(placement)
                .map(each -> each.split("@"))
                .map(each -> new Assignment("ml", each[0], each[1]))
                .toList();
        GroupSummary about =
                new GroupSummary(GroupRef.podGroup("ml", "train"), 2, new MemberCounts(0, 2, 0), List.of(), RELEASE);
        return REPLAY.objections(new Verdict.Feasible(about, assignments, List.of(), 2, null, 0));
    }

    private static List<ReplayFailure.Rule> rules(String... placement) {
        return replay(placement).stream().map(ReplayFailure::rule).toList();
    }

    @Test
    void validPlacementBreaksNoRule() {
        assertThat(replay("a@open", "b@open")).isEmpty();
    }

    @Test
    void somebodyElsesPlacementNeedsNoVerdict() {
        GroupRef group = GroupRef.podGroup("ml", "train");
        List<Assignment> fits = List.of(new Assignment("ml", "b", "open"), new Assignment("ml", "a", "open"));
        assertThat(REPLAY.objections(group, fits)).isEmpty();
        assertThat(REPLAY.objections(group, fits.subList(0, 1)))
                .extracting(ReplayFailure::rule)
                .containsOnly(ReplayFailure.Rule.MINIMUM);
        assertThat(REPLAY.objections(GroupRef.podGroup("ml", "other"), fits))
                .extracting(ReplayFailure::rule)
                .contains(ReplayFailure.Rule.MEMBER);
    }

    @Test
    void everyBrokenRuleIsNamedAtItsStep() {
        List<ReplayFailure> failures = replay("a@cordoned", "b@tainted");
        assertThat(failures)
                .extracting(ReplayFailure::rule)
                .containsExactly(ReplayFailure.Rule.UNSCHEDULABLE, ReplayFailure.Rule.TAINT);
        assertThat(failures).extracting(ReplayFailure::step).containsExactly(0, 1);
        assertThat(failures.get(0).toString()).startsWith("step 0: ").endsWith("the node is cordoned");
    }

    @Test
    void unknownNodeAndPodPlacedTwiceAreNamed() {
        assertThat(rules("a@nowhere", "b@open")).contains(ReplayFailure.Rule.NODE);
        assertThat(rules("a@open", "a@open")).contains(ReplayFailure.Rule.MEMBER);
    }

    @Test
    void overdrawnNodeIsNamed() {
        Pod third = pod("c");
        Replay replay = Replay.of(
                NODES,
                List.of(PODS.get(0), PODS.get(1), third),
                List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 2)));
        List<Assignment> all = List.of(
                new Assignment("ml", "a", "open"),
                new Assignment("ml", "b", "open"),
                new Assignment("ml", "c", "open"));
        GroupSummary about =
                new GroupSummary(GroupRef.podGroup("ml", "train"), 2, new MemberCounts(0, 3, 0), List.of(), RELEASE);
        assertThat(replay.objections(new Verdict.Feasible(about, all, List.of(), 3, null, 0)))
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.rule()).isEqualTo(ReplayFailure.Rule.RESOURCES);
                    assertThat(failure.step()).isEqualTo(2);
                });
    }

    @Test
    void tooFewPodsBreakTheMinimumOfTheWholePlacement() {
        assertThat(replay("a@open")).isNotEmpty().allSatisfy(failure -> {
            assertThat(failure.rule()).isEqualTo(ReplayFailure.Rule.MINIMUM);
            assertThat(failure.step()).isEqualTo(-1);
        });
    }

    @Test
    void placementLeavesNothingToTheNextOne() {
        assertThat(replay("a@open", "b@open")).isEmpty();
        assertThat(replay("b@open", "a@open")).isEmpty();
    }

    @Test
    void groupInsideItselfIsLookedAtOnce() {
        Replay circle = Replay.of(NODES, PODS, List.of(inside("left", "right"), inside("right", "left")));
        assertThat(circle.objections(
                        GroupRef.compositePodGroup("ml", "left"), List.of(new Assignment("ml", "a", "open"))))
                .extracting(ReplayFailure::rule)
                .contains(ReplayFailure.Rule.MEMBER);
    }

    private static CompositePodGroup inside(String name, String parent) {
        return new CompositePodGroup(
                ApiVersion.V1ALPHA3,
                ObjectMeta.of("ml", name),
                CompositePodGroupSpec.builder()
                        .schedulingPolicy(new CompositeSchedulingPolicy.Gang(1))
                        .parentCompositePodGroupName(parent)
                        .build(),
                CompositePodGroupStatus.EMPTY);
    }
}
