package io.github.workload4j.gang.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.PackingChecker;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgainTest {

    @Test
    void anAnswerToTheQuestionBeforeNeverMisleads() {
        for (int seed = 0; seed < 1_000; seed++) {
            Packing before = new SmallPackings(seed).next();
            PackingAnswer old = PackingSearch.answer(before, Budget.DEFAULT);
            Random random = new Random(seed);
            long[] now = new long[before.nodes().resources()];
            for (int r = 0; r < now.length; r++) {
                now[r] = random.nextInt(9);
            }
            PackingNodes nodes = before.nodes().with(random.nextInt(before.nodes().count()), now);
            Packing after = new Packing(nodes, before.classes(), before.conflicts(), before.root());
            PackingAnswer answer = PackingSearch.answer(after, Budget.DEFAULT, old);
            int most = BruteForce.mostPods(after);
            assertThat(new PackingChecker(after).objectionTo(answer)).as("seed %d: %s", seed, answer).isEmpty();
            assertThat(answer instanceof PackingAnswer.Fits fits ? fits.pods() : 0).as("seed %d", seed).isEqualTo(most);
        }
    }

    @Test
    void anOldPlacementThatStandsIsTheAnswer() {
        List<PodClass> classes = List.of(PodClass.of(4, 3), PodClass.of(2, 2));
        PackingNodes nodes = PackingNodes.of(3, new long[] {9, 9, 9});
        Packing before = new Packing(nodes, classes, List.of(Conflict.onNode(0, 1)), PackingGroup.leaf(6, 0, 1));
        PackingAnswer.Fits old = (PackingAnswer.Fits) PackingSearch.answer(before, Budget.DEFAULT);
        Packing after =
                new Packing(nodes.with(0, 10), classes, List.of(Conflict.onNode(0, 1)), PackingGroup.leaf(6, 0, 1));
        assertThat(PackingSearch.answer(after, Budget.DEFAULT, old))
                .isInstanceOfSatisfying(
                        PackingAnswer.Fits.class, fits -> assertThat(fits.placed()).isSameAs(old.placed()));
    }
}
