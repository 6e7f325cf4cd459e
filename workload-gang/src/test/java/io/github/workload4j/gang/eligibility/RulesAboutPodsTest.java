package io.github.workload4j.gang.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.inside.Inside;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Affinity, anti-affinity and spread in numbers, on nodes a1, a2 and b1 of racks a and b, and on one of no rack. */
class RulesAboutPodsTest {

    private static final SchedulerRules RULES =
            new SchedulerRules(KubernetesRelease.V1_38, KubernetesRelease.V1_38.workloadGates());

    private static final LabelSelector WEB = new LabelSelector(Map.of("app", "web"), List.of());
    private static final LabelSelector UNREADABLE =
            new LabelSelector(Map.of(), List.of(new LabelSelectorRequirement("app", "Like", List.of("w"))));

    private static Node node(String name, Map<String, String> labels, Taint... taints) {
        return new Node(
                ObjectMeta.of(name).toBuilder().labels(labels).build(),
                new NodeSpec(false, List.of(taints)),
                new NodeStatus(Map.of(), Map.of("pods", Quantity.of(10))));
    }

    private static final List<Node> NODES = List.of(
            node("a1", Map.of("rack", "a")),
            node("a2", Map.of("rack", "a"), new Taint("k", "", "NoSchedule")),
            node("b1", Map.of("rack", "b", "zone", "z")),
            node("c1", Map.of()));

    private static Pod pod(String name, Map<String, String> labels, PodSpec.Builder spec) {
        return new Pod(ObjectMeta.of("ml", name).toBuilder().labels(labels).build(), spec.build(), PodStatus.EMPTY);
    }

    private static Pod web(String name, String node) {
        return pod(name, Map.of("app", "web", "v", "1"), PodSpec.builder().nodeName(node));
    }

    private static PodAffinityTerm term(String key, LabelSelector selector) {
        return new PodAffinityTerm(selector, List.of(), null, key, List.of(), List.of());
    }

    private static PodSpec.Builder apart(PodAffinityTerm... terms) {
        return PodSpec.builder().affinity(new Affinity(null, List.of(), List.of(terms)));
    }

    private static PodSpec.Builder together(PodAffinityTerm... terms) {
        return PodSpec.builder().affinity(new Affinity(null, List.of(terms), List.of()));
    }

    private static ClusterView view(Pod... pods) {
        Namespace other = new Namespace(
                ObjectMeta.of("other").toBuilder().labels(Map.of("team", "x")).build());
        return Inside.of(ClusterSnapshot.of(NODES, List.of(pods), List.of(other)))
                .view();
    }

    private static List<Integer> left(Pod pod, ClusterView view) {
        long[] eligible = {0b1111};
        PodAntiAffinity.forbid(pod, view, PodAntiAffinity.Repelled.of(view).terms(), eligible);
        List<Integer> nodes = new ArrayList<>();
        for (int n = 0; n < view.nodes(); n++) {
            if ((eligible[0] >> n & 1) == 1) {
                nodes.add(n);
            }
        }
        return nodes;
    }

    @Test
    void aTermClosesTheDomainsOfPodsThatItMatches() {
        Pod pod = pod("p", Map.of(), apart(term("rack", WEB)));
        assertThat(left(pod, view())).containsExactly(0, 1, 2, 3);
        assertThat(left(pod, view(web("w", "a2")))).containsExactly(2, 3);
        assertThat(left(pod, view(web("w", "b1")))).containsExactly(0, 1, 3);
        assertThat(left(pod, view(web("w", "c1")))).containsExactly(0, 1, 2, 3);
        assertThat(left(pod("p", Map.of(), apart(term("rack", null))), view(web("w", "a2"))))
                .hasSize(4);
    }

    @Test
    void aPodOnANodeKeepsOthersFromItsDomain() {
        Pod jealous = pod("j", Map.of(), apart(term("rack", WEB)).nodeName("b1"));
        ClusterView view = view(jealous);
        assertThat(left(web("w", ""), view)).containsExactly(0, 1, 3);
        assertThat(left(pod("p", Map.of(), PodSpec.builder()), view)).hasSize(4);
        assertThat(PodAntiAffinity.Repelled.of(view).terms())
                .extracting(PodAntiAffinity.Closed::term)
                .containsExactlyElementsOf(PodAntiAffinity.terms(jealous));
        assertThat(PodAntiAffinity.Repelled.NONE.terms()).isEmpty();
        Pod nowhere = pod("j", Map.of(), apart(term("rack", WEB)).nodeName("c1"));
        assertThat(left(web("w", ""), view(nowhere))).hasSize(4);
    }

    @Test
    void aTermThatCannotBeReadClosesAllNodesToItsOwnerAndNoneToOthers() {
        PodSpec.Builder spec = apart(term("rack", UNREADABLE));
        assertThat(left(pod("p", Map.of(), spec), view())).isEmpty();
        assertThat(left(web("w", ""), view(pod("p", Map.of(), spec.nodeName("a1")))))
                .hasSize(4);
    }

