package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TemplateTreeRulesTest {

    @Test
    void aNameIsInOneListOnly() {
        assertThat(check("compositePodGroupTemplates: [{name: a, podGroupTemplates: [{name: b}]}, {name: b,"
                        + " podGroupTemplates: [{name: a}, {name: c}, {name: c}]}]"))
                .as("the one met later is at fault; c is twice in one list, which is another rule's business")
                .containsExactly(
                        "B-6 compositePodGroupTemplates[0].podGroupTemplates[0].name: Duplicate value: \"b\"",
                        "B-6 compositePodGroupTemplates[1].podGroupTemplates[0].name: Duplicate value: \"a\"");
    }

    @Test
    void aCompositeHasAChild() {
        assertThat(check("compositePodGroupTemplates: [{name: a}]"))
                .containsExactly(
                        "B-12 compositePodGroupTemplates[0]: Invalid value: \"a\": must have at least one child"
                                + " PodGroupTemplate or CompositePodGroupTemplate");
    }

    @Test
    void aTreeHasAtMostFourLevels() {
        assertThat(Judged.by(at -> TemplateTreeRules.check(tree(3), false, Judged.in(ApiVersion.V1BETA1), at)))
                .isEmpty();
        assertThat(Judged.by(at -> TemplateTreeRules.check(tree(4), false, Judged.in(ApiVersion.V1BETA1), at)))
                .containsExactly("B-13 compositePodGroupTemplates[0]: Invalid value: \"c4\": maximum template hierarchy"
                        + " depth is 4");
    }

    @Test
    void allTemplatesHaveOnePriority() {
        assertThat(check("podGroupTemplates: [{name: a, priority: 1}, {name: b, priority: 1}]"))
                .isEmpty();
        assertThat(check("podGroupTemplates: [{name: a, priority: 1}, {name: b}]"))
                .containsExactly("B-14 : Invalid value: null: detected multiple priority configurations");
        assertThat(check("compositePodGroupTemplates: [{name: a, podGroupTemplates: [{name: b,"
                        + " priorityClassName: x}]}]"))
                .hasSize(1);
    }

    @Test
    void aTreeNestedFourThousandDeepIsJudgedByItsDepth() {
        WorkloadSpec deep = tree(4_000);
        assertThat(TemplateTreeRules.isTooDeepToJudge(tree(99))).isFalse();
        assertThat(TemplateTreeRules.isTooDeepToJudge(deep)).isTrue();
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            RuleContext context = Judged.in(ApiVersion.V1ALPHA3);
            assertThat(Judged.by(at -> WorkloadRules.create(deep, context, at)))
                    .containsExactly("B-13 spec.compositePodGroupTemplates[0]: Invalid value: \"c4000\": maximum"
                            + " template hierarchy depth is 4");
            assertThat(Judged.by(at -> WorkloadRules.update(tree(4_000), deep, context, at)))
                    .hasSize(1);
            assertThat(Judged.by(at -> WorkloadRules.update(deep, tree(3), context, at)))
                    .as("what was stored may be as deep")
                    .isNotEmpty();
        });
    }

    private static WorkloadSpec tree(int composites) {
        CompositePodGroupTemplate template = CompositePodGroupTemplate.builder()
                .name("c1")
                .podGroupTemplates(PodGroupTemplate.gang("leaf", 1))
                .build();
        for (int i = 2; i <= composites; i++) {
            template = CompositePodGroupTemplate.builder()
                    .name("c" + i)
                    .compositePodGroupTemplates(template)
                    .build();
        }
        return new WorkloadSpec(null, List.of(), List.of(template));
    }

    private static List<String> check(String spec) {
        Workload workload = Judged.object(
                Workload.class,
                "apiVersion: scheduling.k8s.io/v1alpha3\nkind: Workload\nmetadata: {name: w}\nspec: {" + spec + "}\n");
        return Judged.by(at -> TemplateTreeRules.check(workload.spec(), false, Judged.in(ApiVersion.V1BETA1), at));
    }
}
