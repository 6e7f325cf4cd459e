package io.github.workload4j.gang.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.check.PackingChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Classes that keep each other out of domains of several nodes, on up to a dozen nodes: beyond the oracle, but to be
 * decided all the same.
 */
class WideConflictsTest {

    @Test
    void smallQuestionsAreAlwaysDecided() {
        int apart = 0;
        for (int seed = 0; seed < 120; seed++) {
            Packing packing = random(new Random(seed));
            PackingAnswer answer = PackingSearch.answer(packing, Budget.steps(4_000_000));
            assertThat(new PackingChecker(packing).objectionTo(answer))
                    .as("seed %d", seed)
                    .isEmpty();
            Certificate why = null;
            if (answer instanceof PackingAnswer.Fits fits) {
                assertThat(fits.isMost()).as("seed %d: %s", seed, answer).isTrue();
                why = fits.noMore();
            } else {
                assertThat(answer).as("seed %d", seed).isInstanceOf(PackingAnswer.DoesNotFit.class);
                why = ((PackingAnswer.DoesNotFit) answer).certificate();
            }
            apart += why != null && why.toJson().contains("\"apart\"") ? 1 : 0;
        }
        assertThat(apart).as("certificates that keep classes apart").isGreaterThan(5);
    }

    private static Packing random(Random random) {
        int nodes = 5 + random.nextInt(8);
        int domains = 2 + random.nextInt(3);
        long[] free =
                IntStream.range(0, nodes).mapToLong(n -> 6 + random.nextInt(7)).toArray();
        List<PodClass> classes = new ArrayList<>();
        for (int j = 2 + random.nextInt(3); j > 0; j--) {
            classes.add(PodClass.of(1 + random.nextInt(2 * nodes), 2 + random.nextInt(4)));
        }
        List<Conflict> conflicts = new ArrayList<>();
        for (int c = 1 + random.nextInt(3); c > 0; c--) {
            int[] domainOf = IntStream.range(0, nodes)
                    .map(n -> random.nextInt(8) == 0 ? -1 : random.nextInt(domains))
                    .toArray();
            conflicts.add(new Conflict(random.nextInt(classes.size()), random.nextInt(classes.size()), domainOf));
        }
        Integer[] all = IntStream.range(0, classes.size()).boxed().toArray(Integer[]::new);
        return new Packing(
                PackingNodes.of(nodes, free), classes, conflicts, PackingGroup.leaf(1 + random.nextInt(nodes), all));
    }
}
