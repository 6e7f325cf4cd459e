package io.github.workload4j.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.JobSpec;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplatedPodsTest {

    private static final FieldPath AT =
            FieldPath.root("spec").child("jobs").index(0).child("spec");
    private static final PodSpec IN_G =
            PodSpec.builder().schedulingGroup(new PodSchedulingGroup("g")).build();

    private static TemplatedPods template(PodSpec spec, long count) {
        return new TemplatedPods(7, AT, new Pod(ObjectMeta.of("ns", "set"), spec, PodStatus.EMPTY), count);
    }

    @Test
    void aTemplateThatNamesAGroupWhichIsNotThereIsTold() {
        assertThat(Lints.check(List.of(), List.of(template(IN_G, 1))))
                .extracting(Warning::object, warning -> warning.path().toString(), Warning::lint, Warning::suggestion)
                .containsExactly(tuple(
                        7,
                        "spec.jobs[0].spec.schedulingGroup.podGroupName",
                        Lint.MISSING_GROUP,
                        "add it, or name one that is there"));
        PodSpec old =
                PodSpec.builder().workloadRef(new WorkloadRef("w", "a", "")).build();
        assertThat(Lints.check(List.of(), List.of(template(old, 1))))
                .extracting(warning -> warning.path().toString(), Warning::lint)
                .containsExactly(tuple("spec.jobs[0].spec.workloadRef.name", Lint.MISSING_WORKLOAD));
    }

    @Test
    void podsOfTemplatesCountForTheirGroup() {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 5);
        assertThat(Lints.check(List.of(group), List.of(template(IN_G, 5)))).isEmpty();
        assertThat(Lints.check(List.of(group), List.of(template(IN_G, TemplatedPods.MANY))))
                .isEmpty();
        assertThat(Lints.check(List.of(group), List.of(template(IN_G, 2), template(IN_G, 2))))
                .extracting(Warning::object, Warning::message)
                .containsExactly(tuple(0, "the group needs 5 pods at once, and only 4 pods of the stream are in it"));
    }

    @Test
    void theTemplateOfAJobIsKnownWithoutBeingGiven() {
        JobSpec spec = JobSpec.builder()
                .parallelism(4)
                .completions(3)
                .template(new Pod(ObjectMeta.of("", ""), IN_G, PodStatus.EMPTY))
                .build();
        Job job = new Job(ObjectMeta.of("ns", "j"), spec);
        assertThat(Lints.check(List.of(job)))
                .extracting(warning -> warning.path().toString(), Warning::lint)
                .containsExactly(tuple("spec.template.spec.schedulingGroup.podGroupName", Lint.MISSING_GROUP));
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 3);
        assertThat(Lints.check(List.of(job, group))).isEmpty();
    }

    @Test
    void aCountIsNotNegative() {
        assertThatThrownBy(() -> template(IN_G, -1)).hasMessage("count: -1 (expected: 0 or more)");
    }
}
