package io.github.workload4j.gang.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.check.PackingChecker;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two nodes, one of which takes one pod: of four pods with a largest difference of one, three fit. */
class LevelBranchTest {

    private static final Packing QUESTION = new Packing(
            PackingNodes.of(2, new long[] {1, 9}),
            List.of(PodClass.of(4, 1)),
            List.of(),
            PackingGroup.leaf(1, 0),
            List.of(),
            List.of(new EvenSpread(List.of(0), List.of(1), new int[] {0, 1}, new int[] {0, 0})));

    private static final Weights LACKING = new Weights(List.of(0L), List.of(), List.of(-1L, 0L));
    private static final Weights PAYING = new Weights(List.of(1L), List.of(), List.of(0L, 1L));

    @Test
    void noLevelTakesTheFourthPod() {
        PackingChecker checker = new PackingChecker(QUESTION);
        LevelBranch proof = new LevelBranch(0, 2, LACKING, PAYING);
        assertThat(checker.objectionTo(proof, 4)).isEmpty();
        assertThat(checker.objectionTo(proof, 3)).isPresent();
        assertThat(checker.objectionTo(new LevelBranch(0, 1, LACKING, PAYING), 4))
                .isPresent();
        assertThat(checker.objectionTo(new LevelBranch(1, 2, LACKING, PAYING), 4))
                .isPresent();
        assertThat(checker.objectionTo(PAYING, 4)).isPresent();
        assertThat(checker.objectionTo(Placement.of(List.of(new Placed(0, 0, 1), new Placed(0, 1, 2)))))
                .isEmpty();
        assertThat(checker.objectionTo(Placement.of(List.of(new Placed(0, 1, 2)))))
                .isPresent();
    }

    @Test
    void jsonNamesItsNumbersAndParts() {
        assertThat(new LevelBranch(0, 2, LACKING, PAYING).toJson())
                .isEqualTo("{\"level\":{\"spread\":0,\"pods\":2,"
                        + "\"reached\":{\"weights\":{\"points\":[0],\"prices\":[-1,0]}},"
                        + "\"missed\":{\"weights\":{\"points\":[1],\"prices\":[0,1]}}}}");
    }
}
