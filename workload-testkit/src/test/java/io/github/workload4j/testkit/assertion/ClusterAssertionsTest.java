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

class ClusterAssertionsTest {

    private static final SmallCluster FITS = PlainClusters.of(List.of(2, 1), List.of(1, 2));
    private static final SmallCluster TIGHT = PlainClusters.of(List.of(2, 1), List.of(2, 2));
    private static final SchedulingObject GROUP = FITS.objects().get(0);

    @Test
    void whatFitsHasAPlacementThatIsAccepted() {
        assertThat(FITS).fits();
        assertThat(FITS.snapshot()).fits(GROUP).placement().isAccepted();
        assertThat(TIGHT).doesNotFit();
        assertThat(TIGHT.snapshot()).doesNotFit(GROUP);
    }

    @Test
    void whatDoesNotFitFailsWithTheReason() {
        assertThatThrownBy(() -> assertThat(TIGHT.snapshot()).fits(GROUP))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected that ml/gang fits, but:")
                .hasMessageContaining("why: ");
        assertThatThrownBy(() -> assertThat(TIGHT).fits()).hasMessageContaining("infeasible ml/gang");
        assertThatThrownBy(() -> assertThat(FITS).doesNotFit()).hasMessageContaining("feasible ml/gang");
    }

    @Test
    void somebodysPlacementIsJudged() {
        List<Assignment> greedy = List.of(new Assignment("ml", "p0", "n0"), new Assignment("ml", "p1", "n0"));
        assertThat(FITS).placement(greedy).breaks(ReplayFailure.Rule.RESOURCES);
        assertThat(FITS.snapshot()).placement(greedy, GROUP).breaks(ReplayFailure.Rule.RESOURCES);
        assertThatThrownBy(() -> assertThat(FITS).placement(greedy).isAccepted())
                .hasMessageContaining("expected that the placement of ml/gang is accepted, but step 1: ");
        assertThatThrownBy(() -> assertThat(FITS).placement(greedy).breaks(ReplayFailure.Rule.TAINT))
                .hasMessageContaining("breaks TAINT, but step 1: ");
    }
}
