package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of an object of a kind that the model does not hold. */
class ManifestPartTest {

    private final List<Fault> faults = new ArrayList<>();

    private <T> T read(ManifestPart<T> part, String field) {
        String text = """
                apiVersion: example.com/v1
                kind: Trainer
                metadata: {namespace: ml, name: t, labels: {team: a}}
                part: {%s}
                """.formatted(field);
        Document document = ManifestReader.lenient().read(text).get(0);
        PlainValue content = document.content().orElseThrow();
        return part == ManifestPart.METADATA
                ? content.field("metadata").read(part, faults::add)
                : content.field("part").read(part, faults::add);
    }

    @Test
    void everyPartIsReadAsTheModelHoldsIt() {
        assertThat(read(ManifestPart.METADATA, "").labels()).containsEntry("team", "a");
        assertThat(read(ManifestPart.POD_TEMPLATE, "metadata: {name: x}, spec: {priorityClassName: high}"))
                .satisfies(pod -> {
                    assertThat(pod.metadata().name()).isEqualTo("x");
                    assertThat(pod.spec().priorityClassName()).isEqualTo("high");
                });
        assertThat(read(ManifestPart.POD_SPEC, "priorityClassName: high").priorityClassName())
                .isEqualTo("high");
        assertThat(read(ManifestPart.RESOURCES, "requests: {cpu: 1500m}").requests())
                .hasToString("{cpu=1500m}");
        assertThat(read(ManifestPart.JOB_SCHEDULING, "schedulingPolicy: {gang: {minCount: 4}}"))
                .isNotEqualTo(read(ManifestPart.JOB_SCHEDULING, ""));
        assertThat(faults).allMatch(fault -> !fault.path().toString().startsWith("metadata"));
    }

    @Test
    void statusOfAPodTemplateIsNone() {
        read(ManifestPart.POD_TEMPLATE, "status: {phase: Running}");
        assertThat(faults)
                .extracting(fault -> fault.type() + " " + fault.path())
                .containsExactly("UNKNOWN_FIELD part.status");
    }

    @Test
    void faultsOfAPartStandAtTheirPlaceInTheDocument() {
        read(ManifestPart.RESOURCES, "requests: {cpu: [1]}, limit: {}");
        assertThat(faults)
                .extracting(fault -> fault.type() + " " + fault.path() + " " + fault.position())
                .containsExactly("WRONG_TYPE part.requests[cpu] 4:24", "UNKNOWN_FIELD part.limit 4:30");
    }
}
