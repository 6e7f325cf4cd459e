package io.github.workload4j.testkit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.DomainFit;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.explain.Requirement;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.whatif.Evicted;
import io.github.workload4j.gang.whatif.Evictions;
import io.github.workload4j.gang.whatif.NearestFits;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.whatif.Suggestion;
import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.SmallClusters;
import io.github.workload4j.testkit.oracle.Oracle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Apply a suggestion to the objects and ask the oracle again: it fits; one step less: it does not. */
class WhatIfPropertyTest {

    private static String oracle(SmallCluster cluster) {
        return Oracle.of(cluster.nodes(), cluster.pods(), cluster.objects(), cluster.namespaces())
                .answer(cluster.group())
                .verdict();
    }

    private static List<Suggestion> suggestions(SmallCluster cluster) {
        return question(cluster)
                .map(question -> NearestFits.of(question, question.answer(Budget.DEFAULT), Budget.DEFAULT.meter()))
                .map(NearestFits::suggestions)
                .orElse(List.of());
    }

    private static Optional<GroupQuestion> question(SmallCluster cluster) {
        return GroupQuestion.of(snapshot(cluster), Groups.of(cluster.objects()), cluster.group());
    }

    private static ClusterSnapshot snapshot(SmallCluster cluster) {
        return cluster.snapshot();
    }

    @Property(seed = "81", tries = 500)
    void everySuggestionFitsAndOneStepLessDoesNot(@ForAll("clusters") SmallCluster cluster) {
        for (Suggestion suggestion : suggestions(cluster)) {
            Statistics.label("suggestion").collect(suggestion.getClass().getSimpleName());
            if (suggestion instanceof Suggestion.SmallerRequest less) {
                assertThat(oracle(asking(cluster, less, less.largest()))).isEqualTo("feasible");
                assertThat(less.exact()).isTrue();
                assertThat(oracle(asking(cluster, less, less.largest() + less.step())))
                        .isEqualTo("infeasible");
            } else if (suggestion instanceof Suggestion.LowerMinimum lower) {
                assertThat(lower.exact()).isTrue();
                if (lower.group().kind() != GroupRef.Kind.WORKLOAD) {
                    assertThat(oracle(minimum(cluster, lower.group(), lower.most())))
                            .isEqualTo("feasible");
                    assertThat(oracle(minimum(cluster, lower.group(), lower.most() + 1)))
                            .isEqualTo("infeasible");
                }
            } else if (suggestion instanceof Suggestion.WiderDomain wider) {
                assertThat(oracle(Changed.key(cluster, wider.group(), wider.wider())))
                        .isEqualTo("feasible");
                assertThat(wider.exact()).isTrue();
                assertThat(wider.tooNarrow()).isEqualTo(narrowerThan(wider, snapshot(cluster)));
                for (String narrower : wider.tooNarrow()) {
                    assertThat(oracle(Changed.key(cluster, wider.group(), narrower)))
                            .isEqualTo("infeasible");
                }
            } else if (suggestion instanceof Suggestion.WithoutRules rules) {
                everyRuleMustGo(cluster, rules);
            } else if (suggestion instanceof Suggestion.Uncordon open) {
                assertThat(oracle(opened(cluster, open.nodes(), ""))).isEqualTo("feasible");
                assertThat(open.exact()).isTrue();
                for (String stays : open.nodes()) {
                    assertThat(oracle(opened(cluster, open.nodes(), stays))).isEqualTo("infeasible");
                }
            }
        }
    }

    /**
     * {@return the levels between the group's own and the suggested one, which the suggestion must say are not enough}
     */
    private static List<String> narrowerThan(Suggestion.WiderDomain wider, ClusterSnapshot snapshot) {
        List<String> all = widerThan(wider.key(), snapshot);
        return wider.wider() == null ? all : all.subList(0, all.indexOf(wider.wider()));
    }

