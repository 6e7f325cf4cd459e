package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The false property of {@link GreedyScheduler} is found, and shrunk to a case that one can draw. */
class GreedySchedulerTest {

    @Test
    void theCounterexampleIsTwoNodesAndTwoPods() {
        TestExecutionSummary summary = run();
        assertThat(summary.getFailures()).hasSize(1);
        String message = summary.getFailures().get(0).getException().getMessage();
        assertThat(message).contains("expected that the placement of ml/gang is accepted, but ");
        assertThat(message.split("kind: Node", -1)).hasSize(3);
        assertThat(message.split("kind: Pod\n", -1)).hasSize(3);
        assertThat(message).contains("cpu: \"2\"").doesNotContain("cpu: \"3\"");
    }

    /** What jqwik prints of a false property is not printed: it would look like a failure of this build. */
    private static TestExecutionSummary run() {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        try {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(GreedyScheduler.class))
                                    .configurationParameter("jqwik.database", "target/greedy.jqwik")
                                    .build(),
                            listener);
        } finally {
            System.setOut(out);
        }
        return listener.getSummary();
    }
}
