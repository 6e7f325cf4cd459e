package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.intent.IntentReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is read of the kinds of Kubernetes itself. */
class KubernetesKindsTest {

    private static final ReadingMode UNIT = ReadingMode.UNIT;
    private static final ReadingMode DECLARED = ReadingMode.DECLARED;

    private static String job(String spec) {
        return "{apiVersion: batch/v1, kind: Job, metadata: {name: j, namespace: ml}, spec: " + spec + "}";
    }

    private static final String GANG = "scheduling: {schedulingPolicy: {gang: {}}}";

    @Test
    void aJobRunsNoMorePodsAtOnceThanItCompletes() {
        String manifest = job("{parallelism: 8, completions: 5, " + GANG + "}");

        assertThat(ReadingText.groups(DECLARED, manifest)).isEqualTo("pods 8 of 5");
        assertThat(ReadingText.lint(DECLARED, manifest)).containsExactly("NeverStarts pods");
    }

    @Test
    void aStatedCountOfAJobWins() {
        assertThat(ReadingText.groups(
                        DECLARED, job("{parallelism: 4, scheduling: {schedulingPolicy: {gang: {minCount: 3}}}}")))
                .isEqualTo("pods 3 of 4");
    }

    @Test
    void aJobWithoutPodsHasNothingToPlace() {
        assertThat(ReadingText.groups(DECLARED, job("{parallelism: 0}"))).isEmpty();
    }

    @Test
    void aReleaseDecidesWhichJobsAreGangs() {
        String indexed = job("{parallelism: 2, completions: 2, completionMode: Indexed, " + GANG + "}");
        IntentReader reader = new IntentReader();
        ManifestReader.lenient().read(indexed).forEach(reader::add);

        assertThat(Arrays.stream(KubernetesRelease.values())
                        .map(release -> ReadingText.groups(
                                reader.readings(DECLARED, release).get(0))))
                .containsExactly("pods basic of 2", "pods 2 of 2", "pods 2 of 2", "pods 2 of 2");
        assertThat(reader.readings(DECLARED, KubernetesRelease.V1_36).get(0).losses())
                .hasToString("[spec.scheduling: DROPPED: 1.36 has no such field]");
    }

    @Test
    void aJobMayTakeItsGroupFromATemplateOfAnothersWorkload() {
        String workload =
                "\n---\n{apiVersion: scheduling.k8s.io/v1beta1, kind: Workload, metadata: {name: w, namespace:"
                        + " ml}, spec: {podGroupTemplates: [{name: t, schedulingPolicy: {gang: {minCount: 2}}}]}}";
        String job = "{apiVersion: batch/v1, kind: Job, metadata: {name: j, namespace: ml, annotations:"
                + " {scheduling.k8s.io/workload-name: w, scheduling.k8s.io/group-template-name: t}}, spec:"
                + " {parallelism: 3}}";

        assertThat(ofLater(job + workload)).isEqualTo("t 2 of 3");
        assertThat(ofLater(job))
                .isEqualTo("error metadata.annotations[scheduling.k8s.io/group-template-name] NEEDS_CONTEXT");
        assertThat(ReadingText.groups(DECLARED, job + workload)).isEqualTo("pods basic of 3");
    }

    private static String ofLater(String manifests) {
        IntentReader reader = new IntentReader();
        ManifestReader.lenient().read(manifests).forEach(reader::add);
        return ReadingText.groups(
                reader.readings(DECLARED, KubernetesRelease.V1_38).get(0));
    }

    @Test
    void aCronJobIsReadAsItsNextJob() {
        assertThat(ReadingText.groups(
                        DECLARED,
                        "{apiVersion: batch/v1, kind: CronJob, metadata: {name: c}, spec: {jobTemplate: {spec:"
                                + " {parallelism: 2, " + GANG + "}}}}"))
                .isEqualTo("pods 2 of 2");
    }

    @Test
    void theClassOfATemplateIsThatOfItsGroup() {
        assertThat(ReadingText.groups(DECLARED, job("{template: {spec: {priorityClassName: high}}}")))
                .isEqualTo("pods basic of 1 class high");
    }

    @Test
    void podsOfATemplateThatNamesAGroupAreThatGroups() {
        String group = "\n---\n{apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace:"
                + " ml}, spec: {schedulingPolicy: {gang: {minCount: 2}}, schedulingConstraints: {topology: [{key:"
                + " rack}]}}}";

        assertThat(ReadingText.groups(
                        DECLARED,
                        job("{parallelism: 3, template: {spec: {schedulingGroup: {podGroupName: g}}}}") + group))
                .isEqualTo("g 2 of 3 in rack");
    }

