package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlainClustersTest {

    @Provide
    Arbitrary<SmallCluster> clusters() {
        return PlainClusters.all();
    }

    @Property(tries = 50, seed = "18")
    void areSmallAndAskForOneGangOfAllTheirPods(@ForAll("clusters") SmallCluster cluster) {
        assertThat(cluster.nodes()).hasSizeBetween(1, 4);
        assertThat(cluster.pods()).hasSizeBetween(1, 5);
        assertThat(cluster.snapshot().membersOf(cluster.group())).hasSameSizeAs(cluster.pods());
    }

    @Test
    void aClusterIsMadeOfItsCores() {
        SmallCluster cluster = PlainClusters.of(List.of(2, 1), List.of(1));
        assertThat(cluster.snapshot().free("cpu", 0)).isEqualTo(2000);
        assertThat(cluster.pods())
                .singleElement()
                .satisfies(pod -> assertThat(pod.metadata().name()).isEqualTo("p0"));
    }
}
