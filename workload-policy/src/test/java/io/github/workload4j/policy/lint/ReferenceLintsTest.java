package io.github.workload4j.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceLintsTest {

    private static final Workload OLD =
            Workload.of(ApiVersion.V1ALPHA1, "ns", "w", PodGroupTemplate.basic("b"), PodGroupTemplate.basic("a"));

    @Test
    void namesOfGroupsAreSuggestedInTheirOrder() {
        assertThat(Lints.check(List.of(OLD, pod("ns", "w", "lost"))))
                .extracting(Warning::message, Warning::suggestion)
                .contains(tuple("Workload `w` has no group `lost`", "name one of `b`, `a`"));
    }

    @Test
    void aWorkloadIsMissedOnlyWhereTheNamespaceHasOthers() {
        assertThat(lints(OLD, pod("ns", "x", "a"))).containsExactly(Lint.MISSING_WORKLOAD);
        assertThat(lints(OLD, pod("elsewhere", "x", "a"))).isEmpty();
    }

    @Test
    void aWorkloadOfALaterVersionIsNotReadByTheOldReference() {
        Workload later = Workload.of(ApiVersion.V1BETA1, "ns", "w", PodGroupTemplate.basic("a"));
        assertThat(lints(later, pod("ns", "w", "a"))).containsExactly(Lint.REFERENCE_OF_OTHER_RELEASE);
    }

    @Test
    void aGroupNamesATemplateOfItsWorkload() {
        Workload workload = Workload.of(ApiVersion.V1BETA1, "ns", "w", PodGroupTemplate.gang("a", 1));
        assertThat(lints(workload, group("a"))).isEmpty();
        assertThat(lints(workload, group("b"))).containsExactly(Lint.MISSING_TEMPLATE);
    }

    private static List<Lint> lints(ApiObject... objects) {
        return Lints.check(List.of(objects)).stream().map(Warning::lint).toList();
    }

    private static PodGroup group(String template) {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 1);
        return group.withSpec(group.spec().toBuilder()
                .workloadRef(TemplateRef.of("w", template))
                .build());
    }

    private static Pod pod(String namespace, String workload, String group) {
        PodSpec spec = PodSpec.builder()
                .workloadRef(new WorkloadRef(workload, group, ""))
                .build();
        return new Pod(ObjectMeta.of(namespace, "p"), spec, PodStatus.builder().build());
    }
}
