package io.github.workload4j.testkit.junit;

import static io.github.workload4j.testkit.assertion.ClusterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.testkit.SmallCluster;
import org.junit.jupiter.api.Test;

class FromManifestsTest {

    @Test
    void aParameterIsFilledWithTheClusterOfAResource(
            @FromManifests("/clusters/two-nodes.yaml") SmallCluster cluster,
            @FromManifests("/clusters/two-nodes.yaml") ClusterSnapshot snapshot) {
        assertThat(cluster).fits();
        assertThat(cluster.group().name()).isEqualTo("gang");
        assertThat(snapshot.nodes()).isEqualTo(2);
    }
}
