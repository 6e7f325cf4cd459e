package io.github.workload4j.gang.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DomainsTest {

    private static Domains of(List<@Nullable String> racks) {
        List<Node> nodes = racks.stream().map(DomainsTest::node).toList();
        return Domains.of("rack", nodes);
    }

    private static Node node(@Nullable String rack) {
        Map<String, String> labels = rack == null ? Map.of("zone", "a") : Map.of("rack", rack);
        return new Node(ObjectMeta.of("n").toBuilder().labels(labels).build(), NodeSpec.OPEN, NodeStatus.EMPTY);
    }

    private static void requireEqual(Domains one, Domains other) {
        assertThat(one.values()).isEqualTo(other.values());
        assertThat(one.of()).isEqualTo(other.of());
    }

    @Test
    void valuesAreNumberedInTheOrderOfNodes() {
        Domains domains = of(Arrays.asList("b", null, "a", "b", ""));
        assertThat(domains.values()).containsExactly("b", "a", "");
        assertThat(domains.of()).containsExactly(0, -1, 1, 0, 2);
    }

    @Test
    void whatIsChangedIsWhatIsMadeAnew() {
        Random random = new Random(3);
        List<@Nullable String> racks = new ArrayList<>();
        Domains domains = of(racks);
        for (int i = 0; i < 2_000; i++) {
            String rack = Arrays.asList("a", "b", "c", "", null).get(random.nextInt(5));
            int at = random.nextInt(racks.size() + 1);
            Domains before = domains;
            int[] numbers = before.of().clone();
            if (at == racks.size() || racks.size() < 6 && random.nextBoolean()) {
                racks.add(at, rack);
                domains = domains.inserted(at, rack);
            } else if (random.nextBoolean()) {
                racks.set(at, rack);
                domains = domains.replaced(at, rack);
            } else {
                racks.remove(at);
                domains = domains.removed(at);
            }
            requireEqual(domains, of(racks));
            assertThat(before.of()).isEqualTo(numbers);
        }
    }

    @Test
    void theEmptyTextIsNoDomainOfAGroupFrom138On() {
        Domains domains = of(Arrays.asList("", "b", null, "a", ""));
        requireEqual(domains.ofGroups(SchedulerRules.of(KubernetesRelease.V1_37, ClusterSetup.OPEN)), domains);
        Domains later = domains.ofGroups(SchedulerRules.of(KubernetesRelease.V1_38, ClusterSetup.OPEN));
        requireEqual(later, of(Arrays.asList(null, "b", null, "a", null)));
        Domains without = of(Arrays.asList("b", null));
        assertThat(without.ofGroups(SchedulerRules.of(KubernetesRelease.V1_38, ClusterSetup.OPEN)))
                .isSameAs(without);
    }
}
