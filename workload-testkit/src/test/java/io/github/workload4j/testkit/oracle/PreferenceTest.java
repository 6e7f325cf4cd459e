package io.github.workload4j.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.SmallClusters;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PreferenceTest {

    @Provide
    Arbitrary<SmallCluster> clusters() {
        return SmallClusters.all();
    }

    @Property(tries = 300, seed = "31")
    void aPreferenceChangesNeitherTheVerdictNorTheNumberOfPods(
            @ForAll("clusters") SmallCluster cluster, @ForAll Preference preference) {
        Verdict plain = answer(cluster, Preference.SEARCH);
        Verdict preferred = answer(cluster, preference);
        assertThat(preferred.word()).isEqualTo(plain.word());
        if (plain instanceof Verdict.Feasible one && preferred instanceof Verdict.Feasible other) {
            assertThat(other.placement()).hasSameSizeAs(one.placement());
            assertThat(other.isMaximal()).isEqualTo(one.isMaximal());
            assertThat(Replay.of(cluster.nodes(), cluster.pods(), cluster.objects(), cluster.namespaces())
                            .objections(other))
                    .isEmpty();
        }
    }

    @Property(tries = 200, seed = "32")
    void packedUsesNoMoreNodesThanSpreadWherePodsAndNodesAreAlike(@ForAll("clusters") SmallCluster cluster) {
        boolean alike = cluster.pods().stream()
                        .map(pod -> pod.spec().toBuilder()
                                .nodeName("")
                                .schedulingGroup(null)
                                .workloadRef(null)
                                .build())
                        .distinct()
                        .count()
                == 1;
        boolean nodesAlike =
                cluster.nodes().stream().map(Node::status).distinct().count() == 1;
        if (alike
                && nodesAlike
                && answer(cluster, Preference.PACKED) instanceof Verdict.Feasible packed
                && answer(cluster, Preference.SPREAD) instanceof Verdict.Feasible spread
                && packed.domains().isEmpty()) {
            assertThat(nodes(packed)).isLessThanOrEqualTo(nodes(spread));
        }
    }

    private static long nodes(Verdict.Feasible verdict) {
        return verdict.placement().stream().map(Assignment::node).distinct().count();
    }

    private static Verdict answer(SmallCluster cluster, Preference preference) {
        return Feasibility.answer(
                cluster.snapshot(), Groups.of(cluster.objects()), cluster.group(), Budget.DEFAULT, preference);
    }
}
