package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.Job;
import io.github.workload4j.api.JobSpec;
import io.github.workload4j.api.core.Container;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobReadingTest {

    private static final String JOB = """
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: train
            spec:
              parallelism: 4
              completions: 8
              completionMode: Indexed
              suspend: true
              backoffLimit: 3
              template:
                metadata:
                  labels:
                    app: train
                spec:
                  priorityClassName: high
                  schedulingGroup:
                    podGroupName: g
                  containers:
                    - name: c
            """;

    private static Document read(String text) {
        return ManifestReader.strict().read(text).get(0);
    }

    @Test
    void aJobIsReadWithWhatItsPodsAreMadeFrom() {
        JobSpec spec = ((Job) ((Decoded) read(JOB)).object()).spec();
        assertThat(spec.parallelism()).isEqualTo(4);
        assertThat(spec.completions()).isEqualTo(8);
        assertThat(spec.isIndexed()).isTrue();
        assertThat(spec.suspend()).isTrue();
        assertThat(spec.template().metadata().labels()).containsEntry("app", "train");
        assertThat(spec.template().spec().priorityClassName()).isEqualTo("high");
        assertThat(spec.template().spec().schedulingGroup().podGroupName()).isEqualTo("g");
        assertThat(spec.template().spec().containers())
                .extracting(Container::name)
                .isEqualTo(List.of("c"));
    }

    @Test
    void aFieldOfItsPodsThatNoPodHasIsAFaultAtItsPlace() {
        Undecodable bad = (Undecodable) read(JOB.replace("priorityClassName", "priorityClass"));
        assertThat(bad.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .contains("spec.template.spec.priorityClass", "did you mean `priorityClassName`?"));
    }

    @Test
    void fieldsOfTheJobItselfThatSchedulingDoesNotReadArePassedOver() {
        assertThat(((Decoded) read(JOB)).isWhole()).isFalse();
        assertThat(((Decoded) read(JOB.replace("  backoffLimit: 3\n", ""))).isWhole())
                .isTrue();
    }
}
