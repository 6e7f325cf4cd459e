package io.github.workload4j.gang.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.check.PackingChecker;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SearchBudgetTest {

    private final Packing hard = HardQuestion.of(67, 1);

    @Test
    void aHardQuestionEndsUndeterminedWithinItsSteps() {
        PackingAnswer answer = PackingSearch.answer(hard, Budget.steps(300_000));
        assertThat(answer).isInstanceOfSatisfying(PackingAnswer.Undetermined.class, unknown -> {
            assertThat(unknown.steps()).isLessThanOrEqualTo(300_000);
            assertThat(unknown.sure()).isBetween(hard.pods() / 2, hard.pods() - 1);
            assertThat(unknown.atMost()).isBetween(unknown.sure(), hard.pods());
            assertThat(unknown.stopped()).isEqualTo(StopReason.STEPS);
        });
        assertThat(new PackingChecker(hard).objectionTo(answer)).isEmpty();
    }

    @Test
    void theSameStepsGiveTheSameAnswer() {
        for (long steps = 1; steps < 200_000; steps = steps * 3 + 1) {
            Budget budget = Budget.steps(steps);
            assertThat(PackingSearch.answer(hard, budget)).isEqualTo(PackingSearch.answer(hard, budget));
        }
    }

    @Test
    void anInterruptedThreadGetsWhatIsKnown() {
        Thread.currentThread().interrupt();
        PackingAnswer answer = PackingSearch.answer(hard, Budget.DEFAULT);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer)
                .isInstanceOfSatisfying(
                        PackingAnswer.Undetermined.class,
                        open -> assertThat(open.stopped()).isEqualTo(StopReason.INTERRUPTED));
        assertThat(answer.steps()).isLessThan(Budget.DEFAULT.steps() / 1_000);
    }

    @Test
    void aSearchUnderWayEndsWhenItsThreadIsInterrupted() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch begun = new CountDownLatch(1);
            Future<PackingAnswer> search = threads.submit(() -> {
                begun.countDown();
                return PackingSearch.answer(HardQuestion.of(200, 1), Budget.steps(Long.MAX_VALUE));
            });
            begun.await();
            Thread.sleep(100);
            threads.shutdownNow();
            assertThat(search.get(30, TimeUnit.SECONDS)).isInstanceOf(PackingAnswer.Undetermined.class);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void othersGetTheirAnswersOnTheSameNodesWhileAHardQuestionIsSearched() throws Exception {
        Packing endless = HardQuestion.of(200, 1);
        Packing easy = new Packing(
                endless.nodes(),
                List.of(PodClass.of(150, 700), PodClass.of(100, 300)),
                List.of(),
                PackingGroup.leaf(250, 0, 1));
        PackingAnswer alone = PackingSearch.answer(
                easy.on(PackingNodes.of(200, endless.nodes().column(0))), Budget.DEFAULT);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Future<PackingAnswer> search =
                    threads.submit(() -> PackingSearch.answer(endless, Budget.steps(Long.MAX_VALUE)));
            List<Future<PackingAnswer>> answers =
                    threads.invokeAll(Collections.nCopies(50, () -> PackingSearch.answer(easy, Budget.DEFAULT)));
            for (Future<PackingAnswer> answer : answers) {
                assertThat(answer.get()).isEqualTo(alone);
            }
            assertThat(search.isDone()).isFalse();
            threads.shutdownNow();
            assertThat(search.get(30, TimeUnit.SECONDS)).isInstanceOf(PackingAnswer.Undetermined.class);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aDeadlineEndsTheSearch() {
        Budget budget = new Budget(Long.MAX_VALUE, Duration.ofMillis(20));
        assertThat(PackingSearch.answer(hard, budget))
                .isInstanceOfSatisfying(
                        PackingAnswer.Undetermined.class,
                        open -> assertThat(open.stopped()).isEqualTo(StopReason.TIME));
    }

    @Test
    void whatIsKeptIsGivenBack() {
        WorkMeter meter = Budget.steps(300_000).meter();
        PackingSearch.answer(hard, meter);
        assertThat(meter.tryHold(WorkMeter.MEMORY)).isTrue();
    }

    @Test
    void threadsThatShareAQuestionGetTheSameAnswer() throws Exception {
        Packing packing = new SmallPackings(7).next();
        PackingAnswer alone = PackingSearch.answer(packing, Budget.DEFAULT);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<PackingAnswer>> answers =
                    threads.invokeAll(Collections.nCopies(50, () -> PackingSearch.answer(packing, Budget.DEFAULT)));
            for (Future<PackingAnswer> answer : answers) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void hardQuestionsStayWithinTwoHundredMegabytes() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx200m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        String.join(File.pathSeparator, "target/classes", "target/test-classes"),
                        HardQuestion.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed)
                .contains("200 Undetermined 20000000")
                .contains("15000 unlike nodes: Undetermined 20000000")
                .contains("2000 shapes: memory");
    }
}
