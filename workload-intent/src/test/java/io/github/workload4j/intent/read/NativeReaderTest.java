package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.intent.IntentReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeReaderTest {

    private static final String WORKLOAD = """
            ---
            apiVersion: scheduling.k8s.io/v1beta1
            kind: Workload
            metadata: {name: w, namespace: ml}
            spec:
              controllerRef: {apiGroup: example.com, kind: Robot, name: r}
              podGroupTemplates: [{name: a, schedulingPolicy: {gang: {minCount: 3}}}]
            """;
    private static final String GROUP = """
            ---
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: g, namespace: ml}
            spec:
              workloadRef: {workloadName: w, templateName: a}
              schedulingPolicy: {gang: {minCount: 3}}
              schedulingConstraints: {topology: [{key: rack}]}
            """;

    private static IntentReader reader(String text) {
        IntentReader reader = new IntentReader();
        ManifestReader.lenient().read(text).forEach(reader::add);
        return reader;
    }

    private static List<Reading> groups(String text) {
        return reader(text).groups(ReadingMode.UNIT, KubernetesRelease.V1_38);
    }

    private static String pod(String name, String reference) {
        return "---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + name + ", namespace: ml}\nspec: {" + reference
                + ", containers: [{name: c, resources: {requests: {cpu: 1}}}]}\n";
    }

    @Test
    void aPodGroupHasThePodsAndTemplatesThatNameIt() {
        String job = """
                ---
                apiVersion: batch/v1
                kind: Job
                metadata: {name: j, namespace: ml}
                spec:
                  parallelism: 2
                  template: {spec: {schedulingGroup: {podGroupName: g}, containers: [{name: c}]}}
                """;
        List<Reading> readings = groups(GROUP + job + pod("p", "schedulingGroup: {podGroupName: g}"));
        assertThat(readings).hasSize(1);
        assertThat(readings.get(0).groups())
                .extracting(
                        IntendedGroup::name, IntendedGroup::minimum, IntendedGroup::pods, IntendedGroup::topologyKey)
                .containsExactly(tuple("g", 3L, 3L, "rack"));
        assertThat(readings.get(0).lint()).isEmpty();
    }

    @Test
    void groupsInGroupsAreReadTogether() {
        String tree = """
                ---
                apiVersion: scheduling.k8s.io/v1alpha3
                kind: CompositePodGroup
                metadata: {name: c, namespace: ml}
                spec: {workloadRef: {workloadName: w, templateName: c}, schedulingPolicy: {gang: {minGroupCount: 2}}}
                """;
        String below = GROUP.replace("spec:\n", "spec:\n  parentCompositePodGroupName: c\n");
        List<Reading> readings = groups(tree + below);
        assertThat(readings).hasSize(1);
        assertThat(readings.get(0).groups())
                .extracting(IntendedGroup::name, IntendedGroup::parent, IntendedGroup::isComposite)
                .containsExactly(tuple("c", null, true), tuple("g", "c", false));
        assertThat(readings.get(0).lint()).extracting(ReadingLint::code).containsExactly(ReadingLint.Code.NEVER_STARTS);
    }

    @Test
    void aWorkloadOfTheFirstVersionHasItsGroupsInIt() {
        String first = """
                apiVersion: scheduling.k8s.io/v1alpha1
                kind: Workload
                metadata: {name: w, namespace: ml}
                spec: {podGroups: [{name: a, policy: {gang: {minCount: 1}}}, {name: b, policy: {basic: {}}}]}
                """;
        List<Reading> readings = groups(first + pod("p", "workloadRef: {name: w, podGroup: a}"));
        assertThat(readings).hasSize(1);
        assertThat(readings.get(0).groups())
                .extracting(IntendedGroup::name, IntendedGroup::isGang, IntendedGroup::pods)
                .containsExactly(tuple("a", true, 1L), tuple("b", false, 0L));
    }

    @Test
    void aWorkloadWhoseGroupsAreNotThereMeansThem() {
        assertThat(reader(WORKLOAD).readings(ReadingMode.UNIT))
                .singleElement()
                .satisfies(reading -> assertThat(reading.groups())
                        .extracting(IntendedGroup::name, IntendedGroup::minimum, IntendedGroup::pods)
                        .containsExactly(tuple("a", 3L, 0L)));
        assertThat(reader(WORKLOAD).readings(ReadingMode.UNIT, KubernetesRelease.V1_35))
                .as("1.35 has no PodGroups")
                .isEmpty();
        assertThat(reader(WORKLOAD + GROUP).readings(ReadingMode.UNIT))
                .as("one of them is there")
                .isEmpty();
        String job = "---\napiVersion: batch/v1\nkind: Job\nmetadata: {name: r, namespace: ml}\nspec: {}\n";
        String ofJob = WORKLOAD.replace("example.com, kind: Robot", "batch, kind: Job");
        assertThat(reader(ofJob + job).readings(ReadingMode.UNIT))
                .extracting(reading -> reading.object().kind())
                .as("the Job means them")
                .containsExactly("Job");
    }
}
