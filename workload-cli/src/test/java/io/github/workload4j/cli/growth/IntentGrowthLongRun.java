package io.github.workload4j.cli.growth;

import static io.github.workload4j.cli.growth.ClusterText.nodes;
import static io.github.workload4j.cli.growth.Growth.lines;

import io.github.workload4j.cli.growth.Growth.Dimension;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How reading objects of other controllers as groups grows, and asking about them. */
class IntentGrowthLongRun {

    private static final String POD = "{spec: {containers: [{name: m, resources: {requests: {cpu: 1m}}}]}}";
    private static final String JOB = "{apiVersion: batch/v1, kind: Job, metadata: {name: j#, namespace: d}, spec: "
            + "{parallelism: 2, completions: 2, completionMode: Indexed, scheduling: {schedulingPolicy: {gang: {}}}, "
            + "template: " + POD + "}}";

    static List<Dimension> objects() {
        return List.of(
                new Dimension("Jobs", 200, n -> lines(n, "---\n" + JOB + "\n")),
                new Dimension(
                        "items of a JobList",
                        200,
                        n -> "{apiVersion: batch/v1, kind: JobList, items: [" + lines(n, JOB + ",\n") + "]}"),
                new Dimension(
                        "tasks of a Volcano Job",
                        100,
                        n -> "apiVersion: batch.volcano.sh/v1alpha1\nkind: Job\n"
                                + "metadata: {name: v, namespace: d}\nspec:\n  minAvailable: 1\n  tasks:\n"
                                + lines(n, "  - {name: t#, replicas: 1, template: " + POD + "}\n")),
                new Dimension(
                        "Jobs of a JobSet",
                        100,
                        n -> "apiVersion: jobset.x-k8s.io/v1alpha2\nkind: JobSet\n"
                                + "metadata: {name: s, namespace: d}\nspec:\n  replicatedJobs:\n"
                                + lines(n, "  - {name: r#, template: {spec: {template: " + POD + "}}}\n")),
                new Dimension(
                        "templates of a Workload",
                        100,
                        n -> "apiVersion: scheduling.k8s.io/v1beta1\nkind: Workload\n"
                                + "metadata: {name: w, namespace: d}\n"
                                + "spec:\n  podGroupTemplates:\n"
                                + lines(n, "  - {name: t#, schedulingPolicy: {basic: {}}}\n")));
    }

    static List<Dimension> questions() {
        return List.of(
                new Dimension("Jobs, asked about", 50, n -> nodes(50, "zone: z#") + lines(n, "---\n" + JOB + "\n")),
                new Dimension(
                        "pods of a Job",
                        500,
                        n -> nodes(50, "zone: z#") + "---\n"
                                + JOB.replace("j#", "j").replace(": 2", ": " + n) + "\n"));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void readingGrowsAsSizeDoes(Dimension dimension) {
        Growth.assertInProportion(dimension, "groups", "-o", "json", "-f", "-");
    }

    @ParameterizedTest
    @MethodSource("objects")
    void writingGrowsAsSizeDoes(Dimension dimension) {
        Growth.assertInProportion(dimension, "groups", "-o", "yaml", "-f", "-");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void askingGrowsAsSizeDoes(Dimension dimension) {
        ClusterText.assertInProportion(dimension);
    }
}
