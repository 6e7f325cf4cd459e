package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvictedTest {

    private static Pod pod(String name) {
        return new Pod(ObjectMeta.of("shop", name), PodSpec.EMPTY, PodStatus.EMPTY);
    }

    private static Evicted single(String name, int priority) {
        return new Evicted(null, List.of(pod(name)), priority, List.of());
    }

    @Test
    void higherPriorityIsMoreImportantThenGroupsThenLargerGroupsThenNames() {
        Evicted pair = new Evicted(GroupRef.podGroup("shop", "pair"), List.of(pod("x"), pod("y")), 5, List.of());
        Evicted alone = new Evicted(GroupRef.podGroup("shop", "alone"), List.of(pod("z")), 5, List.of());
        List<Evicted> units = new ArrayList<>(List.of(single("b", 5), alone, single("a", 5), pair, single("high", 9)));
        units.sort(Importance.of(SchedulerRules.of(KubernetesRelease.V1_37, ClusterSetup.of(KubernetesRelease.V1_37))));
        assertThat(units)
                .extracting(Evicted::name)
                .containsExactly("shop/high", pair.name(), alone.name(), "shop/a", "shop/b");
    }

    @Test
    void namespaceOfAPodWithoutOneIsDefault() {
        Pod pod = new Pod(ObjectMeta.of("", "a"), PodSpec.EMPTY, PodStatus.EMPTY);
        assertThat(new Evicted(null, List.of(pod), 0, List.of()).name()).isEqualTo("default/a");
    }
}
