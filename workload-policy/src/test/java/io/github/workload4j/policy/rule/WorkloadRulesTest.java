package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.release.FeatureGate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadRulesTest {

    private static final RuleContext CONTEXT = Judged.in(ApiVersion.V1ALPHA3);
    private static final String LEAF = "{name: a, schedulingPolicy: {gang: {minCount: 1}}}";
    private static final String TREE =
            "compositePodGroupTemplates: [{name: c, schedulingPolicy: {gang: {minGroupCount: 1}},"
                    + " podGroupTemplates: [" + LEAF + "]}]";

    @Test
    void exactlyOneListHasTemplates() {
        assertThat(create("podGroupTemplates: [" + LEAF + "]")).isEmpty();
        assertThat(create(TREE)).isEmpty();
        assertThat(create(""))
                .containsExactly("B-1 spec: Invalid value: \"\": must specify one of: `podGroupTemplates`,"
                        + " `compositePodGroupTemplates`");
    }

    @Test
    void aListOfTemplatesIsJudgedAsAWholeFirst() {
        assertThat(create("podGroupTemplates: [" + "{name: a}, ".repeat(9) + "]"))
                .containsExactly("B-3 spec.podGroupTemplates: Too many: 9: must have at most 8 items");
        RuleContext off = Judged.without(ApiVersion.V1ALPHA3, FeatureGate.COMPOSITE_POD_GROUP);
        assertThat(Judged.by(at -> WorkloadRules.create(workload(TREE).spec(), off, at)))
                .containsExactly("B-4 spec.compositePodGroupTemplates: Forbidden");
    }

    @Test
    void namesOfOneListAreUnique() {
        assertThat(create("podGroupTemplates: [" + LEAF + ", " + LEAF + "]"))
                .singleElement()
                .asString()
                .startsWith("B-5 spec.podGroupTemplates[1]: Duplicate value: {\"name\":\"a\"");
    }

    @Test
    void countsOfTemplatesMayChange() {
        assertThat(update(
                        TREE,
                        TREE.replace("minGroupCount: 1", "minGroupCount: 2").replace("minCount: 1", "minCount: 7")))
                .isEmpty();
        assertThat(update(TREE, TREE.replace("minGroupCount: 1", "minGroupCount: 0")))
                .containsExactly("B-11 spec.compositePodGroupTemplates[0].schedulingPolicy.gang.minGroupCount: Required"
                        + " value");
    }

    @Test
    void aPolicyDoesNotSwitch() {
        assertThat(update(TREE, TREE.replace("gang: {minCount: 1}", "basic: {}")))
                .containsExactly(
                        "B-U3 spec.compositePodGroupTemplates[0].podGroupTemplates[0].schedulingPolicy.basic: Invalid"
                                + " value: null: field is immutable",
                        "B-U3 spec.compositePodGroupTemplates[0].podGroupTemplates[0].schedulingPolicy.gang: Invalid"
                                + " value: null: field cannot be cleared once set");
    }

    @Test
    void aRenamedTemplateIsOneAddedAndOneRemoved() {
        assertThat(update(
                        "podGroupTemplates: [" + LEAF + "]",
                        "podGroupTemplates: [" + LEAF.replace("name: a", "name: b") + "]"))
                .hasSize(2)
                .allMatch(line -> line.startsWith("B-U2 "));
    }

    @Test
    void otherFieldsOfATemplateDoNotChange() {
        assertThat(update(TREE, TREE.replace("name: a,", "name: a, disruptionMode: {},")))
                .as("what is fixed is not judged besides")
                .containsExactly("B-U5 spec.compositePodGroupTemplates[0].podGroupTemplates[0].disruptionMode: Invalid"
                        + " value: null: field is immutable");
        assertThat(update(TREE, TREE + ", controllerRef: {kind: Job, name: j}"))
                .containsExactly("B-U1 spec.controllerRef: Invalid value: null: field is immutable");
    }

    @Test
    void whatWasWrongBeforeIsNotJudgedAgain() {
        String bad = TREE.replace("minCount: 1", "minCount: -1");
        assertThat(create(bad)).hasSize(1);
        assertThat(update(bad, bad)).isEmpty();
    }

    private static List<String> create(String spec) {
        return Judged.by(at -> WorkloadRules.create(workload(spec).spec(), CONTEXT, at));
    }

    private static List<String> update(String old, String updated) {
        return Judged.by(at ->
                WorkloadRules.update(workload(old).spec(), workload(updated).spec(), CONTEXT, at));
    }

    private static Workload workload(String spec) {
        return Judged.object(
                Workload.class,
                "apiVersion: scheduling.k8s.io/v1alpha3\nkind: Workload\nmetadata: {name: w}\nspec: {" + spec + "}\n");
    }
}
