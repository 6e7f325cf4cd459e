package io.github.workload4j.testkit.assertion;

import static io.github.workload4j.testkit.assertion.ClusterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.replay.ReplayFailure;
import io.github.workload4j.testkit.PlainClusters;
import io.github.workload4j.testkit.SmallCluster;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementAssertTest {

    private static final SmallCluster FITS = PlainClusters.of(List.of(2, 1), List.of(1, 2));
    private static final SchedulingObject GROUP = FITS.objects().get(0);
    private static final List<Assignment> GREEDY =
            List.of(new Assignment("ml", "p0", "n0"), new Assignment("ml", "p1", "n0"));

    @Test
    void namesTheRuleThatAPlacementBreaks() {
        assertThat(FITS).placement(GREEDY).breaks(ReplayFailure.Rule.RESOURCES);
        assertThat(FITS.snapshot()).placement(GREEDY, GROUP).breaks(ReplayFailure.Rule.RESOURCES);
    }

    @Test
    void failsWithEveryObjection() {
        assertThatThrownBy(() -> assertThat(FITS).placement(GREEDY).isAccepted())
                .hasMessageContaining("expected that the placement of ml/gang is accepted, but step 1: ");
        assertThatThrownBy(() -> assertThat(FITS).placement(GREEDY).breaks(ReplayFailure.Rule.TAINT))
                .hasMessageContaining("breaks TAINT, but step 1: ");
    }
}
