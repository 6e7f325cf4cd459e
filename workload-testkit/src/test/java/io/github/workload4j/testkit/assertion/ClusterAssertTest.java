package io.github.workload4j.testkit.assertion;

import static io.github.workload4j.testkit.assertion.ClusterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.testkit.PlainClusters;
import io.github.workload4j.testkit.SmallCluster;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterAssertTest {

    private static final SmallCluster FITS = PlainClusters.of(List.of(2, 1), List.of(1, 2));
    private static final SmallCluster TIGHT = PlainClusters.of(List.of(2, 1), List.of(2, 2));

    @Test
    void saysWhetherTheGroupFits() {
        assertThat(FITS).fits();
        assertThat(TIGHT).doesNotFit();
    }

    @Test
    void failsWithTheReason() {
        assertThatThrownBy(() -> assertThat(TIGHT).fits()).hasMessageContaining("infeasible ml/gang");
        assertThatThrownBy(() -> assertThat(FITS).doesNotFit()).hasMessageContaining("feasible ml/gang");
    }
}
