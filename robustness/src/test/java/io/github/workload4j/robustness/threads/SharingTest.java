package io.github.workload4j.robustness.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is thread-safe by its javadoc gives sixteen threads what it gives one; {@link SharingLongRun} for a minute. */
class SharingTest {

    private static final long MOST_KEPT = 16 << 20;

    @Test
    void sixteenThreadsGetTheAnswersOfOneAndLeaveNothingBehind() throws Exception {
        check(Duration.ofMillis(500), 7);
    }

    static void check(Duration time, int least) throws Exception {
        Sharing sharing = new Sharing();
        sharing.run(Duration.ofMillis(time.toMillis() / 10), 1);
        long before = Sharing.used();
        long done = sharing.run(time, least);
        long kept = Sharing.used() - before;
        System.out.println(done + " times the answers of one thread; " + kept / 1024 + " kB more are kept");
        assertThat(kept).isLessThan(MOST_KEPT);
    }
}
