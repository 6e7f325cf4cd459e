package io.github.workload4j.testkit.assertion;

import static io.github.workload4j.testkit.assertion.ClusterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.testkit.PlainClusters;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterAssertionsTest {

    @Test
    void assertionsStartAtAClusterOrASnapshot() {
        assertThat(PlainClusters.of(List.of(1), List.of(1))).fits();
        assertThat(PlainClusters.of(List.of(1), List.of(1)).snapshot()).isNotNull();
        assertThatThrownBy(() -> assertThat((io.github.workload4j.testkit.SmallCluster) null)
                        .fits())
                .isInstanceOf(AssertionError.class);
    }
}
