package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnePriorityTest {

    private static WorkloadSpec spec(String templates) {
        return Judged.object(
                        Workload.class,
                        "{apiVersion: scheduling.k8s.io/v1beta1, kind: Workload, metadata: {name: w}, spec: {"
                                + templates + "}}\n")
                .spec();
    }

    private static String template(String name, String fields) {
        return "{name: " + name + ", schedulingPolicy: {basic: {}}" + fields + "}";
    }

    @Test
    void aWorkloadWithoutTemplatesHasNone() {
        assertThat(OnePriority.of(spec(""))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', true, true",
        "', priorityClassName: high', false, false",
        "', priority: 7', false, false",
        "', preemptionPolicy: Never', true, false"
    })
    void everyTemplateHasThatOfTheFirst(String fields, boolean holds, boolean holdsWithPolicy) {
        WorkloadSpec flat = spec("podGroupTemplates: [" + template("a", "") + ", " + template("b", fields) + "]");
        WorkloadSpec nested = spec("compositePodGroupTemplates: [" + template("a", "") + ", "
                + template("c", ", podGroupTemplates: [" + template("d", fields) + "]") + "]");
        for (WorkloadSpec each : new WorkloadSpec[] {flat, nested}) {
            OnePriority first = OnePriority.of(each);
            assertThat(first).isEqualTo(new OnePriority("", null, null));
            assertThat(first.holdsFor(each, false)).isEqualTo(holds);
            assertThat(first.holdsFor(each, true)).isEqualTo(holdsWithPolicy);
        }
    }
}
