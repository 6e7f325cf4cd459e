package io.github.workload4j.gang.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.check.CheckedAnswer;
import io.github.workload4j.gang.proof.check.PackingChecker;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReuseOfAnswersTest {

    @Test
    void answersAfterAChangeAreCheckedAndBest() {
        for (int seed = 0; seed < 1_000; seed++) {
            Packing now = new SmallPackings(seed).next();
            CheckedAnswer answer = CheckedAnswer.of(now, PackingSearch.answer(now, Budget.DEFAULT));
            Random random = new Random(seed);
            for (int change = 0; change < 4; change++) {
                now = now.on(changed(now.nodes(), random));
                answer = PackingSearch.again(answer, now, Budget.DEFAULT);
                int max = BruteForce.mostPods(now);
                assertThat(new PackingChecker(now).objectionTo(answer.answer()))
                        .as("seed %d: %s", seed, answer.answer())
                        .isEmpty();
                assertThat(answer.answer() instanceof PackingAnswer.Fits fits ? fits.pods() : 0)
                        .as("seed %d", seed)
                        .isEqualTo(max);
            }
        }
    }

    @Test
    void aLookAtTheChangedNodesAgreesWithALookAtAll() {
        int good = 0;
        int bad = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            Packing before = new SmallPackings(seed).next();
            CheckedAnswer checked = CheckedAnswer.of(before, PackingSearch.answer(before, Budget.DEFAULT));
            Random random = new Random(seed);
            for (int change = 0; change < 5; change++) {
                PackingNodes nodes = changed(checked.packing().nodes(), random);
                Optional<CheckedAnswer> quick = checked.on(nodes);
                boolean accepted = new PackingChecker(copy(before, nodes))
                        .objectionTo(checked.answer())
                        .isEmpty();
                assertThat(quick.isPresent())
                        .as("seed %d: %s", seed, checked.answer())
                        .isEqualTo(accepted);
                checked = quick.orElse(checked);
                good += accepted ? 1 : 0;
                bad += accepted ? 0 : 1;
            }
        }
        assertThat(good).isGreaterThan(1_000);
        assertThat(bad).isGreaterThan(1_000);
    }

    @Test
    void aHundredChangesInARowAreFollowed() {
        Random random = new Random(1);
        long[] free = random.longs(200, 0, 10).toArray();
        List<PodClass> classes = List.of(PodClass.of(100, 3), PodClass.of(200, 2));
        Packing packing = new Packing(PackingNodes.of(200, free), classes, List.of(), PackingGroup.leaf(300, 0, 1));
        CheckedAnswer answer = CheckedAnswer.of(packing, PackingSearch.answer(packing, Budget.DEFAULT));
        for (int change = 0; change < 100; change++) {
            packing = packing.on(packing.nodes().with(random.nextInt(200), random.nextInt(12)));
            answer = PackingSearch.again(answer, packing, Budget.DEFAULT);
            PackingAnswer alone = PackingSearch.answer(copy(packing, packing.nodes()), Budget.DEFAULT);
            assertThat(answer.answer().getClass()).isEqualTo(alone.getClass());
            assertThat(new PackingChecker(packing).objectionTo(answer.answer())).isEmpty();
        }
    }

    @Test
    void anOldPlacementThatStandsIsTheAnswer() {
        List<PodClass> classes = List.of(PodClass.of(4, 3), PodClass.of(2, 2));
        PackingNodes nodes = PackingNodes.of(3, new long[] {9, 9, 9});
        Packing before = new Packing(nodes, classes, List.of(Conflict.onNode(0, 1)), PackingGroup.leaf(6, 0, 1));
        PackingAnswer old = PackingSearch.answer(before, Budget.DEFAULT);
        Packing after = before.on(nodes.with(0, 10));
        assertThat(PackingSearch.again(CheckedAnswer.of(before, old), after, Budget.DEFAULT)
                        .answer())
                .isSameAs(old);
    }

    /** Whatever the budget, no more of it is spent, and an answer is one that the checker accepts. */
    @Test
    void anAnswerAgainAndItsCheckShareOneBudget() {
        Packing before = new SmallPackings(7).next();
        CheckedAnswer checked = CheckedAnswer.of(before, PackingSearch.answer(before, Budget.DEFAULT));
        Random random = new Random(7);
        int open = 0;
        for (int steps = 1; steps < 2_000; steps += 7) {
            Packing now = copy(before, changed(before.nodes(), random));
            WorkMeter meter = Budget.steps(steps).meter();
            PackingAnswer answer = PackingSearch.again(checked, now, meter).answer();
            assertThat(meter.spent()).isPositive().isLessThanOrEqualTo(steps);
            assertThat(new PackingChecker(now).objectionTo(answer)).isEmpty();
            if (answer instanceof PackingAnswer.Undetermined unknown) {
                assertThat(unknown.stopped()).isEqualTo(StopReason.STEPS);
                open++;
            }
        }
        assertThat(open).isBetween(1, 200);
    }

    private static PackingNodes changed(PackingNodes nodes, Random random) {
        PackingNodes now = nodes;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int node = random.nextInt(nodes.count());
            long[] free = new long[nodes.resources()];
            for (int r = 0; r < free.length; r++) {
                free[r] = random.nextBoolean() ? now.free(r, node) : random.nextInt(10) - 1;
            }
            now = now.with(node, free);
        }
        return now;
    }

    /** The same numbers in new nodes, which come from no others. */
    private static Packing copy(Packing packing, PackingNodes nodes) {
        long[][] columns = IntStream.range(0, nodes.resources())
                .mapToObj(r -> nodes.column(r).clone())
                .toArray(long[][]::new);
        return packing.on(PackingNodes.of(nodes.count(), columns));
    }
}
