package io.github.workload4j.robustness.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.Limits;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.Undecodable;
import io.github.workload4j.cli.WorkloadCommand;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.robustness.Command;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of {@code SECURITY.md}. */
class SecurityLimitsTest {

    private static final String QUESTIONS = "src/test/resources/questions.yaml";
    private static final String GROUP = "apiVersion: scheduling.k8s.io/v1beta1\nkind: PodGroup\n";

    private static List<Fault> faults(String text) {
        Document document = ManifestReader.strict().read(text).get(0);
        return document instanceof Undecodable undecodable ? undecodable.faults() : List.of();
    }

    private static String yaml(int levels) {
        return "apiVersion: v1\nkind: Pod\nspec:\n  volumes:\n  - name: v\n    x: " + "[".repeat(levels)
                + "]".repeat(levels) + "\n";
    }

    private static String json(int levels) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"spec\":{\"volumes\":[{\"name\":\"v\",\"x\":"
                + "[".repeat(levels) + "]".repeat(levels) + "}]}}";
    }

    @Test
    void theLimitsOfDocumentsAreThese() {
        assertThat(Limits.DEFAULT).isEqualTo(new Limits(1L << 30, 10_000, 1_000_000));
        List<Fault> faults = faults(json(10_001));
        assertThat(faults).extracting(Fault::type).containsExactly(Fault.Type.LIMIT);
        assertThat(faults.get(0).detail()).contains("10000");
    }

    @Test
    void theDeepestDocumentNeedsNoStack() throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable reading = () -> {
            for (String text : List.of(yaml(9_990), json(9_990))) {
                assertThat(faults(text)).extracting(Fault::type).doesNotContain(Fault.Type.LIMIT);
            }
        };
        Thread small = new Thread(null, reading, "small stack", 200 << 10);
        small.setUncaughtExceptionHandler((thread, e) -> failure.set(e));
        small.start();
        small.join();
        assertThat(failure.get()).isNull();
    }

    @Test
    void aNumberOfMoreThanAThousandDigitsIsNone() {
        String spec = "spec: {schedulingPolicy: {gang: {minCount: ";
        String digits = "9".repeat(1_001);
        assertThat(faults(GROUP + spec + digits + "}}}\n")).isNotEmpty();
        assertThat(faults("{\"apiVersion\":\"scheduling.k8s.io/v1beta1\",\"kind\":\"PodGroup\",\"spec\":"
                        + "{\"schedulingPolicy\":{\"gang\":{\"minCount\":" + digits + "}}}}"))
                .isNotEmpty();
        assertThat(faults(GROUP + spec + "1" + "0".repeat(5_000_000) + "}}}\n")
                        .get(0)
                        .detail())
                .hasSizeLessThan(200);
    }

    @Test
    void theLimitsOfQuestionsAreThese() {
        assertThat(Budget.DEFAULT.steps()).isEqualTo(20_000_000);
        assertThat(WorkMeter.MEMORY).isEqualTo(128L << 20);
        assertThat(PackingGroup.LEVELS).isEqualTo(500);
        Command help = Command.run(new byte[0], List.of("check", "--help"));
        assertThat(help.out().replaceAll("\\s+", " ")).contains("100 million", "default: 10s");
    }

    private static Command verify(String answer) {
        Command run = Command.run(
                answer.getBytes(StandardCharsets.UTF_8), List.of("verify", "-f", QUESTIONS, "--answer", "-"));
        run.requireSound();
        return run;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"groups\":[],\"groups\":[]}", "{\"groups\":[]} {}", "", "{\"groups\":[}", "[1, 2"})
    void anAnswerThatIsNotOneJsonValueIsRefused(String answer) {
        assertThat(verify(answer).status()).isEqualTo(2);
    }

    @Test
    void theLimitsOfAnswersAreThese() {
        assertThat(verify("{\"groups\":" + "9".repeat(100) + "}").err()).doesNotContain("exceeds");
        assertThat(verify("{\"groups\":" + "9".repeat(101) + "}").status()).isEqualTo(2);
        assertThat(verify("{\"groups\":" + "9".repeat(101) + "}").err()).contains("100");
        assertThat(verify("[".repeat(30_001) + "]".repeat(30_001)).status()).isEqualTo(2);
        assertThat(verify("[".repeat(30_001) + "]".repeat(30_001)).err()).contains("30000");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] args = {"verify", "-f", QUESTIONS, "--answer", "-"};
        assertThat(WorkloadCommand.run(args, blanks(260L << 20), OutputStream.nullOutputStream(), err))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("268435456");
    }

    private static InputStream blanks(long count) {
        return new InputStream() {
            private long left = count;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (left <= 0) {
                    return -1;
                }
                int some = (int) Math.min(left, length);
                java.util.Arrays.fill(into, from, from + some, (byte) ' ');
                left -= some;
                return some;
            }
        };
    }
}
