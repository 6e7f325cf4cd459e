package io.github.workload4j.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TemplateLintsTest {

    private static final Workload WORKLOAD = Workload.of(ApiVersion.V1BETA1, "ns", "w", PodGroupTemplate.gang("a", 2));

    @Test
    void aCopyMayAddWhatTheTemplateLeavesOut() {
        assertThat(check(spec -> spec.priority(7))).isEmpty();
    }

    @Test
    void aCopyKeepsWhatTheTemplateSays() {
        assertThat(check(spec -> spec.schedulingPolicy(
                        PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 3).spec().schedulingPolicy())))
                .hasToString("[spec.schedulingPolicy: the field is not as the group's template has it: copy it from the"
                        + " template, or change the template [differs-from-template]]");
    }

    private static List<Warning> check(UnaryOperator<PodGroupSpec.Builder> change) {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 2);
        PodGroupSpec.Builder spec = group.spec().toBuilder().workloadRef(TemplateRef.of("w", "a"));
        return Lints.check(List.of(WORKLOAD, group.withSpec(change.apply(spec).build())));
    }
}