    @Test
    void aGroupOfGroupsIsReadWithItsChildren() {
        String groups = """

                ---
                apiVersion: scheduling.k8s.io/v1alpha3
                kind: PodGroup
                metadata: {name: g, namespace: ml}
                spec: {parentCompositePodGroupName: all, schedulingPolicy: {gang: {minCount: 2}}}
                ---
                apiVersion: scheduling.k8s.io/v1alpha3
                kind: CompositePodGroup
                metadata: {name: all, namespace: ml}
                spec: {schedulingPolicy: {gang: {minGroupCount: 1}}}
                """;

        assertThat(ReadingText.groups(
                        DECLARED,
                        job("{parallelism: 3, template: {spec: {schedulingGroup: {podGroupName: g}}}}") + groups))
                .isEqualTo("all 1 groups; all > g 2 of 3");
    }

    @Test
    void aGroupThatIsNotInTheInputIsMissing() {
        assertThat(ReadingText.groups(
                        DECLARED, job("{parallelism: 3, template: {spec: {schedulingGroup: {podGroupName: g}}}}")))
                .isEqualTo("error spec.template.spec.schedulingGroup.podGroupName NEEDS_CONTEXT");
    }

    @Test
    void aDeploymentWithoutReplicasHasNothingToPlace() {
        assertThat(ReadingText.groups(
                        DECLARED, "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {replicas: 0}}"))
                .isEmpty();
    }

    @Test
    void aStatefulSetOfOnePodHasNoOrder() {
        assertThat(ReadingText.losses(
                        DECLARED, "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: s}, spec: {replicas: 1}}"))
                .isEmpty();
    }

    @Test
    void aQueuedJobMayStateAMinimum() {
        String job = "{apiVersion: batch/v1, kind: Job, metadata: {name: j, labels: {kueue.x-k8s.io/queue-name: q},"
                + " annotations: {kueue.x-k8s.io/job-min-parallelism: '2'}}, spec: {parallelism: 4}}";

        assertThat(ReadingText.groups(UNIT, job)).isEqualTo("pods 2 of 4");
        assertThat(ReadingText.groups(DECLARED, job)).isEqualTo("pods basic of 4");
    }

    @Test
    void slicesOfAQueuedJobAreGroupsInAGroup() {
        String job = """
                apiVersion: batch/v1
                kind: Job
                metadata:
                  name: j
                  labels: {kueue.x-k8s.io/queue-name: q}
                spec:
                  parallelism: 6
                  template:
                    metadata:
                      annotations:
                        kueue.x-k8s.io/podset-required-topology: block
                        kueue.x-k8s.io/podset-slice-required-topology: rack
                        kueue.x-k8s.io/podset-slice-size: "2"
                """;

        assertThat(ReadingText.groups(UNIT, job)).isEqualTo("pods 3 groups in block; pods > slice 2 of 2 x3 in rack");
    }

    @Test
    void valuesOfWrongTypesAreFaultsWithPlaces() {
        assertThat(ReadingText.groups(DECLARED, "apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: three"))
                .isEqualTo("[4:13: spec.replicas: found text `three`: expected a whole number from 0 to 2147483647]");
    }

    @Test
    void unknownFieldsOfATemplateAreFaultsThatDoNotStopTheReading() {
        Reading reading = ReadingText.readings(
                        DECLARED,
                        "{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {nodeSelektor: {a: b}}}}}")
                .get(0);

        assertThat(reading.isWhole()).isTrue();
        assertThat(reading.groups()).hasSize(1);
        assertThat(reading.faults())
                .extracting(fault -> fault.path().toString())
                .containsExactly("spec.template.spec.nodeSelektor");
    }

    @Test
    void aTemplateThatAsksForNothingHasNoRequests() {
        for (String containers :
                new String[] {"[]", "[{name: main}]", "[{name: main, resources: {requests: {cpu: 0}}}]"}) {
            assertThat(ReadingText.readings(DECLARED, job("{template: {spec: {containers: " + containers + "}}}"))
                            .get(0)
                            .groups()
                            .get(0)
                            .requests())
                    .isEmpty();
        }
    }
}
