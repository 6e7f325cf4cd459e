package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import org.junit.jupiter.api.Test;

class OfTest {

    @Test
    void kindsAreInTheOrderOfTheirSections() {
        assertThat(Of.ALL)
                .containsExactly(
                        Workload.class,
                        PodGroup.class,
                        CompositePodGroup.class,
                        Pod.class,
                        Job.class,
                        PriorityClass.class);
        assertThat(Of.GROUPS).containsExactly(Workload.class, PodGroup.class, CompositePodGroup.class);
    }

    @Test
    void everyKindIsOfARule() {
        assertThat(Rule.values())
                .allSatisfy(rule -> assertThat(Of.ALL).containsAll(rule.kinds()))
                .flatExtracting(Rule::kinds)
                .containsAll(Of.ALL);
    }

    @Test
    void kindsCannotBeChanged() {
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> Of.POD.remove(Pod.class));
        assertThat(Of.POD).containsExactly(Pod.class);
    }
}
