package io.github.workload4j.gang.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.MemberCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodStandingTest {

    /**
     * What a pod counts as in a snapshot built at once, in one it is put into, and in one where it was something else
     * before.
     */
    @ParameterizedTest(name = "{0}, node {1}, deleted {2}, group {3}, scheduler {4}, gated {5}: {6}")
    @CsvSource({
        "Pending,   '', false, g,  '',    false, PENDING",
        "Pending,   '', false, g,  other, true,  PENDING",
        "'',        '', false, g,  '',    false, PENDING",
        "Pending,   '', false, '', '',    false, NOMINATED",
        "Pending,   '', true,  g,  '',    false, LEAVING",
        "Pending,   n,  false, g,  '',    false, ON_NODE",
        "Running,   n,  false, '', other, false, ON_NODE",
        "Running,   n,  true,  g,  '',    false, ON_NODE",
        "Unknown,   n,  false, '', '',    false, ON_NODE",
        "Succeeded, n,  false, g,  '',    false, NONE",
        "Failed,    n,  true,  g,  '',    false, NONE",
        "Failed,    '', false, g,  '',    false, NONE",
    })
    void aPodCountsAsWhatItSays(
            String phase,
            String node,
            boolean deleted,
            String group,
            String scheduler,
            boolean gated,
            String expected) {
        ObjectMeta.Builder metadata = ObjectMeta.of("ml", "p").toBuilder();
        Pod pod = new Pod(
                metadata.deletionTimestamp(deleted ? Instant.EPOCH : null).build(),
                PodSpec.builder()
                        .nodeName(node)
                        .schedulingGroup(group.isEmpty() ? null : new PodSchedulingGroup(group))
                        .schedulerName(scheduler)
                        .schedulingGates(gated ? List.of("hold") : List.of())
                        .build(),
                PodStatus.EMPTY.toBuilder().phase(phase).nominatedNodeName("n").build());
        PodStanding standing = PodStanding.valueOf(expected);
        assertThat(PodStanding.of(pod)).isEqualTo(standing);
        ClusterSnapshot empty = ClusterSnapshot.builder()
                .node("n", Map.of(), Map.of("pods", "9"))
                .build();
        ClusterSnapshot other = empty.put(ObjectNames.pod("ml", "p")
                .withSpec(PodSpec.builder()
                        .nodeName("n")
                        .schedulingGroup(new PodSchedulingGroup("h"))
                        .build()));
        for (ClusterSnapshot snapshot :
                List.of(empty.put(pod), other.put(pod), ClusterSnapshot.of(List.of(empty.node(0)), List.of(pod)))) {
            int on = standing == PodStanding.ON_NODE ? 1 : 0;
            int running = group.isEmpty() ? 0 : on;
            int pending = standing == PodStanding.PENDING ? 1 : 0;
            assertThat(snapshot.free("pods", 0)).isEqualTo(9 - on);
            assertThat(snapshot.podsOn(0)).hasSize(on);
            assertThat(snapshot.nominated()).hasSize(on == 1 || standing == PodStanding.NONE ? 0 : 1);
            assertThat(snapshot.leavingOf(GroupRef.podGroup("ml", "g")))
                    .hasSize(standing == PodStanding.LEAVING ? 1 : 0);
            assertThat(snapshot.members(GroupRef.podGroup("ml", "g")))
                    .isEqualTo(new MemberCounts(running, pending, gated ? pending : 0));
            assertThat(snapshot.members(GroupRef.podGroup("ml", "h")).total()).isZero();
        }
    }
}
