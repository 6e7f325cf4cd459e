package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindRulesTest {

    private static final PodGroup GROUP = PodGroup.gang(ApiVersion.V1BETA1, "ml", "g", 1);
    private static final Namespace OTHER =
            new Namespace(ObjectMeta.builder().name("g").build());

    private final List<String> asked = new ArrayList<>();

    private KindRules<PodGroup> rules(KindRules.OnUpdate<PodGroup> status) {
        return new KindRules<>(
                PodGroup.class,
                (group, context, at) -> asked.add("create"),
                (old, updated, context, at) -> asked.add("update"),
                status);
    }

    @Test
    void eachRequestHasItsRules() {
        KindRules<PodGroup> rules = rules((old, updated, context, at) -> asked.add("status"));
        RuleContext context = Judged.in(ApiVersion.V1BETA1);
        rules.checkCreate(GROUP, context, Findings.counting());
        rules.checkUpdate(GROUP, GROUP, context, Findings.counting());
        rules.checkStatus(GROUP, GROUP, context, Findings.counting());
        assertThat(asked).containsExactly("create", "update", "status");
        assertThat(rules.hasStatus()).isTrue();
        assertThat(rules(new KindRules.NoStatus<>()).hasStatus()).isFalse();
    }

    @Test
    void anOldObjectOfAnotherKindSaysNothingAboutTheNewOne() {
        rules(new KindRules.NoStatus<>()).checkUpdate(OTHER, GROUP, Judged.in(ApiVersion.V1BETA1), Findings.counting());
        assertThat(asked).isEmpty();
    }
}
