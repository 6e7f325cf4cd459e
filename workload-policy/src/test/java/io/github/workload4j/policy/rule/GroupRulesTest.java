package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.release.FeatureGate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupRulesTest {

    private static final RuleContext CONTEXT = Judged.in(ApiVersion.V1ALPHA3);
    private static final String GOOD = "schedulingPolicy: {gang: {minCount: 2}}, disruptionMode: {single: {}}";
    private static final String COMPOSITE = "workloadRef: {workloadName: w, templateName: t}, schedulingPolicy: {gang:"
            + " {minGroupCount: 2}}, disruptionMode: {single: {}}";

    @Test
    void aGroupHasAPolicyAndAMode() {
        assertThat(create(GOOD, CONTEXT)).isEmpty();
        assertThat(create("", CONTEXT))
                .containsExactly(
                        "B-7 spec.schedulingPolicy: Invalid value: \"\": must specify one of: `basic`, `gang`",
                        "B-G4 spec.disruptionMode: Required value");
    }

    private static final String REF = ", workloadRef: {workloadName: w, templateName: t}";

    @Test
    void aParentNeedsATemplate() {
        assertThat(create(GOOD + ", parentCompositePodGroupName: p", CONTEXT))
                .containsExactly("B-G2 spec.workloadRef: Required value: must be set when"
                        + " parentCompositePodGroupName is set");
    }

    @Test
    void aParentNeedsItsGate() {
        String child = GOOD + REF + ", parentCompositePodGroupName: p";
        assertThat(create(child, CONTEXT)).isEmpty();
        assertThat(create(child, Judged.without(ApiVersion.V1ALPHA3, FeatureGate.COMPOSITE_POD_GROUP)))
                .containsExactly("B-G1 spec.parentCompositePodGroupName: Forbidden");
        assertThat(create(GOOD + REF + ", parentCompositePodGroupName: \"\"", CONTEXT))
                .as("an empty name is malformed")
                .hasSize(1);
    }

    @Test
    void aReferenceToATemplateIsComplete() {
        assertThat(create(GOOD + ", workloadRef: {}", CONTEXT))
                .containsExactly(
                        "B-G3 spec.workloadRef.workloadName: Required value",
                        "B-G3 spec.workloadRef.templateName: Required value");
    }

    @Test
    void ofAGroupOnlyTheCountMayChange() {
        assertThat(update(GOOD, GOOD.replace("minCount: 2", "minCount: 3"), CONTEXT))
                .isEmpty();
        assertThat(update(GOOD, GOOD.replace("single", "all") + ", priority: 3", CONTEXT))
                .containsExactly(
                        "B-GU spec.disruptionMode: Invalid value: null: field is immutable",
                        "B-GU spec.priority: Invalid value: null: field is immutable");
        assertThat(update(GOOD, "schedulingPolicy: {gang: {minCount: 2}}", CONTEXT))
                .containsExactly(
                        "B-GU spec.disruptionMode: Invalid value: null: field is immutable",
                        "B-G4 spec.disruptionMode: Required value");
    }

    @Test
    void constraintsMayBeTakenAwayWhileTheirGateIsOff() {
        RuleContext off = Judged.without(ApiVersion.V1ALPHA3, FeatureGate.TOPOLOGY_AWARE_WORKLOAD_SCHEDULING);
        String rack = GOOD + ", schedulingConstraints: {topology: [{key: rack}]}";
        assertThat(update(rack, GOOD, off)).isEmpty();
        assertThat(update(rack, GOOD, CONTEXT)).hasSize(1);
        assertThat(update(GOOD, rack, off)).containsExactly("B-7 spec.schedulingConstraints: Forbidden");
    }

    @Test
    void aCompositeNamesItsTemplate() {
        assertThat(createComposite(COMPOSITE)).isEmpty();
        assertThat(createComposite("schedulingPolicy: {gang: {minGroupCount: 0}}, disruptionMode: {}"))
                .containsExactly(
                        "B-C1 spec.workloadRef: Required value",
                        "B-11 spec.schedulingPolicy.gang.minGroupCount: Required value",
                        "B-C2 spec.disruptionMode: Invalid value: \"\": must specify one of: `single`, `all`");
    }

    @Test
    void nothingOfACompositeChangesNotEvenItsCount() {
        assertThat(updateComposite(COMPOSITE, COMPOSITE)).isEmpty();
        assertThat(updateComposite(COMPOSITE, COMPOSITE.replace("minGroupCount: 2", "minGroupCount: 3")))
                .containsExactly("B-CU spec.schedulingPolicy: Invalid value: null: field is immutable");
        assertThat(updateComposite(COMPOSITE, COMPOSITE + ", preemptionPolicy: Never"))
                .containsExactly("B-CU spec.preemptionPolicy: Invalid value: null: field is immutable");
    }

    private static List<String> create(String spec, RuleContext context) {
        return Judged.by(at -> GroupRules.createPodGroup(group(spec).spec(), context, at));
    }

    private static List<String> update(String old, String updated, RuleContext context) {
        return Judged.by(at ->
                GroupRules.updatePodGroup(group(old).spec(), group(updated).spec(), context, at));
    }

    private static List<String> createComposite(String spec) {
        return Judged.by(
                at -> GroupRules.createCompositePodGroup(composite(spec).spec(), CONTEXT, at));
    }

    private static List<String> updateComposite(String old, String updated) {
        return Judged.by(at -> GroupRules.updateCompositePodGroup(
                composite(old).spec(), composite(updated).spec(), CONTEXT, at));
    }

    private static PodGroup group(String spec) {
        return Judged.object(
                PodGroup.class,
                "apiVersion: scheduling.k8s.io/v1alpha3\nkind: PodGroup\nmetadata: {name: g}\nspec: {" + spec + "}\n");
    }

    private static CompositePodGroup composite(String spec) {
        return Judged.object(
                CompositePodGroup.class,
                "apiVersion: scheduling.k8s.io/v1alpha3\nkind: CompositePodGroup\nmetadata: {name: g}\nspec: {" + spec
                        + "}\n");
    }
}