    @Test
    void keysBetweenPodsAreThoseOfTermsOfEitherThatMatchTheOther() {
        ClusterView view = view();
        Pod one = pod("p", Map.of("app", "db"), apart(term("rack", WEB), term("zone", WEB)));
        Pod other = pod(
                "w",
                Map.of("app", "web"),
                apart(term("zone", LabelSelector.EVERYTHING), term("host", WEB), term("x", LabelSelector.EVERYTHING)));
        assertThat(PodAntiAffinity.keysBetween(one, other, view)).containsExactly("rack", "zone", "x");
        assertThat(PodAntiAffinity.keysBetween(other, one, view)).containsExactly("zone", "x", "rack");
        assertThat(PodAntiAffinity.keysBetween(one, one, view)).isEmpty();
    }

    @Test
    void namespacesOfATermAreThoseNamedOrSelectedElseTheOwners() {
        Pod elsewhere = new Pod(
                ObjectMeta.of("other", "w").toBuilder()
                        .labels(Map.of("app", "web"))
                        .build(),
                PodSpec.builder().nodeName("b1").build(),
                PodStatus.EMPTY);
        ClusterView view = view(elsewhere);
        LabelSelector team = new LabelSelector(Map.of("team", "x"), List.of());
        LabelSelector nobody = new LabelSelector(Map.of("team", "y"), List.of());
        assertThat(left(pod("p", Map.of(), apart(term("rack", WEB))), view)).hasSize(4);
        assertThat(left(pod("p", Map.of(), apart(in(List.of("other"), null))), view))
                .containsExactly(0, 1, 3);
        assertThat(left(pod("p", Map.of(), apart(in(List.of(), team))), view)).containsExactly(0, 1, 3);
        assertThat(left(pod("p", Map.of(), apart(in(List.of(), nobody))), view)).hasSize(4);
        assertThat(left(pod("p", Map.of(), apart(in(List.of("ml"), nobody))), view))
                .hasSize(4);
        assertThat(left(pod("p", Map.of(), apart(in(List.of(), UNREADABLE))), view))
                .isEmpty();
    }

    private static PodAffinityTerm in(List<String> namespaces, LabelSelector selector) {
        return new PodAffinityTerm(WEB, namespaces, selector, "rack", List.of(), List.of());
    }

    @Test
    void aTermAsksForLabelsOfNamespacesIfItsSelectorIsNotOfAll() {
        Pod pod = pod(
                "p", Map.of(), apart(term("rack", WEB), in(List.of(), LabelSelector.EVERYTHING), in(List.of(), WEB)));
        assertThat(PodAntiAffinity.terms(pod))
                .extracting(PodTerm::asksForNamespaceLabels)
                .containsExactly(false, false, true);
    }

    @Test
    void valuesOfTheOwnerAreSharedOrNot() {
        PodAffinityTerm same = new PodAffinityTerm(WEB, List.of(), null, "rack", List.of("v", "none"), List.of());
        PodAffinityTerm other = new PodAffinityTerm(WEB, List.of(), null, "rack", List.of(), List.of("v"));
        PodAffinityTerm nobody = new PodAffinityTerm(null, List.of(), null, "rack", List.of("v"), List.of());
        ClusterView view = view(web("w", "b1"));
        assertThat(left(pod("p", Map.of("v", "1"), apart(same)), view)).containsExactly(0, 1, 3);
        assertThat(left(pod("p", Map.of("v", "2"), apart(same)), view)).hasSize(4);
        assertThat(left(pod("p", Map.of("v", "1"), apart(other)), view)).hasSize(4);
        assertThat(left(pod("p", Map.of("v", "2"), apart(other)), view)).containsExactly(0, 1, 3);
        assertThat(left(pod("p", Map.of("v", "1"), apart(nobody)), view)).hasSize(4);
    }

    @Test
    void affinityCountsPodsThatMatchAllTerms() {
        Pod pod = pod("p", Map.of("app", "web"), together(term("rack", WEB), term("zone", LabelSelector.EVERYTHING)));
        ClusterView view = view(
                web("w1", "a1"),
                web("w2", "a2"),
                web("w3", "b1"),
                web("w4", "c1"),
                pod("x", Map.of(), PodSpec.builder().nodeName("b1")));
        PodAffinity affinity = PodAffinity.of(pod, view);
        assertThat(affinity.counts()).isDeepEqualTo(new int[][] {{2, 1}, {1}});
        assertThat(affinity.domainOf()).isDeepEqualTo(new int[][] {{0, 0, 1, -1}, {-1, -1, 0, -1}});
        assertThat(affinity.selfMatching()).isTrue();
        assertThat(affinity.counts(web("w", ""), view)).isTrue();
        assertThat(affinity.counts(pod("x", Map.of(), PodSpec.builder()), view)).isFalse();
        assertThat(PodAffinity.of(pod("p", Map.of(), together(term("rack", WEB))), view)
                        .selfMatching())
                .isFalse();
        assertThat(PodAffinity.terms(web("w", ""))).isEmpty();
    }

    private static TopologySpreadConstraint.Builder spread(String key) {
        return TopologySpreadConstraint.builder()
                .maxSkew(2)
                .topologyKey(key)
                .whenUnsatisfiable("DoNotSchedule")
                .labelSelector(WEB);
    }

