package io.github.workload4j.cli.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.github.workload4j.cli.Run;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * How the processor time of a command, and the bytes it allocates, grow with its input: doubled four times, and printed
 * as a row of a table in {@code docs/testing.md}.
 */
final class Growth {

    private static final int DOUBLINGS = 4;

    /** Below this, a measurement is noise. */
    private static final double SMALLEST_MILLIS = 20;

    /** What grows as the input does takes 16 times as much; what grows with its square, 256 times. */
    private static final int MOST_TIMES = 64;

    private static final int MOST_TIMES_THE_BYTES = 128;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Growth() {}

    /** The only row to measure, by its words; all if it is not set. */
    private static final String ONLY = System.getProperty("growth", "");

    /**
     * A row of a table.
     *
     * @param words what grows
     * @param smallest the first size
     * @param input the standard input of a size
     * @param limit what is refused, or ends undetermined, in words; empty if only the steps and the size are limited
     */
    record Dimension(String words, int smallest, IntFunction<String> input, String limit) {

        Dimension(String words, int smallest, IntFunction<String> input) {
            this(words, smallest, input, "");
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private record Cost(double millis, double megabytes) {}

    /**
     * Runs a command on texts of five sizes, and fails if sixteen times the size takes more than 64 times as long or
     * allocates more than 128 times as much.
     */
    static void assertInProportion(Dimension dimension, String... args) {
        String words = dimension.words;
        assumeTrue(ONLY.isEmpty() || ONLY.equals(words), () -> "another row is asked for: " + ONLY);
        int smallest = dimension.smallest;
        IntFunction<String> input = dimension.input;
        cost(input.apply(Math.min(smallest, 100)), args);
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i <= DOUBLINGS; i++) {
            costs.add(cost(input.apply(smallest << i), args));
        }
        StringBuilder row = new StringBuilder("| " + words + " | " + smallest);
        costs.forEach(cost -> row.append(String.format(Locale.ROOT, " | %.0f", cost.millis)));
        row.append(String.format(
                Locale.ROOT,
                " | %.0f | %.0f | %s |",
                costs.get(0).megabytes,
                costs.get(DOUBLINGS).megabytes,
                dimension.limit));
        System.out.println(row);
        assertThat(costs.get(DOUBLINGS).millis)
                .as("milliseconds of %s", words)
                .isLessThan(MOST_TIMES * Math.max(SMALLEST_MILLIS, costs.get(0).millis));
        assertThat(costs.get(DOUBLINGS).megabytes)
                .as("megabytes of %s", words)
                .isLessThan(MOST_TIMES_THE_BYTES * Math.max(1, costs.get(0).megabytes));
    }

    private static Cost cost(String text, String... args) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        Run run = Run.withInput(text, args);
        cpu = THREADS.getCurrentThreadCpuTime() - cpu;
        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        assertThat(run.out()).isNotEmpty();
        return new Cost(cpu / 1e6, bytes / 1e6);
    }

    /** {@return the same line this many times, with its number in place of every {@code #}} */
    static String lines(int count, String line) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(line.replace("#", "" + i));
        }
        return lines.toString();
    }
}
