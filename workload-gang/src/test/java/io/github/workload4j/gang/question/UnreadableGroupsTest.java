package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnreadableGroupsTest {

    private static final GroupRef TRAIN = GroupRef.podGroup("ml", "train");
    private static final String FAULT = "group.yaml:5:3: spec.newField: unknown field";
    private static final Groups GROUPS = Groups.of(List.of()).withUnreadable(Map.of(TRAIN, FAULT));

    private static ClusterSnapshot snapshot(GroupRef group) {
        return ClusterSnapshot.builder()
                .node("n1", Map.of(), Map.of("cpu", "8", "pods", "10"))
                .pending("p", group, Map.of("cpu", "1"))
                .build();
    }

    private static SchedulingObject leaf(String parent) {
        String text =
                "{apiVersion: scheduling.k8s.io/v1alpha3, kind: PodGroup, metadata: {namespace: ml, name: train}, spec:"
                        + " {schedulingPolicy: {gang: {minCount: 1}}" + parent + "}}";
        return (SchedulingObject) ((Decoded) ManifestReader.strict().read(text).get(0)).object();
    }

    private static void assertUnreadable(Verdict verdict, String detail) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Errored.class, error -> {
            assertThat(error.why()).isEqualTo(Reason.GROUP_UNREADABLE);
            assertThat(error.detail()).isEqualTo(detail);
        });
    }

    @Test
    void aGroupThatCannotBeReadIsNotSaidToBeMissing() {
        assertUnreadable(
                Feasibility.answer(snapshot(TRAIN), GROUPS, TRAIN, Budget.DEFAULT),
                "PodGroup ml/train cannot be read: " + FAULT);
    }

    @Test
    void itIsARootThatWaitsAndHasAName() {
        ClusterSnapshot empty = ClusterSnapshot.of(List.of(), List.of());
        assertThat(GROUPS.roots(empty)).containsExactly(TRAIN);
        assertThat(GROUPS.waiting(empty)).containsExactly(TRAIN);
        assertThat(GROUPS.named("ml/train", empty)).containsExactly(TRAIN);
        assertThat(GROUPS.contains(TRAIN)).isFalse();
    }

    @Test
    void aParentThatCannotBeReadIsSaidToo() {
        GroupRef parent = GroupRef.compositePodGroup("ml", "all");
        Groups groups = Groups.of(List.of(leaf(", parentCompositePodGroupName: all")))
                .withUnreadable(Map.of(parent, "group.yaml:9:1: spec: found a list"));
        assertUnreadable(
                Feasibility.answer(snapshot(TRAIN), groups, TRAIN, Budget.DEFAULT),
                "CompositePodGroup ml/all cannot be read: group.yaml:9:1: spec: found a list");
    }

    @Test
    void aWorkloadThatCannotBeReadStandsForAllItsGroups() {
        Groups groups = Groups.of(List.of()).withUnreadable(Map.of(GroupRef.workload("ml", "w", "", ""), FAULT));
        GroupRef member = GroupRef.workload("ml", "w", "workers", "3");
        assertUnreadable(
                Feasibility.answer(snapshot(member), groups, member, Budget.DEFAULT),
                "Workload ml/w/workers/3 cannot be read: " + FAULT);
        assertThat(groups.roots(snapshot(member))).containsExactly(member);
        assertThat(groups.roots(ClusterSnapshot.of(List.of(), List.of()))).hasToString("[ml/w]");
    }

    @Test
    void oneThatCanBeReadAsWellCounts() {
        Groups groups = Groups.of(List.of(leaf(""))).withUnreadable(Map.of(TRAIN, FAULT));
        assertThat(Feasibility.answer(snapshot(TRAIN), groups, TRAIN, Budget.DEFAULT))
                .isInstanceOf(Verdict.Feasible.class);
    }

    @Test
    void aChangeOfAnotherGroupKeepsThem() {
        GroupRef other = GroupRef.podGroup("ml", "train");
        Map<GroupRef, String> faults = Map.of(GroupRef.podGroup("ml", "unread"), FAULT);
        Groups groups = Groups.of(List.of(leaf(""))).withUnreadable(faults);
        assertThat(groups.withMinimum(other, 2).fault(GroupRef.podGroup("ml", "unread")))
                .isEqualTo(FAULT);
        assertThat(groups.withTopologyKey(other, "rack").fault(GroupRef.podGroup("ml", "unread")))
                .isEqualTo(FAULT);
    }
}