    private static TopologySpread only(Pod pod, ClusterView view) {
        List<TopologySpread> rules = TopologySpread.of(pod, view, RULES);
        assertThat(rules).hasSize(1);
        return rules.get(0);
    }

    private static Pod spread(TopologySpreadConstraint... constraints) {
        return pod(
                "p", Map.of("app", "web", "v", "1"), PodSpec.builder().topologySpreadConstraints(List.of(constraints)));
    }

    @Test
    void spreadCountsPodsOfItsNamespaceThatStay() {
        Pod leaving = new Pod(
                ObjectMeta.of("ml", "l").toBuilder()
                        .labels(Map.of("app", "web"))
                        .deletionTimestamp(Instant.EPOCH)
                        .build(),
                PodSpec.builder().nodeName("a1").build(),
                PodStatus.EMPTY);
        Pod elsewhere = new Pod(
                ObjectMeta.of("other", "w").toBuilder()
                        .labels(Map.of("app", "web"))
                        .build(),
                PodSpec.builder().nodeName("a1").build(),
                PodStatus.EMPTY);
        ClusterView view = view(web("w1", "a1"), web("w2", "a2"), web("w3", "c1"), leaving, elsewhere);
        TopologySpread spread = only(spread(spread("rack").build()), view);
        assertThat(spread.counts()).containsExactly(2, 0);
        assertThat(spread.domainOf()).containsExactly(0, 0, 1, -1);
        assertThat(spread.eligible()).containsExactly(true, true, true, false);
        assertThat(spread.exists()).containsExactly(true, true);
        assertThat(spread.selfMatching()).isTrue();
        assertThat(spread.maxSkew()).isEqualTo(2);
        assertThat(spread.counts(web("w", ""))).isTrue();
        assertThat(spread.counts(elsewhere)).isFalse();
        assertThat(spread.counts(pod("x", Map.of(), PodSpec.builder()))).isFalse();
    }

    @Test
    void spreadThatDoesNotBlockIsNone() {
        TopologySpreadConstraint preferred =
                spread("rack").whenUnsatisfiable("ScheduleAnyway").build();
        assertThat(TopologySpread.of(spread(preferred), view(), RULES)).isEmpty();
        assertThat(TopologySpread.blocking(spread(preferred, spread("rack").build())))
                .hasSize(1);
    }

    @Test
    void nodesOfASpreadHaveAllKeysAndTheRulesOfThePod() {
        List<TopologySpread> two =
                TopologySpread.of(spread(spread("rack").build(), spread("zone").build()), view(), RULES);
        assertThat(two)
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.eligible()).containsExactly(false, false, true, false));
        Pod honoring = spread(spread("rack").nodeTaintsPolicy("Honor").build());
        assertThat(only(honoring, view()).eligible()).containsExactly(true, false, true, false);
        PodSpec.Builder picky = PodSpec.builder()
                .nodeSelector(Map.of("zone", "z"))
                .topologySpreadConstraints(List.of(spread("rack").build()));
        assertThat(only(pod("p", Map.of(), picky), view()).eligible()).containsExactly(false, false, true, false);
        assertThat(only(pod("p", Map.of(), picky), view()).exists()).containsExactly(false, true);
        PodSpec.Builder ignoring = PodSpec.builder()
                .nodeSelector(Map.of("zone", "z"))
                .topologySpreadConstraints(
                        List.of(spread("rack").nodeAffinityPolicy("Ignore").build()));
        assertThat(only(pod("p", Map.of(), ignoring), view()).eligible()).containsExactly(true, true, true, false);
    }

    @Test
    void aSpreadThatCannotBeReadHasNoNodeAndOneWithoutSelectorNoPod() {
        TopologySpread unreadable =
                only(spread(spread("rack").labelSelector(UNREADABLE).build()), view());
        assertThat(unreadable.eligible()).containsOnly(false);
        assertThat(unreadable.domainOf()).containsOnly(-1);
        TopologySpread none = only(
                spread(spread("rack")
                        .labelSelector(null)
                        .matchLabelKeys(List.of("v"))
                        .build()),
                view(web("w", "a1")));
        assertThat(none.counts()).containsOnly(0);
        assertThat(none.selfMatching()).isFalse();
    }

    @Test
    void aSpreadSharesValuesOfItsOwner() {
        Pod pod = spread(spread("rack").matchLabelKeys(List.of("v", "none")).build());
        Pod old = pod("o", Map.of("app", "web", "v", "0"), PodSpec.builder().nodeName("a1"));
        assertThat(only(pod, view(web("w", "b1"), old)).counts()).containsExactly(0, 1);
    }

    @Test
    void theMinimumIsZeroForWantOfDomains() {
        assertThat(only(spread(spread("rack").build()), view()).minimumIsZero()).isFalse();
        assertThat(only(spread(spread("rack").minDomains(2).build()), view()).minimumIsZero())
                .isFalse();
        assertThat(only(spread(spread("rack").minDomains(3).build()), view()).minimumIsZero())
                .isTrue();
        assertThat(only(spread(spread("nothing").build()), view()).minimumIsZero())
                .isTrue();
    }
}