    /**
     * {@return the labels of which each value of {@code key} has exactly one, and which have fewer values but more than
     * one}
     */
    private static List<String> widerThan(String key, ClusterSnapshot snapshot) {
        List<Map<String, String>> labels = new ArrayList<>();
        Set<String> others = new TreeSet<>();
        for (int n = 0; n < snapshot.nodes(); n++) {
            Map<String, String> each = snapshot.node(n).metadata().labels();
            if (each.containsKey(key)) {
                labels.add(each);
                others.addAll(each.keySet());
            }
        }
        long own = labels.stream().map(each -> each.get(key)).distinct().count();
        Map<String, Long> values = new TreeMap<>();
        for (String other : others) {
            long pairs = labels.stream()
                    .map(each -> Arrays.asList(each.get(key), each.get(other)))
                    .distinct()
                    .count();
            long count = labels.stream().map(each -> each.get(other)).distinct().count();
            boolean everywhere = labels.stream().allMatch(each -> each.containsKey(other));
            if (everywhere && pairs == own && count > 1 && count < own) {
                values.put(other, count);
            }
        }
        List<String> wider = new ArrayList<>(values.keySet());
        wider.sort(Comparator.comparing(other -> -values.getOrDefault(other, 0L)));
        return wider;
    }

    private static void everyRuleMustGo(SmallCluster cluster, Suggestion.WithoutRules rules) {
        assertThat(rules.exact()).isTrue();
        Statistics.label("rules that must go")
                .collect(rules.requirements().size() + (rules.then() == null ? "" : " and then"));
        SmallCluster asked = cluster;
        if (rules.then() != null) {
            Suggestion.LowerMinimum then = rules.then();
            if (then.group().kind() == GroupRef.Kind.WORKLOAD) {
                return;
            }
            asked = minimum(cluster, then.group(), then.most());
            assertThat(oracle(dropping(minimum(cluster, then.group(), then.most() + 1), rules.requirements())))
                    .isEqualTo("infeasible");
        }
        assertThat(oracle(dropping(asked, rules.requirements()))).isEqualTo("feasible");
        for (Requirement stays : rules.requirements()) {
            List<Requirement> others = new ArrayList<>(rules.requirements());
            others.remove(stays);
            assertThat(oracle(dropping(asked, others))).isEqualTo("infeasible");
        }
    }

    private static SmallCluster dropping(SmallCluster cluster, List<Requirement> requirements) {
        GroupQuestion question = GroupQuestion.of(snapshot(cluster), Groups.of(cluster.objects()), cluster.group())
                .orElseThrow();
        for (Requirement requirement : requirements) {
            question = requirement.dropFrom(question);
        }
        SmallCluster changed = Changed.pods(cluster, question.podClasses());
        return requirements.stream().anyMatch(Requirement.Repelled.class::isInstance)
                ? Changed.withoutRepelling(changed)
                : changed;
    }

