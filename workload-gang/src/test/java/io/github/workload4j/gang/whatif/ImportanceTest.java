package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportanceTest {

    private static Evicted pod(String name, String uid, int priority, String started) {
        ObjectMeta metadata =
                ObjectMeta.builder().namespace("ns").name(name).uid(uid).build();
        PodStatus status = PodStatus.builder().startTime(Instant.parse(started)).build();
        return new Evicted(null, List.of(new Pod(metadata, PodSpec.builder().build(), status)), priority, List.of());
    }

    private static List<String> order(KubernetesRelease release, Evicted... units) {
        return Stream.of(units)
                .sorted(Importance.of(SchedulerRules.of(release, ClusterSetup.OPEN)))
                .map(unit -> unit.pods().get(0).metadata().name())
                .toList();
    }

    @Test
    void higherPriorityThenEarlierStartIsKept() {
        Evicted late = pod("late", "", 1, "2026-01-01T02:00:00Z");
        Evicted early = pod("zearly", "", 1, "2026-01-01T01:00:00Z");
        Evicted high = pod("zhigh", "", 2, "2026-01-01T03:00:00Z");
        assertThat(order(KubernetesRelease.V1_37, late, early, high)).containsExactly("zhigh", "zearly", "late");
    }

    @Test
    void ofPodsThatAreAlikeTheLowerUidIsKeptFrom138On() {
        Evicted a = pod("a", "u2", 1, "2026-01-01T01:00:00Z");
        Evicted b = pod("b", "u1", 1, "2026-01-01T01:00:00Z");
        assertThat(order(KubernetesRelease.V1_38, a, b)).containsExactly("b", "a");
        assertThat(order(KubernetesRelease.V1_37, b, a)).containsExactly("a", "b");
        Evicted c = pod("c", "", 1, "2026-01-01T01:00:00Z");
        Evicted d = pod("d", "", 1, "2026-01-01T01:00:00Z");
        assertThat(order(KubernetesRelease.V1_38, d, c)).containsExactly("c", "d");
    }
}
