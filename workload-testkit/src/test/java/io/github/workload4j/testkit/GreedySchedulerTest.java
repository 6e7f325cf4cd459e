package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The false property of {@link GreedyScheduler} is found, and shrunk to a case that one can draw. */
class GreedySchedulerTest {

    @Test
    void theCounterexampleIsTwoNodesAndTwoPods() {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(GreedyScheduler.class))
                                .configurationParameter("jqwik.database", "target/greedy.jqwik")
                                .build(),
                        listener);
        TestExecutionSummary summary = listener.getSummary();
        assertThat(summary.getFailures()).hasSize(1);
        String message = summary.getFailures().get(0).getException().getMessage();
        assertThat(message).contains("expected that the placement of ml/gang is accepted, but ");
        assertThat(message.split("kind: Node", -1)).hasSize(3);
        assertThat(message.split("kind: Pod\n", -1)).hasSize(3);
        assertThat(message).contains("cpu: \"2\"").doesNotContain("cpu: \"3\"");
    }
}