    private static SmallCluster opened(SmallCluster cluster, List<String> names, String stays) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : cluster.nodes()) {
            String name = node.metadata().name();
            boolean open = names.contains(name) && !name.equals(stays);
            List<Taint> taints = node.spec().taints().stream()
                    .filter(taint -> !taint.key().equals("node.kubernetes.io/unschedulable"))
                    .toList();
            nodes.add(open ? new Node(node.metadata(), new NodeSpec(false, taints), node.status()) : node);
        }
        return cluster.withNodes(nodes);
    }

    private static SmallCluster asking(SmallCluster cluster, Suggestion.SmallerRequest less, long amount) {
        GroupQuestion question = GroupQuestion.of(snapshot(cluster), Groups.of(cluster.objects()), cluster.group())
                .orElseThrow();
        return Changed.pods(
                cluster, question.withRequestAtMost(less.resource(), amount).podClasses());
    }

    private static SmallCluster minimum(SmallCluster cluster, GroupRef group, int minimum) {
        List<SchedulingObject> objects = new ArrayList<>();
        for (SchedulingObject object : cluster.objects()) {
            boolean same = object.metadata().name().equals(group.name());
            if (same && object instanceof PodGroup podGroup && group.kind() == GroupRef.Kind.POD_GROUP) {
                objects.add(podGroup.withSpec(podGroup.spec().toBuilder()
                        .schedulingPolicy(new SchedulingPolicy.Gang(minimum))
                        .build()));
            } else if (same
                    && object instanceof CompositePodGroup composite
                    && group.kind() == GroupRef.Kind.COMPOSITE_POD_GROUP) {
                objects.add(composite.withSpec(composite.spec().toBuilder()
                        .schedulingPolicy(new CompositeSchedulingPolicy.Gang(minimum))
                        .build()));
            } else {
                objects.add(object);
            }
        }
        return cluster.withObjects(objects);
    }

    @Property(seed = "82", tries = 300)
    void withTheNodesToAddTheGroupFitsAndWithOneFewerItDoesNot(@ForAll("clusters") SmallCluster cluster) {
        List<Suggestion.MoreNodes> more = question(cluster)
                .map(question -> NodesToAdd.of(question, question.answer(Budget.DEFAULT), Budget.DEFAULT.meter()))
                .map(NodesToAdd::suggestions)
                .orElse(List.of());
        for (Suggestion.MoreNodes nodes : more) {
            Statistics.label("nodes to add").collect(nodes.count());
            Assume.that(nodes.count() <= 2);
            List<Node> added = NodesToAdd.nodes(nodes);
            assertThat(oracle(with(cluster, added))).isEqualTo("feasible");
            assertThat(nodes.exact()).isTrue();
            assertThat(oracle(with(cluster, added.subList(1, added.size())))).isEqualTo("infeasible");
            inNoOtherDomainThatIsListedFewerAreEnough(cluster, nodes);
        }
    }

    private static void inNoOtherDomainThatIsListedFewerAreEnough(SmallCluster cluster, Suggestion.MoreNodes nodes) {
        Groups groups = Groups.of(cluster.objects());
        Verdict verdict = Feasibility.answer(cluster.snapshot(), groups, cluster.group(), Budget.DEFAULT);
        Explanation explanation = Explanation.of(cluster.snapshot(), groups, cluster.group(), verdict, Budget.DEFAULT);
        for (DomainFit other : explanation.domains()) {
            if (nodes.count() > 1 && other.domain() != null && !other.domain().equals(nodes.domain())) {
                List<Node> fewer = NodesToAdd.nodes(new Suggestion.MoreNodes(
                        nodes.like(), explanation.key(), other.domain(), nodes.count() - 1, false));
                assertThat(oracle(with(cluster, fewer))).isEqualTo("infeasible");
            }
        }
    }

    private static SmallCluster with(SmallCluster cluster, List<Node> added) {
        List<Node> nodes = new ArrayList<>(cluster.nodes());
        nodes.addAll(added);
        return cluster.withNodes(nodes);
    }

    @Property(seed = "83", tries = 500)
    void whenTheEvictedLeaveTheGroupFitsAndIfOneOfThemStaysItDoesNot(@ForAll("clusters") SmallCluster cluster) {
        SmallCluster important = important(cluster);
        question(important)
                .flatMap(question -> Evictions.of(
                        question,
                        question.answer(Budget.DEFAULT),
                        Groups.of(important.objects()),
                        List.of(),
                        Budget.DEFAULT.meter()))
                .ifPresent(evictions -> {
                    Statistics.label("evicted").collect(evictions.fewest().size());
                    assertThat(oracle(without(important, evictions.fewest(), null)))
                            .isEqualTo("feasible");
                    for (Evicted unit : evictions.fewest()) {
                        assertThat(oracle(without(important, evictions.fewest(), unit)))
                                .isEqualTo("infeasible");
                    }
                    if (evictions.scheduler().refusal().isEmpty()) {
                        List<Evicted> victims = evictions.scheduler().victims();
                        assertThat(oracle(without(important, victims, null))).isEqualTo("feasible");
                        assertThat(evictions.fewest()).hasSizeLessThanOrEqualTo(victims.size());
                    }
                });
    }

    /** Pending pods at priority 10, so that all that run for others are candidates. */
    private static SmallCluster important(SmallCluster cluster) {
        List<Pod> pods = new ArrayList<>();
        for (Pod pod : cluster.pods()) {
            boolean member = pod.spec().schedulingGroup() != null || pod.spec().workloadRef() != null;
            pods.add(new Pod(
                    pod.metadata(),
                    pod.spec().toBuilder().priority(member ? 10 : 0).build(),
                    pod.status()));
        }
        List<SchedulingObject> objects = new ArrayList<>();
        for (SchedulingObject object : cluster.objects()) {
            if (object instanceof PodGroup group) {
                objects.add(group.withSpec(group.spec().toBuilder().priority(10).build()));
            } else if (object instanceof CompositePodGroup group) {
                objects.add(group.withSpec(group.spec().toBuilder().priority(10).build()));
            } else {
                objects.add(object);
            }
        }
        return cluster.withPods(pods).withObjects(objects);
    }

    private static SmallCluster without(SmallCluster cluster, List<Evicted> units, @Nullable Evicted stays) {
        List<Pod> pods = new ArrayList<>(cluster.pods());
        for (Evicted unit : units) {
            if (unit != stays) {
                pods.removeAll(unit.pods());
            }
        }
        return cluster.withPods(pods);
    }

    @Provide
    Arbitrary<SmallCluster> clusters() {
        return SmallClusters.all();
    }
}
