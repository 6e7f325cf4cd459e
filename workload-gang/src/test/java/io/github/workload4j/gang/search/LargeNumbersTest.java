package io.github.workload4j.gang.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.CheckFailure;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.proof.check.PackingChecker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is proved of large numbers and many conflicts is accepted. */
class LargeNumbersTest {

    private static final long MEBI = 1L << 20;
    private static final long MEGA = 1_000_000;

    private static void isProvedTooMuch(Packing packing) {
        PackingAnswer answer = PackingSearch.answer(packing, Budget.DEFAULT);
        assertThat(answer).isInstanceOf(PackingAnswer.DoesNotFit.class);
        assertThat(new PackingChecker(packing).objectionTo(answer)).isEmpty();
    }

    private static PackingGroup all(List<PodClass> classes) {
        int pods = classes.stream().mapToInt(PodClass::count).sum();
        return PackingGroup.leaf(
                pods, IntStream.range(0, classes.size()).boxed().toArray(Integer[]::new));
    }

    @Test
    void fortySizesInMegabytesAndMebibytes() {
        Random random = new Random(0);
        long[] memory = new long[100];
        Arrays.setAll(memory, n -> 256 * 1024 * MEBI + random.nextInt(1000) * MEBI);
        double sizes = 1.05 * Arrays.stream(memory).sum() / 600;
        List<PodClass> classes = new ArrayList<>();
        for (int j = 0; j < 40; j++) {
            long unit = j % 2 == 0 ? MEGA : MEBI;
            double size = sizes * (1 + (j / 2 - 9.5) / 40);
            classes.add(PodClass.of(15, 100, (long) (size / unit) * unit));
        }
        long[] cpu = new long[100];
        Arrays.fill(cpu, 64_000);
        isProvedTooMuch(new Packing(PackingNodes.of(100, cpu, memory), classes, List.of(), all(classes)));
    }

    @Test
    void twentyTwoPodsOfOddBytesOnTwoNodes() {
        Random random = new Random(5);
        List<PodClass> classes = new ArrayList<>();
        long sum = 0;
        for (int j = 0; j < 22; j++) {
            long size = (10L << 30) + (random.nextLong() & 0x3fff_ffffL | 1);
            classes.add(PodClass.of(1, size));
            sum += size;
        }
        long half = sum / 2 - 3 * MEGA;
        isProvedTooMuch(new Packing(PackingNodes.of(2, new long[] {half, half}), classes, List.of(), all(classes)));
    }

    /**
     * 50 classes, 580 pairs of them in conflict, on 881 nodes of which no two are alike: with slack, no knapsack is
     * looked into.
     */
    @Test
    @Timeout(20)
    void manyConflictsAreCheckedAtOnce() {
        Packing packing = manyConflicts(1_000);
        long from = System.nanoTime();
        assertThat(new PackingChecker(packing).objectionTo(EACH, 1)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
    }

    /** As soon as pods are found that are worth enough, no knapsack is looked into further. */
    @Test
    @Timeout(20)
    void manyConflictsAreRefusedAtOnce() {
        Packing packing = manyConflicts(30);
        long from = System.nanoTime();
        assertThat(new PackingChecker(packing).objectionTo(EACH, 1))
                .hasValueSatisfying(no -> assertThat(no.rule()).isEqualTo(CheckFailure.Rule.WORTH));
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
    }

    private static final Weights EACH = Weights.of(Collections.nCopies(50, 1L).toArray(Long[]::new));

    private static Packing manyConflicts(int podsOfAClass) {
        Random random = new Random(1);
        int nodes = 881;
        long[] cpu = random.longs(nodes, 4_000, 64_000).toArray();
        long[] memory = random.longs(nodes, 16_000, 216_000).toArray();
        List<PodClass> classes = new ArrayList<>();
        for (int j = 0; j < 50; j++) {
            classes.add(PodClass.of(podsOfAClass, 500 + random.nextInt(60) * 100, 1_000 + random.nextInt(200) * 50));
        }
        List<Conflict> pairs = new ArrayList<>();
        for (int a = 0; a < 50; a++) {
            for (int b = a + 1; b < 50; b++) {
                pairs.add(Conflict.onNode(a, b));
            }
        }
        Collections.shuffle(pairs, random);
        return new Packing(PackingNodes.of(nodes, cpu, memory), classes, pairs.subList(0, 580), all(classes));
    }
}
