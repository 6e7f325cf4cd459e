package io.github.workload4j.testkit.assertion;

import static io.github.workload4j.testkit.assertion.ClusterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.testkit.PlainClusters;
import io.github.workload4j.testkit.SmallCluster;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotAssertTest {

    private static final SmallCluster FITS = PlainClusters.of(List.of(2, 1), List.of(1, 2));
    private static final SmallCluster TIGHT = PlainClusters.of(List.of(2, 1), List.of(2, 2));
    private static final SchedulingObject GROUP = FITS.objects().get(0);

    @Test
    void whatFitsHasAPlacementThatIsAccepted() {
        assertThat(FITS.snapshot()).fits(GROUP).placement().isAccepted();
        assertThat(TIGHT.snapshot()).doesNotFit(GROUP);
    }

    @Test
    void whatDoesNotFitFailsWithTheReason() {
        assertThatThrownBy(() -> assertThat(TIGHT.snapshot()).fits(GROUP))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected that ml/gang fits, but:")
                .hasMessageContaining("why: ");
    }

    @Test
    void aPlacementIsThereOnlyAfterAnAnswer() {
        assertThatThrownBy(() -> assertThat(FITS.snapshot()).placement()).isInstanceOf(IllegalStateException.class);
    }
}
