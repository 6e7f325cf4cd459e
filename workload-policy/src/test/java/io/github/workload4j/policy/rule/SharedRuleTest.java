package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.Workload;
import io.github.workload4j.policy.Rule;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedRuleTest {

    private static final Map<Subject, Class<?>> KINDS = Map.of(
            Subject.V1ALPHA2_TEMPLATE, Workload.class,
            Subject.V1ALPHA2_POD_GROUP, PodGroup.class,
            Subject.LEAF, PodGroup.class,
            Subject.COMPOSITE_TEMPLATE, Workload.class,
            Subject.COMPOSITE_POD_GROUP, CompositePodGroup.class,
            Subject.JOB, Job.class);

    private static final Set<SharedRule> CLAIMS = Set.of(
            SharedRule.MAX_CLAIMS,
            SharedRule.UNIQUE_CLAIMS,
            SharedRule.CLAIM_NAME,
            SharedRule.CLAIM_SOURCE,
            SharedRule.CLAIM_REFERENCE);

    @Test
    void everySubjectListsItUnderARuleOfItsKind() {
        for (SharedRule shared : SharedRule.values()) {
            for (Subject subject : Subject.values()) {
                if (has(subject, shared)) {
                    assertThat(shared.of(subject).kinds())
                            .as("%s of %s", shared, subject)
                            .anyMatch(KINDS.get(subject)::equals);
                } else {
                    assertThatThrownBy(() -> shared.of(subject)).isInstanceOf(NullPointerException.class);
                }
            }
        }
    }

    @Test
    void aRowIsTheSameRuleForTemplateAndGroup() {
        for (SharedRule shared : SharedRule.values()) {
            if (shared != SharedRule.DISRUPTION_MODE) {
                assertThat(shared.of(Subject.V1ALPHA2_POD_GROUP).sentence())
                        .isEqualTo(shared.of(Subject.V1ALPHA2_TEMPLATE).sentence());
            }
        }
        assertThat(SharedRule.TOPOLOGY_KEY.of(Subject.JOB)).isEqualTo(Rule.J_10);
    }

    private static boolean has(Subject subject, SharedRule shared) {
        return switch (subject) {
            case COMPOSITE_TEMPLATE, COMPOSITE_POD_GROUP -> !CLAIMS.contains(shared);
            case JOB -> shared != SharedRule.PRIORITY && shared != SharedRule.PRIORITY_CLASS;
            default -> true;
        };
    }
}
