package io.github.workload4j.intent.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.yaml.ManifestReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivedGroupTest {

    private static final String JOB = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: train, namespace: ml}
            spec:
              parallelism: 3
              scheduling: {schedulingPolicy: {gang: {}}}
              template: {spec: {priorityClassName: high}}
            """;

    private static DerivedGroup derived() {
        return Derivation.of(ManifestReader.lenient().read(JOB)).derived().get(0);
    }

    @Test
    void groupOfAJobIsMadeUpWithItsPods() {
        DerivedGroup group = derived();
        assertThat(group.made()).isTrue();
        assertThat(group.namespace()).isEqualTo("ml");
        assertThat(group.root()).isEqualTo(group.name());
        assertThat(group.pods()).hasSize(3).doesNotHaveDuplicates();
        assertThat(group.members()).isZero();
    }

    @Test
    void podsAreCopied() {
        DerivedGroup group = derived();
        List<String> pods = new ArrayList<>(group.pods());
        DerivedGroup copy = new DerivedGroup(
                group.reading(),
                group.group(),
                group.instance(),
                group.namespace(),
                group.name(),
                group.root(),
                true,
                pods,
                0);
        pods.clear();
        assertThat(copy).isEqualTo(group);
        assertThatThrownBy(() -> new DerivedGroup(null, group.group(), 0, "", "", "", true, List.of(), 0))
                .hasMessage("reading");
    }
}
