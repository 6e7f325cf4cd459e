package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.policy.rule.RuleOptions.Demand;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodRulesTest {

    @Test
    void aWorkloadRefHasWellFormedNames() {
        assertThat(create("workloadRef: {name: w, podGroup: ranks, podGroupReplicaKey: a}"))
                .isEmpty();
        assertThat(create("workloadRef: {name: w, podGroup: ranks}"))
                .as("the replica key is optional")
                .isEmpty();
        assertThat(create("workloadRef: {name: W, podGroup: a.b, podGroupReplicaKey: A}"))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("A1-P1", "A1-P2", "A1-P3");
    }

    @Test
    void aSchedulingGroupNamesAGroup() {
        assertThat(create("schedulingGroup: {podGroupName: a.b}")).isEmpty();
        assertThat(create("schedulingGroup: {}"))
                .containsExactly("A2-P1 spec.schedulingGroup.podGroupName: Invalid value: null: must specify one of:"
                        + " `podGroupName`");
        assertThat(create("schedulingGroup: {podGroupName: B}"))
                .singleElement()
                .asString()
                .startsWith("A2-P2 spec.schedulingGroup.podGroupName: Invalid value: \"B\"");
    }

    @Test
    void aReferenceThatIsDroppedIsForbiddenOnDemand() {
        RuleContext off = Judged.without(ApiVersion.V1BETA1, FeatureGate.GENERIC_WORKLOAD);
        RuleContext strict = new RuleContext(
                off.release(), off.version(), off.gates(), off.options().with(Demand.NO_DROPPED_FIELDS, true));
        Pod pod = pod("schedulingGroup: {podGroupName: a}");
        assertThat(Judged.by(at -> PodRules.create(pod, off, at))).isEmpty();
        assertThat(Judged.by(at -> PodRules.create(pod, strict, at)))
                .containsExactly("OPEN-10 spec.schedulingGroup: Forbidden");
    }

    @Test
    void aPodOfAGroupNamesNobodyToBeAskedBeforeItIsEvicted() {
        Pod pod = pod("schedulingGroup: {podGroupName: a}, evictionResponders: [{name: example.com/r, priority: 1}]");
        RuleContext stock = Judged.in(ApiVersion.V1BETA1);
        assertThat(Judged.by(at -> PodRules.create(pod, stock, at)))
                .as("the gate is off by default, and the field dropped")
                .isEmpty();
        RuleContext on = new RuleContext(
                stock.release(),
                stock.version(),
                stock.gates().with(FeatureGate.EVICTION_REQUEST_API, true),
                stock.options());
        assertThat(Judged.by(at -> PodRules.create(pod, on, at)))
                .containsExactly("B-P1 spec.schedulingGroup: Forbidden: may not be set when evictionResponders is set");
        assertThat(Judged.by(at -> PodRules.update(pod, pod, stock, at)))
                .as("what is stored stays")
                .containsExactly("B-P1 spec.schedulingGroup: Forbidden: may not be set when evictionResponders is set");
        assertThat(Judged.by(at -> PodRules.create(pod, Judged.in(ApiVersion.V1ALPHA2), at)))
                .containsExactly(
                        "R-3 spec.evictionResponders: Forbidden: the field is one of Kubernetes 1.37 and later");
    }

    @Test
    void aPodStaysInItsGroup() {
        Pod old = pod("schedulingGroup: {podGroupName: a}");
        for (String other : List.of("schedulingGroup: {podGroupName: b}", "")) {
            assertThat(Judged.by(at -> PodRules.update(old, pod(other), Judged.in(ApiVersion.V1BETA1), at)))
                    .containsExactly("A1-PU spec: Forbidden: pod updates may not change the group a pod belongs to");
        }
        assertThat(Judged.by(at -> PodRules.update(old, old, Judged.in(ApiVersion.V1BETA1), at)))
                .isEmpty();
    }

    private static List<String> create(String spec) {
        ApiVersion version = spec.startsWith("workloadRef") ? ApiVersion.V1ALPHA1 : ApiVersion.V1BETA1;
        return Judged.by(at -> PodRules.create(pod(spec), Judged.in(version), at));
    }

    private static Pod pod(String spec) {
        return Judged.object(Pod.class, "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {" + spec + "}\n");
    }
}
