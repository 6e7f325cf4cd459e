package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.release.FeatureGate;
import java.util.List;
import org.junit.jupiter.api.Test;

class V1Alpha2RulesTest {

    private static final RuleContext CONTEXT = Judged.in(ApiVersion.V1ALPHA2);
    private static final RuleContext NO_PREEMPTION =
            Judged.without(ApiVersion.V1ALPHA2, FeatureGate.WORKLOAD_AWARE_PREEMPTION);

    @Test
    void aWorkloadHasOneToEightTemplates() {
        assertThat(createWorkload("")).containsExactly("A2-2 spec.podGroupTemplates: Required value");
        assertThat(createWorkload("podGroupTemplates: [" + "{name: a}, ".repeat(9) + "]"))
                .containsExactly("A2-3 spec.podGroupTemplates: Too many: 9: must have at most 8 items");
    }

    @Test
    void aCountOfZeroIsMissing() {
        assertThat(createWorkload("podGroupTemplates: [{name: a, schedulingPolicy: {gang: {minCount: 0}}}]"))
                .containsExactly("A2-7 spec.podGroupTemplates[0].schedulingPolicy.gang.minCount: Required value");
    }

    @Test
    void templatesAndGroupsHaveTheSameRulesUnderIdsOfTheirOwn() {
        String fields = "schedulingPolicy: {}, schedulingConstraints: {topology: [{key: \"\"}]}, resourceClaims: [{}],"
                + " disruptionMode: Node, priorityClassName: A, priority: 1000000001";
        List<String> ofTemplate = ids(createWorkload("podGroupTemplates: [{name: a, " + fields + "}]"));
        assertThat(ofTemplate).containsExactly("A2-6", "A2-10", "A2-14", "A2-13", "A2-16", "A2-17", "A2-18");
        assertThat(ids(createGroup(fields, CONTEXT)))
                .containsExactlyElementsOf(
                        ofTemplate.stream().map(id -> id.replace("A2-", "A2-G")).toList());
    }

    @Test
    void aGroupHasAModeOnceItsGateIsOn() {
        assertThat(createGroup("schedulingPolicy: {basic: {}}", CONTEXT))
                .containsExactly("A2-G16 spec.disruptionMode: Required value");
        assertThat(createGroup("schedulingPolicy: {basic: {}}", NO_PREEMPTION)).isEmpty();
        assertThat(createGroup("schedulingPolicy: {basic: {}}, disruptionMode: Pod", NO_PREEMPTION))
                .containsExactly("A2-G16 spec.disruptionMode: Forbidden");
    }

    @Test
    void aTemplateReferenceIsComplete() {
        String rest = ", schedulingPolicy: {basic: {}}, disruptionMode: Pod";
        assertThat(createGroup("podGroupTemplateRef: {}" + rest, CONTEXT))
                .containsExactly(
                        "A2-G1 spec.podGroupTemplateRef: Invalid value: \"\": must specify one of: `workload`");
        assertThat(createGroup("podGroupTemplateRef: {workload: {}}" + rest, CONTEXT))
                .containsExactly(
                        "A2-G2 spec.podGroupTemplateRef.workload.workloadName: Required value",
                        "A2-G3 spec.podGroupTemplateRef.workload.podGroupTemplateName: Required value");
    }

    @Test
    void nothingOfAWorkloadChanges() {
        String a = "podGroupTemplates: [{name: a, schedulingPolicy: {basic: {}}}]";
        assertThat(updateWorkload(a, a)).isEmpty();
        assertThat(updateWorkload(a, a + ", controllerRef: {kind: Job, name: j}"))
                .containsExactly("A2-U1 spec.controllerRef: Invalid value: null: field is immutable");
        assertThat(updateWorkload(a, "podGroupTemplates: []"))
                .containsExactly(
                        "A2-2 spec.podGroupTemplates: Required value",
                        "A2-U2 spec.podGroupTemplates: Invalid value: null: field is immutable");
    }

    @Test
    void nothingOfAGroupChanges() {
        String old = "schedulingPolicy: {gang: {minCount: 1}}, disruptionMode: Pod";
        String updated = "schedulingPolicy: {gang: {minCount: 2}}, disruptionMode: PodGroup, priority: 5";
        assertThat(updateGroup(old, old, CONTEXT)).isEmpty();
        assertThat(updateGroup(old, updated, CONTEXT)).hasSize(3).allMatch(line -> line.startsWith("A2-GU "));
        assertThat(updateGroup(old, updated, NO_PREEMPTION))
                .as("with its gate off, a field that changed is not fixed, but forbidden")
                .containsExactly(
                        "A2-GU spec.schedulingPolicy: Invalid value: null: field is immutable",
                        "A2-G16 spec.disruptionMode: Forbidden",
                        "A2-G18 spec.priority: Forbidden");
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
    }

    private static List<String> createWorkload(String spec) {
        return Judged.by(at -> V1Alpha2Rules.createWorkload(workload(spec).spec(), CONTEXT, at));
    }

    private static List<String> updateWorkload(String old, String updated) {
        return Judged.by(at -> V1Alpha2Rules.updateWorkload(
                workload(old).spec(), workload(updated).spec(), at));
    }

    private static List<String> createGroup(String spec, RuleContext context) {
        return Judged.by(at -> V1Alpha2Rules.createPodGroup(group(spec).spec(), context, at));
    }

    private static List<String> updateGroup(String old, String updated, RuleContext context) {
        return Judged.by(at ->
                V1Alpha2Rules.updatePodGroup(group(old).spec(), group(updated).spec(), context, at));
    }

    private static Workload workload(String spec) {
        return Judged.object(
                Workload.class,
                "apiVersion: scheduling.k8s.io/v1alpha2\nkind: Workload\nmetadata: {name: w}\nspec: {" + spec + "}\n");
    }

    private static PodGroup group(String spec) {
        return Judged.object(
                PodGroup.class,
                "apiVersion: scheduling.k8s.io/v1alpha2\nkind: PodGroup\nmetadata: {name: g}\nspec: {" + spec + "}\n");
    }
}
