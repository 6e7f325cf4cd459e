package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

class V1Alpha1WorkloadRulesTest {

    @Test
    void aWorkloadHasOneToEightGroups() {
        assertThat(create("")).containsExactly("A1-6 spec.podGroups: Required value: must have at least one item");
        String group = "{name: a, policy: {}}, ";
        assertThat(create("podGroups: [" + group.repeat(9) + "]"))
                .as("the items are not judged")
                .containsExactly("A1-7 spec.podGroups: Too many: 9: must have at most 8 items");
    }

    @Test
    void aGroupHasANameOfItsOwnAndOnePolicy() {
        assertThat(create("podGroups: [{name: a, policy: {basic: {}}}, {name: a, policy: {}}, {name: b, policy: {basic:"
                        + " {}, gang: {minCount: 0}}}, {name: c, policy: {gang: {minCount: 0}}}]"))
                .containsExactly(
                        "A1-9 spec.podGroups[1].name: Duplicate value: \"a\"",
                        "A1-10 spec.podGroups[1].policy: Required value: exactly one of `basic`, `gang` is required",
                        "A1-11 spec.podGroups[2].policy: Invalid value: \"{`basic`, `gang`}\": exactly one of `basic`,"
                                + " `gang` is required, but multiple fields are set",
                        "A1-12 spec.podGroups[3].policy.gang.minCount: Invalid value: 0: must be greater than zero");
    }

    @Test
    void anEmptyNameIsMalformedRatherThanMissing() {
        assertThat(create("podGroups: [{name: \"\", policy: {basic: {}}}]"))
                .singleElement()
                .asString()
                .startsWith("A1-8 spec.podGroups[0].name: Invalid value: \"\"");
    }

    @Test
    void theControllerMayBeSetOnceAndTheGroupsNotChange() {
        String groups = "podGroups: [{name: a, policy: {basic: {}}}]";
        String job = ", controllerRef: {kind: Job, name: ";
        assertThat(update(groups, groups + job + "x}")).isEmpty();
        assertThat(update(groups + job + "x}", groups + job + "z}"))
                .singleElement()
                .asString()
                .startsWith("A1-U1 spec.controllerRef: Invalid value: {");
        assertThat(update(groups + job + "x}", groups))
                .containsExactly("A1-U1 spec.controllerRef: Invalid value: null: field is immutable");
        assertThat(update(groups, "podGroups: [{name: b, policy: {basic: {}}}]"))
                .singleElement()
                .asString()
                .startsWith("A1-U2 spec.podGroups: Invalid value: [{\"name\":\"b\"");
    }

    @Test
    void anUpdateIsJudgedByTheRulesOfCreateAsWell() {
        String bad = "podGroups: [{name: a, policy: {}}]";
        assertThat(update(bad, bad)).singleElement().asString().startsWith("A1-10 ");
    }

    private static List<String> create(String spec) {
        return Judged.by(at -> V1Alpha1WorkloadRules.create(workload(spec).spec(), at));
    }

    private static List<String> update(String old, String updated) {
        return Judged.by(at -> V1Alpha1WorkloadRules.update(
                workload(old).spec(), workload(updated).spec(), at));
    }

    private static Workload workload(String spec) {
        return Judged.object(
                Workload.class,
                "apiVersion: scheduling.k8s.io/v1alpha1\nkind: Workload\nmetadata: {name: w}\nspec: {" + spec + "}\n");
    }
}
