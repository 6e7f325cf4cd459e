package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PodTemplatesTest {

    private static PodTemplates of(String text) {
        return PodTemplates.of(
                ManifestReader.lenient().read(text).get(0).content().orElseThrow());
    }

    @Test
    void templatesAreFoundByTheirContainersInAnyKind() {
        PodTemplates found = of("""
                apiVersion: example.com/v1
                kind: Fleet
                spec:
                  ships:
                  - template: {spec: {containers: [{name: a}]}}
                  - podSpec: {containers: []}
                  - spec: {containers: none}
                """);
        assertThat(found.specs())
                .extracting(spec -> spec.path().toString())
                .containsExactly("spec.ships[0].template.spec", "spec.ships[1].podSpec");
        assertThat(found.faults()).isEmpty();
    }

    @Test
    void misspeltAndMisplacedFieldsAreFaultsAtTheirPlace() {
        PodTemplates found = of("""
                apiVersion: example.com/v1
                kind: Fleet
                spec:
                  schedulingGroup: {podGroupName: g}
                  template:
                    workloadRef: {name: w, podGroup: g}
                    spec:
                      schedulinggroup: {podGroupName: g}
                      containers: [{name: a, schedulingGroup: {podGroupName: g}}]
                """);
        assertThat(found.faults())
                .extracting(Object::toString)
                .containsExactly(
                        "8:7: spec.template.spec.schedulinggroup: unknown field: did you mean `schedulingGroup`?",
                        "9:30: spec.template.spec.containers[0].schedulingGroup: unknown field: a field of PodSpec, not"
                                + " of Container",
                        "4:20: spec.schedulingGroup: unknown field: a field of PodSpec: it belongs in the `spec` of a"
                                + " pod template",
                        "6:18: spec.template.workloadRef: unknown field: a field of PodSpec: it belongs in the `spec`"
                                + " of a pod template");
    }

    @Test
    void whatHasNoTemplateHasNoFaults() {
        assertThat(of("{apiVersion: v1, kind: Other, schedulingGroup: {podGroupName: g}}"))
                .isEqualTo(PodTemplates.NONE);
    }
}
