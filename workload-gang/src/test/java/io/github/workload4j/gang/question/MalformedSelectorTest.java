package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedSelectorTest {

    private static final String NODE =
            "{apiVersion: v1, kind: Node, metadata: {name: n1, labels: {zone: a}}, status: {allocatable: {pods: 9}}}";
    private static final String GROUP = "{apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g}, "
            + "spec: {schedulingPolicy: {basic: {}}}}";
    private static final String AFFINITY = "affinity: {%s: {requiredDuringSchedulingIgnoredDuringExecution: "
            + "[{topologyKey: zone, labelSelector: {matchExpressions: [%s]}}]}}";
    private static final String SPREAD =
            "topologySpreadConstraints: [{maxSkew: 9, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, "
                    + "labelSelector: {matchExpressions: [%s]}}]";

    private static ApiObject read(String text) {
        return ((Decoded) ManifestReader.strict().read(text).get(0)).object();
    }

    private static Pod pod(String name, String spec) {
        return (Pod) read(
                "{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", labels: {app: x}}, spec: {" + spec + "}}");
    }

    private static String verdict(String member, String running) {
        ClusterSnapshot snapshot = ClusterSnapshot.of(
                List.of((Node) read(NODE)),
                List.of(
                        pod("p", "schedulingGroup: {podGroupName: g}, " + member),
                        pod("r", "nodeName: n1, " + running)));
        Groups groups = Groups.of(List.of((SchedulingObject) read(GROUP)));
        return Feasibility.answer(snapshot, groups, GroupRef.podGroup("", "g"), Budget.DEFAULT)
                .word();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "podAntiAffinity; {key: app, operator: In}",
                "podAntiAffinity; {key: app, operator: Maybe, values: [other]}",
                "podAffinity; {key: none, operator: NotIn}",
                "podAffinity; {key: app, operator: Exists, values: [x]}",
                "podAntiAffinity; {key: none, operator: In, values: ['a b']}",
                "podAffinity; {key: -none, operator: DoesNotExist}",
            })
    void aPodWhoseTermCannotBeReadFitsNoNode(String rule, String expression) {
        assertThat(verdict(AFFINITY.formatted(rule, expression), "")).isEqualTo("infeasible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{key: app, operator: In}", "{key: app, operator: DoesNotExist, values: [x]}"})
    void aPodWhoseSpreadConstraintCannotBeReadFitsNoNode(String expression) {
        assertThat(verdict(SPREAD.formatted(expression), "")).isEqualTo("infeasible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"podAffinity", "podAntiAffinity"})
    void aNamespaceSelectorThatCannotBeReadIsNoBetter(String rule) {
        String term = "affinity: {%s: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone, "
                + "labelSelector: {matchLabels: {app: %s}}, namespaceSelector: {matchLabels: {team: %s}}}]}}";
        String other = rule.equals("podAffinity") ? "x" : "other";
        assertThat(verdict(term.formatted(rule, other, "'a b'"), "")).isEqualTo("infeasible");
    }

    @Test
    void theSameRulesWellFormedLetThePodIn() {
        assertThat(verdict(AFFINITY.formatted("podAntiAffinity", "{key: app, operator: NotIn, values: [x]}"), ""))
                .isEqualTo("feasible");
        assertThat(verdict(AFFINITY.formatted("podAffinity", "{key: app, operator: Exists}"), ""))
                .isEqualTo("feasible");
        assertThat(verdict(SPREAD.formatted("{key: app, operator: In, values: [x]}"), ""))
                .isEqualTo("feasible");
    }

    @Test
    void aTermOfARunningPodThatCannotBeReadRepelsNobody() {
        String malformed = AFFINITY.formatted("podAntiAffinity", "{key: none, operator: NotIn}");
        assertThat(verdict("", malformed)).isEqualTo("feasible");
        assertThat(verdict("", malformed.replace("NotIn", "DoesNotExist"))).isEqualTo("infeasible");
    }
}
