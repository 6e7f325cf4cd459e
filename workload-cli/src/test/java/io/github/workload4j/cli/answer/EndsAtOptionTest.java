package io.github.workload4j.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndsAtOptionTest {

    private static final String CLUSTER = """
            {apiVersion: v1, kind: Node, metadata: {name: n1}, status: {allocatable: {cpu: 4, pods: 9}}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: busy, namespace: ml, annotations: {ends: TIME}},
             spec: {nodeName: n1, containers: [{name: c, resources: {requests: {cpu: 3}}}]}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: p, namespace: ml}, spec: {schedulingGroup: {podGroupName: g},
             containers: [{name: c, resources: {requests: {cpu: 2}}}]}}
            ---
            {apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace: ml},
             spec: {schedulingPolicy: {gang: {minCount: 1}}}}
            """;

    private static Run run(String command, String time) {
        String option = command.equals("when") ? "--now=2026-12-01T00:00:00Z" : "--steps=1000000";
        return Run.withInput(CLUSTER.replace("TIME", time), command, option, "--ends-at=ends", "-f", "-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"when", "whatif"})
    void aPodEndsAtTheTimeOfItsAnnotation(String command) {
        assertThat(run(command, "\"2026-12-01T03:00:00Z\"").out()).contains("2026-12-01T03:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"when", "whatif"})
    void anAnnotationThatIsNoTimeIsNamedAndNotPassedOver(String command) {
        Run run = run(command, "tonight");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("--ends-at: annotation ends of pod ml/busy: `tonight` is no time"
                        + " (expected: such as 2026-12-01T03:00:00Z)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"when --now=2026-12-01T00:00:00Z --lasts=hours", "whatif --steps=1000000"})
    void anAnnotationThatNothingHasIsSaid(String command) {
        List<String> line = new ArrayList<>(List.of(command.split(" ")));
        line.addAll(List.of("--ends-at=end", "-o", "json", "-f", "-"));
        Run run = Run.withInput(CLUSTER.replace("TIME", "x"), line.toArray(String[]::new));
        String ends =
                "--ends-at: no pod and no group in the inputs has the annotation end (stored snapshots keep none)";
        String lasts = ends.replace("--ends-at", "--lasts").replace("annotation end", "annotation hours");
        boolean isOfBoth = command.startsWith("when");
        assertThat(run.err()).contains("warning: " + ends);
        assertThat(run.out().replace("\n", ""))
                .contains("\"warnings\":[\"" + ends + (isOfBoth ? "\",\"" + lasts : "") + "\"]");
    }
}
