package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.policy.Rule;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleSetTest {

    @Test
    void everyKindOfTheWorkloadApiHasRules() {
        assertThat(RuleSet.kinds()).containsKeys(SchedulingObject.class.getPermittedSubclasses());
    }

    @Test
    void theKindsAreThoseOfTheListOfRules() {
        Set<Class<?>> kinds = new HashSet<>();
        for (Rule rule : Rule.values()) {
            kinds.addAll(rule.kinds());
        }
        assertThat(RuleSet.kinds()).containsOnlyKeys(kinds);
    }

    @Test
    void aKindIsJudgedInTheVersionsThatHaveIt() {
        for (ApiVersion version : ApiVersion.values()) {
            RuleContext context = Judged.in(version);
            PodGroup group = PodGroup.gang(version, "ns", "g", 1);
            assertThat(RuleSet.covers(group, context)).isEqualTo(version != ApiVersion.V1ALPHA1);
            CompositePodGroup composite = Judged.object(CompositePodGroup.class, """
                    apiVersion: scheduling.k8s.io/v1alpha3
                    kind: CompositePodGroup
                    metadata: {name: g}
                    """);
            assertThat(RuleSet.covers(composite, context)).isEqualTo(version == ApiVersion.V1ALPHA3);
        }
    }

    @Test
    void aPodIsJudgedByTheReleaseWhoseReferenceItHas() {
        assertThat(RuleSet.version(pod("workloadRef: {name: w, podGroup: g}"))).isEqualTo(ApiVersion.V1ALPHA1);
        assertThat(RuleSet.version(pod("schedulingGroup: {podGroupName: g}"))).isEqualTo(ApiVersion.V1BETA1);
        assertThat(RuleSet.version(pod(""))).isEqualTo(ApiVersion.V1BETA1);
    }

    private static Pod pod(String spec) {
        return Judged.object(Pod.class, "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {" + spec + "}\n");
    }
}
