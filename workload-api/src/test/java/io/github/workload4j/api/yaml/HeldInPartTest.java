package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.convert.Conversion;
import io.github.workload4j.api.convert.Converted;
import io.github.workload4j.api.convert.Loss;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader passes over is known to the document, and a conversion does not keep quiet about it. */
class HeldInPartTest {

    private static final String JOB = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: j, namespace: ml}
            spec:
              parallelism: 2
              backoffLimit: 3
              template: {spec: {restartPolicy: Never, containers: [{name: c, image: i}]}}
            """;

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: p, namespace: ml}
            spec:
              containers: [{name: c, image: i, command: [run]}]
            """;

    private static Decoded read(ManifestReader reader, String text) {
        List<Document> documents = reader.read(text);
        assertThat(documents).hasSize(1);
        return (Decoded) documents.get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {JOB, POD})
    void aConversionReportsWhatTheModelDoesNotHold(String text) {
        Decoded document = read(ManifestReader.strict(), text);
        Converted converted = Conversion.to(ApiVersion.V1BETA1).convert(document.object());
        assertThat(converted.isLossless()).isFalse();
        assertThat(converted.losses()).containsExactly(Loss.heldInPart(document.object()));
        assertThat(document.losses()).isEqualTo(converted.losses());
    }

    @Test
    void aDocumentOfWhichAllIsHeldLosesNothing() {
        Decoded whole = read(ManifestReader.strict(), POD.replace(", command: [run]", ""));
        assertThat(whole.isWhole()).isTrue();
        assertThat(whole.losses()).isEmpty();
        assertThat(Conversion.to(ApiVersion.V1BETA1)
                        .takingObjectsAsWhole()
                        .convert(whole.object())
                        .isLossless())
                .isTrue();
    }

    @Test
    void ourOwnKindsAreHeldAsAWhole() {
        String group =
                "{apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g}, spec: {schedulingPolicy:"
                        + " {basic: {}}}}";
        Decoded document = read(ManifestReader.strict(), group);
        assertThat(document.isWhole()).isTrue();
        assertThat(Conversion.to(ApiVersion.V1ALPHA3).convert(document.object()).isLossless())
                .isTrue();
    }

    @Test
    void whatALenientReaderDropsIsALossAtItsPlace() {
        String group =
                "{apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g}, spec: {newField: 1}}";
        assertThat(read(ManifestReader.lenient(), group).losses())
                .singleElement()
                .satisfies(loss -> assertThat(loss.path()).hasToString("spec.newField"));
    }

    @Test
    void everyItemOfAListKnowsItselfAlsoWhereTheirPartsRecur() {
        String resources = "resources: {requests: {cpu: 1}, claims: [{name: x}]}";
        String pods = "";
        for (String part : List.of(resources, resources, "resources: {requests: {cpu: 1}}", resources)) {
            pods += "- {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, " + part
                    + "}]}}\n";
        }
        List<Document> documents = ManifestReader.strict().read("apiVersion: v1\nkind: List\nitems:\n" + pods);
        assertThat(documents)
                .extracting(document -> ((Decoded) document).isWhole())
                .containsExactly(false, false, true, false);
        String json = "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p\"},"
                + "\"spec\":{\"containers\":[{\"name\":\"c\",\"resources\":{\"claims\":[{\"name\":\"x\"}]}}]}}"
                + "\n";
        assertThat(ManifestReader.strict().read(json + json + json.replaceAll("\"claims\":\\[.*?\\]", "")))
                .extracting(document -> ((Decoded) document).isWhole())
                .containsExactly(false, false, true);
    }
}
