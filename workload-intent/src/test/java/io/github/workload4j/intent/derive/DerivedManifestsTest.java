package io.github.workload4j.intent.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.ManifestReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivedManifestsTest {

    private static List<ApiObject> manifests(String text) {
        return Derivation.of(ManifestReader.lenient().read(text)).manifests();
    }

    @Test
    void groupsAreOfTemplatesOfAWorkload() {
        List<ApiObject> made = manifests("""
                apiVersion: leaderworkerset.x-k8s.io/v1
                kind: LeaderWorkerSet
                metadata: {name: lws, namespace: ml}
                spec:
                  replicas: 2
                  leaderWorkerTemplate: {size: 3, workerTemplate: {spec: {containers: [{name: c}]}}}
                """);
        Workload workload = (Workload) made.get(0);
        assertThat(workload.metadata().name()).isEqualTo("lws");
        assertThat(workload.spec().controllerRef().kind()).isEqualTo("LeaderWorkerSet");
        assertThat(workload.spec().podGroupTemplates()).containsExactly(PodGroupTemplate.gang("replica", 3));
        assertThat(made)
                .filteredOn(PodGroup.class::isInstance)
                .hasSize(2)
                .allSatisfy(group -> assertThat(((PodGroup) group).spec().workloadRef())
                        .isEqualTo(TemplateRef.of("lws", "replica")));
        assertThat(made).filteredOn(Pod.class::isInstance).hasSize(6);
    }

    @Test
    void aTreeStaysATree() {
        List<ApiObject> made = manifests("""
                apiVersion: batch.volcano.sh/v1alpha1
                kind: Job
                metadata: {name: v}
                spec:
                  tasks:
                  - {name: A_b, replicas: 1, template: {spec: {containers: [{name: c}]}}}
                  - {name: w, replicas: 4, minAvailable: 2, template: {spec: {containers: [{name: c}]}}}
                """);
        Workload workload = (Workload) made.get(0);
        assertThat(workload.spec().compositePodGroupTemplates())
                .singleElement()
                .satisfies(all -> assertThat(all.podGroupTemplates())
                        .extracting(PodGroupTemplate::name)
                        .as("names of templates are labels")
                        .containsExactly("a-b", "w"));
        assertThat(made).filteredOn(CompositePodGroup.class::isInstance).hasSize(1);
    }

    @Test
    void theGroupsOfAWorkloadHaveTheNamesThatUpstreamGivesThem() {
        List<ApiObject> made = manifests("""
                apiVersion: scheduling.k8s.io/v1beta1
                kind: Workload
                metadata: {name: wl}
                spec: {podGroupTemplates: [{name: workers, schedulingPolicy: {gang: {minCount: 3}}}]}
                """);
        assertThat(made)
                .singleElement()
                .satisfies(group -> assertThat(group.metadata().name()).isEqualTo("wl-workers-7999579445"));
    }
}
