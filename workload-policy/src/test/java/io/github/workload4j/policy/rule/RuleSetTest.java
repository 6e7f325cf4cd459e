package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.GroupObject;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.policy.Rule;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleSetTest {

    @Test
    void everyKindOfTheWorkloadApiHasRules() {
        assertThat(RuleSet.kinds()).containsKeys(GroupObject.class.getPermittedSubclasses());
        assertThat(SchedulingObject.class.getPermittedSubclasses())
                .filteredOn(kind -> kind != GroupObject.class)
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(RuleSet.kinds()).containsKey(kind));
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
    void ourKindsAreCovered() {
        assertThat(RuleSet.covers(PodGroup.gang(ApiVersion.V1ALPHA1, "ns", "g", 1)))
                .isTrue();
        assertThat(RuleSet.covers(pod(""))).isTrue();
        assertThat(RuleSet.covers(new Namespace(ObjectMeta.of("a")))).isFalse();
    }

    private static Pod pod(String spec) {
        return Judged.object(Pod.class, "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {" + spec + "}\n");
    }
}
