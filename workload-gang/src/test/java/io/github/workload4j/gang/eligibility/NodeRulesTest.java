package io.github.workload4j.gang.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeRulesTest {

    private static final Map<String, String> LABELS = Map.of("disk", "ssd", "gen", "7", "odd", "x7", "empty", "");

    private static Node node(boolean cordoned, Taint... taints) {
        ObjectMeta metadata = ObjectMeta.of("n").toBuilder().labels(LABELS).build();
        return new Node(metadata, new NodeSpec(cordoned, List.of(taints)), NodeStatus.EMPTY);
    }

    private static boolean tolerated(Taint taint, String key, String operator, String value, String effect) {
        return new NodeRules(List.of(new Toleration(key, operator, value, effect)), Map.of(), null)
                .admits(node(false, taint));
    }

    @ParameterizedTest
    @CsvSource({
        "'',         '',     5, '',         true", // an empty key is every key
        "'',         '',     6, '',         false",
        "'',         Exists, 5, '',         true",
        "k,          '',     5, '',         true",
        "k,          Equal,  5, NoSchedule, true",
        "k,          Equal,  5, NoExecute,  false",
        "k,          Equal,  6, '',         false",
        "other,      Exists, 5, '',         false",
        "k,          Gt,     4, '',         true",
        "k,          Gt,     5, '',         false",
        "k,          Lt,     6, '',         true",
        "k,          Lt,     x, '',         false",
        "k,          equal,  5, '',         false",
    })
    void aTolerationMatchesByEffectKeyAndOperator(
            String key, String operator, String value, String effect, boolean yes) {
        assertThat(tolerated(new Taint("k", "5", "NoSchedule"), key, operator, value, effect))
                .isEqualTo(yes);
    }

    @Test
    void preferNoScheduleNeverBlocks() {
        NodeRules none = new NodeRules(List.of(), Map.of(), null);
        assertThat(none.admits(node(false, new Taint("k", "", "PreferNoSchedule"))))
                .isTrue();
        assertThat(none.admits(node(false, new Taint("k", "", "NoExecute")))).isFalse();
    }

    @Test
    void aCordonedNodeTakesPodsThatTolerateItsTaintOnly() {
        assertThat(new NodeRules(List.of(), Map.of(), null).admits(node(true))).isFalse();
        Toleration all = new Toleration("", "Exists", "", "");
        assertThat(new NodeRules(List.of(all), Map.of(), null).admits(node(true)))
                .isTrue();
        Toleration own = new Toleration("node.kubernetes.io/unschedulable", "Exists", "", "NoSchedule");
        assertThat(new NodeRules(List.of(own), Map.of(), null).admits(node(true)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "disk,   In,           ssd|hdd, true",
        "disk,   In,           hdd,     false",
        "none,   In,           hdd,     false",
        "none,   NotIn,        hdd,     true",
        "disk,   NotIn,        ssd,     false",
        "empty,  Exists,       '',      true",
        "none,   DoesNotExist, '',      true",
        "empty,  DoesNotExist, '',      false",
        "gen,    Gt,           6,       true",
        "gen,    Gt,           7,       false",
        "gen,    Lt,           8,       true",
        "odd,    Gt,           6,       false",
        "none,   Gt,           6,       false",
        "gen,    Gt,           6|5,     false",
        "disk,   In,           '',      false",
        "disk,   Exists,       ssd,     false",
        "disk,   Maybe,        ssd,     false",
    })
    void anExpressionHoldsByItsOperator(String key, String operator, String values, boolean yes) {
        NodeSelectorRequirement expression =
                new NodeSelectorRequirement(key, operator, values.isEmpty() ? List.of() : List.of(values.split("\\|")));
        assertThat(selects(new NodeSelectorTerm(List.of(expression), List.of())))
                .isEqualTo(yes);
    }

    private static boolean selects(NodeSelectorTerm... terms) {
        return new NodeRules(List.of(), Map.of(), new NodeSelector(List.of(terms))).admits(node(false));
    }

    @Test
    void anEmptyTermHoldsForNoNodeAndASelectorWithoutTermsNeither() {
        assertThat(selects()).isFalse();
        assertThat(selects(new NodeSelectorTerm(List.of(), List.of()))).isFalse();
    }

    @Test
    void aMalformedTermLeavesTheOthersAsTheyAre() {
        NodeSelectorTerm malformed =
                new NodeSelectorTerm(List.of(new NodeSelectorRequirement("disk", "Maybe", List.of("ssd"))), List.of());
        NodeSelectorTerm good =
                new NodeSelectorTerm(List.of(new NodeSelectorRequirement("disk", "Exists", List.of())), List.of());
        assertThat(selects(malformed, good)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "bad key,       DoesNotExist, ''",
        "-bad,          NotIn,        a",
        "Upper.org/key, DoesNotExist, ''",
        "/key,          DoesNotExist, ''",
        "a/b/c,         DoesNotExist, ''",
        "none,          NotIn,        a b",
        "none,          NotIn,        ok|-no",
        "gen,           Gt,           -1", // a number, but no label has such a value
    })
    void anExpressionThatNoLabelCanMeetSpoilsItsTermOnly(String key, String operator, String values) {
        NodeSelectorRequirement expression =
                new NodeSelectorRequirement(key, operator, values.isEmpty() ? List.of() : List.of(values.split("\\|")));
        NodeSelectorTerm malformed = new NodeSelectorTerm(List.of(expression), List.of());
        assertThat(selects(malformed)).isFalse();
        NodeSelectorTerm good =
                new NodeSelectorTerm(List.of(new NodeSelectorRequirement("disk", "Exists", List.of())), List.of());
        assertThat(selects(malformed, good)).isTrue();
    }

    @Test
    void keysAndValuesOfLabelsCanBeRead() {
        for (String key : List.of("a", "A_b.c-9", "example.com/a", "x-y.z/B", "a".repeat(253) + "/" + "b".repeat(63))) {
            assertThat(LabelSyntax.isKey(key)).as(key).isTrue();
        }
        for (String key : List.of("", "a/", "a./b", "a.-b/c", "a-/b", "é", "a".repeat(64), "a".repeat(254) + "/b")) {
            assertThat(LabelSyntax.isKey(key)).as(key).isFalse();
        }
        assertThat(LabelSyntax.isValue("")).isTrue();
        assertThat(LabelSyntax.isValue("a".repeat(63))).isTrue();
        assertThat(LabelSyntax.isValue("a".repeat(64))).isFalse();
        assertThat(LabelSyntax.isValue("a/b")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "metadata.name,      In,     n,   true",
        "metadata.name,      NotIn,  n,   false",
        "metadata.name,      NotIn,  m,   true",
        "metadata.name,      Exists, n,   false",
        "metadata.namespace, NotIn,  m,   false",
        "metadata.name,      In,     n|m, false",
    })
    void onlyTheNameIsAFieldAndItHasOneValue(String key, String operator, String values, boolean yes) {
        NodeSelectorRequirement field = new NodeSelectorRequirement(key, operator, List.of(values.split("\\|")));
        assertThat(selects(new NodeSelectorTerm(List.of(), List.of(field)))).isEqualTo(yes);
    }

    @Test
    void aPodOnTheNodesNetworkWithUsersOfItsOwnNeedsANodeThatDeclaresIt() {
        String feature = "UserNamespacesHostNetworkSupport";
        Node plain = node(false);
        NodeStatus able = new NodeStatus(Map.of(), Map.of(), List.of(feature), "");
        Node declaring = new Node(plain.metadata(), plain.spec(), able);
        PodSpec own = PodSpec.builder().hostNetwork(true).hostUsers(false).build();
        Pod pod = new Pod(ObjectMeta.of("ns", "p"), own, PodStatus.EMPTY);
        NodeRules rules = NodeRules.of(pod, SchedulerRules.of(KubernetesRelease.V1_37, ClusterSetup.OPEN));
        assertThat(rules.lacking(plain)).containsExactly(feature);
        assertThat(rules.admits(plain)).isFalse();
        assertThat(rules.admits(declaring)).isTrue();
        NodeRules earlier = NodeRules.of(pod, SchedulerRules.of(KubernetesRelease.V1_35, ClusterSetup.OPEN));
        assertThat(earlier.admits(plain)).isTrue();
        Pod usual = new Pod(
                ObjectMeta.of("ns", "p"), PodSpec.builder().hostNetwork(true).build(), PodStatus.EMPTY);
        assertThat(NodeRules.of(usual, SchedulerRules.of(KubernetesRelease.V1_37, ClusterSetup.OPEN))
                        .admits(plain))
                .isTrue();
    }

    private static NodeRules of(PodSpec.Builder spec, FeatureGates gates) {
        Pod pod = new Pod(ObjectMeta.of("ns", "p"), spec.build(), PodStatus.EMPTY);
        return NodeRules.of(pod, new SchedulerRules(KubernetesRelease.V1_37, gates));
    }

    @Test
    void aTolerationThatComparesToleratesNothingWhereThatIsOff() {
        Node five = node(false, new Taint("k", "5", "NoSchedule"));
        Node other = node(false, new Taint("other", "", "NoSchedule"));
        PodSpec.Builder spec = PodSpec.builder()
                .tolerations(List.of(
                        new Toleration("k", "Gt", "4", ""),
                        new Toleration("k", "Lt", "6", ""),
                        new Toleration("other", "Exists", "", "")));
        FeatureGates on = FeatureGates.of(FeatureGate.TAINT_TOLERATION_COMPARISON_OPERATORS);
        FeatureGates off = FeatureGates.DEFAULTS.with(FeatureGate.TAINT_TOLERATION_COMPARISON_OPERATORS, false);
        assertThat(of(spec, on).admits(five)).isTrue();
        assertThat(of(spec, off).admits(five)).isFalse();
        assertThat(of(spec, off).admits(other)).isTrue();
    }

    @Test
    void rulesAreEqualByContent() {
        NodeRules some = new NodeRules(List.of(), Map.of("disk", "ssd"), null);
        assertThat(some)
                .isEqualTo(new NodeRules(List.of(), Map.of("disk", "ssd"), null))
                .hasSameHashCodeAs(new NodeRules(List.of(), Map.of("disk", "ssd"), null))
                .isNotEqualTo(null)
                .isNotEqualTo(new NodeRules(List.of(), Map.of("disk", "hdd"), null))
                .isNotEqualTo(
                        new NodeRules(List.of(new Toleration("k", "Exists", "", "")), Map.of("disk", "ssd"), null))
                .isNotEqualTo(new NodeRules(List.of(), Map.of("disk", "ssd"), new NodeSelector(List.of())));
        assertThat(some.hashCode()).isNotZero();
        PodSpec.Builder plain = PodSpec.builder().hostNetwork(true);
        NodeRules without = of(plain, FeatureGates.DEFAULTS);
        assertThat(of(plain.hostUsers(false), FeatureGates.DEFAULTS)).isNotEqualTo(without);
    }

    @Test
    void aSelectorIsReadLikeARequiredNodeAffinity() {
        NodeSelectorRequirement fast = new NodeSelectorRequirement("disk", "In", List.of("ssd"));
        NodeSelectorRequirement slow = new NodeSelectorRequirement("disk", "In", List.of("hdd"));
        Node node = node(false);
        assertThat(NodeRules.isSelected(node, selector(fast))).isTrue();
        assertThat(NodeRules.isSelected(node, selector(slow))).isFalse();
        assertThat(NodeRules.isSelected(node, selector(slow, fast))).isTrue();
    }

    private static NodeSelector selector(NodeSelectorRequirement... anyOf) {
        return new NodeSelector(Arrays.stream(anyOf)
                .map(each -> new NodeSelectorTerm(List.of(each), List.of()))
                .toList());
    }
}
