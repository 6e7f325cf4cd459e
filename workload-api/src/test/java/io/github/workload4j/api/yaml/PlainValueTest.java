package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.Position;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainValueTest {

    private static final String CLUSTER = """
            apiVersion: ray.io/v1
            kind: RayCluster
            metadata:
              name: small
              labels:
                team: a
            spec:
              workers: 3
              half: 1.5
              quoted: "4"
              active: true
              nothing:
              groups:
                - name: cpu
                  template:
                    metadata:
                      labels:
                        app: ray
                    spec:
                      image: none
                      containers:
                        - name: main
                          resources:
                            requests:
                              cpu: 2
                              memory: much
            """;

    private static PlainValue content(String text) {
        return ManifestReader.lenient().read(text).get(0).content().orElseThrow();
    }

    private static final PlainValue SPEC = content(CLUSTER).field("spec");

    @Test
    void aForeignDocumentCanBeReadAsPlainValues() {
        assertThat(SPEC.field("workers").whole()).contains(3L);
        assertThat(SPEC.field("active").truth()).contains(true);
        assertThat(content(CLUSTER).field("kind").text()).contains("RayCluster");
    }

    @Test
    void aModelledDocumentHasItsPlainValuesToo() {
        PlainValue job = content("{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {template: {a: 1}}}");

        assertThat(job.field("spec").field("template").field("a").whole()).contains(1L);
    }

    @Test
    void everyValueKnowsItsPathAndPlace() {
        PlainValue name = SPEC.field("groups").items().get(0).field("name");

        assertThat(name.path()).hasToString("spec.groups[0].name");
        assertThat(name.position()).isEqualTo(new Position(14, 13));
    }

    @Test
    void whatIsNotThereHasThePlaceOfTheValueAround() {
        PlainValue missing =
                SPEC.field("groups").items().get(0).field("replicas").field("deeper");

        assertThat(missing.type()).isEqualTo(PlainValue.Type.ABSENT);
        assertThat(missing.path()).hasToString("spec.groups[0].replicas.deeper");
        assertThat(missing.position()).isEqualTo(new Position(14, 7));
    }

    @Test
    void nothingIsConverted() {
        assertThat(SPEC.field("quoted").whole()).isEmpty();
        assertThat(SPEC.field("half").whole()).isEmpty();
        assertThat(SPEC.field("half").type()).isEqualTo(PlainValue.Type.NUMBER);
        assertThat(SPEC.field("nothing").type()).isEqualTo(PlainValue.Type.NULL);
        assertThat(SPEC.field("nothing").isThere()).isFalse();
        assertThat(SPEC.field("workers").text()).isEmpty();
    }

    @Test
    void keysThatAreDataStandInBrackets() {
        PlainValue labels = content(CLUSTER).field("metadata").field("labels");

        assertThat(labels.keys().keySet()).containsExactly("team");
        assertThat(labels.keys().get("team").path()).hasToString("metadata.labels[team]");
        assertThat(labels.key("other").path()).hasToString("metadata.labels[other]");
    }

    @Test
    void aPodTemplateIsReadAsTheModelHoldsIt() {
        List<Fault> faults = new ArrayList<>();
        PlainValue template = SPEC.field("groups").items().get(0).field("template");

        Pod pod = template.read(ManifestPart.POD_TEMPLATE, faults::add);

        assertThat(pod.metadata().labels()).containsEntry("app", "ray");
        assertThat(pod.spec().containers().get(0).resources().requests()).containsKey("cpu");
        assertThat(faults)
                .extracting(fault -> fault.type() + " " + fault.path() + " " + fault.position())
                .containsExactly(
                        "UNKNOWN_FIELD spec.groups[0].template.spec.image 20:11",
                        "WRONG_TYPE spec.groups[0].template.spec.containers[0].resources.requests[memory] 26:27");
    }

    @Test
    void aPartThatIsNotThereIsEmpty() {
        List<Fault> faults = new ArrayList<>();

        assertThat(SPEC.field("template")
                        .read(ManifestPart.POD_TEMPLATE, faults::add)
                        .spec()
                        .containers())
                .isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void ofTwoFieldsOfOneNameTheLastCounts() {
        assertThat(content("{apiVersion: a/v1, kind: B, size: 1, size: 2}")
                        .field("size")
                        .whole())
                .contains(2L);
    }

    @Test
    void anItemOfAListIsADocument() {
        List<Document> items = ManifestReader.lenient()
                .read("{apiVersion: v1, kind: List, items: [{apiVersion: a/v1, kind: B, size: 1},"
                        + " {apiVersion: a/v1, kind: B, size: 2}]}");

        assertThat(items)
                .extracting(item ->
                        item.content().orElseThrow().field("size").whole().orElseThrow())
                .containsExactly(1L, 2L);
    }

    @Test
    void wrongTypesAreToldWithWhatWasFound() {
        assertThat(SPEC.field("quoted").wrongType("a whole number"))
                .hasToString("10:11: spec.quoted: found text `4`: expected a whole number");
    }

    @Test
    void brokenYamlHasNoContent() {
        assertThat(ManifestReader.lenient().read("a: [").get(0).content()).isEmpty();
    }
}
