package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the commands say of objects that mean pods, as people have them in their files, broken ones among them. */
class ObjectsAsTheyAreTest {

    private static final String NODE = """
            apiVersion: v1
            kind: Node
            metadata: {name: node-1}
            status: {allocatable: {cpu: 4, pods: 10}}
            ---
            """;
    private static final String TEMPLATE =
            "template: {spec: {containers: [{name: c, resources: {requests: {cpu: %s}}}]}}";

    private static Run check(String manifests) {
        return Run.withInput(NODE + manifests, "check", "-");
    }

    private static String jobSet(String name, String driver) {
        return "{apiVersion: jobset.x-k8s.io/v1alpha2, kind: JobSet, metadata: {name: " + name
                + "}, spec: {replicatedJobs: [{name: driver, template: {spec: {" + TEMPLATE.formatted(driver)
                + "}}}, {name: workers, replicas: 2, dependsOn: [{name: driver, status: Ready}], template: {spec: {"
                + TEMPLATE.formatted("1") + "}}}]}}\n";
    }

    @Test
    void podsThatAreInNoFileAreAskedOfTheClusterOnStandardInput() {
        assertThat(Run.withInput(NODE, "check", "--pod", "cpu=2", "--count", "2")
                        .out())
                .startsWith("feasible      default/asked-pods  both pending pods fit, 2 pods needed");
        assertThat(Run.withInput(NODE, "slots", "--pod", "cpu=1").out())
                .contains("(1 cpu, 1 pending): 4 fit, on 1 of 1 node");
        Run answer = Run.withInput(NODE, "check", "--pod", "cpu=2", "-o", "json");
        assertThat(Run.withInput(answer.out(), "verify", "--pod", "cpu=2", "--answer", "-")
                        .err())
                .contains("standard input (-) is named 2 times");
    }

    @Test
    void anObjectWithoutANameIsLeftOut() {
        Run run = check(jobSet("''", "1"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("a JobSet without a name, left out (expected: metadata.name)");
    }

    @Test
    void theSameObjectTwiceIsOneAndTwoThatDifferAreAContradiction() {
        assertThat(check(jobSet("js", "1") + "---\n" + jobSet("js", "1")).err()).isEmpty();
        Run run = check(jobSet("js", "1") + "---\n" + jobSet("js", "2"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("JobSet default/js differs from the one at <stdin>:6");
        assertThat(run.out()).contains("feasible      default/js-driver");
    }

    @Test
    void aNumberOfAJobThatIsWrongIsTold() {
        Run run = check("{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {parallelism: -2, "
                + TEMPLATE.formatted("1") + "}}\n");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("spec.parallelism: found a number `-2`");
    }

    @Test
    void anObjectWithoutPodsHasNothingThatWaits() {
        Run run = check("{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {replicas: 0}}\n");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("nothing waits");
    }

    @Test
    void aTemplateWithoutContainersIsTold() {
        assertThat(check("{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {}}\n")
                        .err())
                .contains("Job j: spec.template.spec has no containers (expected: some)");
    }

    @Test
    void aLaterPhaseIsHeldBackInAQueueAndAskedAloneElsewhere() {
        String manifests = NODE + jobSet("js", "8");

        assertThat(Run.withInput(manifests, "queue", "-").out())
                .contains("gated       default/js-workers  EarlierGroupNotIn: its pods come after those of"
                        + " default/js-driver, which did not get in")
                .contains("0 of 2 groups got in");
        assertThat(Run.withInput(manifests, "queue", "--largest", "-").out())
                .contains("none of them can get in, whatever the order");
        assertThat(Run.withInput(manifests, "check", "-").out())
                .contains("its pods come after those of default/js-driver; no place was found for those");
        assertThat(Run.withInput(
                                NODE + jobSet("js", "1"),
                                "queue",
                                "--group",
                                "default/js-workers",
                                "--group",
                                "default/js-driver",
                                "-")
                        .out())
                .contains("  1. in  default/js-driver")
                .contains("  2. in  default/js-workers");
    }

    @Test
    void anObjectWithAPodTemplateWhoseKindIsNotReadIsTold() {
        String daemons = "{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: d}, spec: {" + TEMPLATE.formatted("1")
                + "}}\n";
        String told = "warning: DaemonSet d has a pod template, and its kind is not read: not asked about";

        assertThat(check(jobSet("js", "1") + "---\n" + daemons).err()).isEqualTo(told + "\n");
        assertThat(Run.withInput(daemons + "---\n" + daemons, "groups", "-").err())
                .isEqualTo(told + "; nor are those of 1 more object\n");
        assertThat(check(jobSet("js", "1") + "---\n" + daemons.replace("name: d", "name: d, resourceVersion: '1'"))
                        .err())
                .isEmpty();
    }

    @Test
    void objectsOfOtherKindsAreCounted() {
        String others = """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: s}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}
                ---
                """;
        assertThat(Run.withInput(others + jobSet("js", "1"), "groups", "-").out())
                .contains("\npassed over: v1 ConfigMap (2) and v1 Service (1)\n");
        assertThat(Run.withInput(others + jobSet("js", "1"), "groups", "-", "-o", "json")
                        .out())
                .contains("\"passedOver\":{\"v1 ConfigMap\":2,\"v1 Service\":1}");
        assertThat(Run.withInput(jobSet("js", "1"), "groups", "-").out()).doesNotContain("passed over");
    }
}
