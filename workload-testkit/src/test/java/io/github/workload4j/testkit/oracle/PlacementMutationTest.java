package io.github.workload4j.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import io.github.workload4j.gang.replay.ReplayFailure;
import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.SmallClusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * Every change of a valid placement that breaks a rule is rejected by the checker, and no other change is. The oracle
 * says which is which.
 */
class PlacementMutationTest {

    @Provide
    Arbitrary<SmallCluster> feasible() {
        return SmallClusters.all();
    }

    @Property(seed = "7", tries = 1000, maxDiscardRatio = 20)
    void theCheckerRejectsExactlyWhatBreaksARule(@ForAll("feasible") SmallCluster cluster) {
        check(cluster);
        Statistics.label("rejected for the order alone").coverage(coverage -> {
            coverage.check(ReplayFailure.Rule.SPREAD).count(count -> count > 0);
            coverage.check(ReplayFailure.Rule.AFFINITY).count(count -> count > 0);
        });
        // Every rule was broken by some change of some placement; these clusters have no devices and no volumes.
        Statistics.label("rules").coverage(coverage -> {
            Set<ReplayFailure.Rule> others = EnumSet.of(ReplayFailure.Rule.DEVICES, ReplayFailure.Rule.VOLUMES);
            for (ReplayFailure.Rule rule : EnumSet.complementOf(EnumSet.copyOf(others))) {
                coverage.check(rule).count(count -> count > 0);
            }
        });
    }

    static void check(SmallCluster cluster) {
        Verdict verdict =
                Feasibility.answer(cluster.snapshot(), Groups.of(cluster.objects()), cluster.group(), Budget.DEFAULT);
        Assume.that(verdict instanceof Verdict.Feasible);
        Verdict.Feasible answer = (Verdict.Feasible) verdict;
        Replay checker = Replay.of(cluster.nodes(), cluster.pods(), cluster.objects(), cluster.namespaces());
        Oracle oracle = Oracle.of(cluster.nodes(), cluster.pods(), cluster.objects(), cluster.namespaces());
        for (List<Assignment> changed : changes(cluster, answer.placement())) {
            List<ReplayFailure> objections =
                    checker.objections(with(answer, changed, domains(cluster, answer, changed)));
            Statistics.label("mutants").collect(objections.isEmpty() ? "still valid" : "rejected");
            if (!objections.isEmpty()
                    && Set.copyOf(changed).equals(Set.copyOf(answer.placement()))
                    && changed.size() == answer.placement().size()) {
                Statistics.label("rejected for the order alone")
                        .collect(objections.get(0).rule());
            }
            objections.forEach(objection -> Statistics.label("rules").collect(objection.rule()));
            assertThat(objections.isEmpty())
                    .as("%s: %s", changed, objections)
                    .isEqualTo(oracle.accepts(cluster.group(), changed));
        }
        List<ChosenDomain> named = answer.domains();
        for (int i = 0; i < named.size(); i++) {
            ChosenDomain one = named.get(i);
            List<ChosenDomain> fewer = new ArrayList<>(named);
            fewer.remove(i);
            List<ChosenDomain> another = new ArrayList<>(named);
            another.set(i, new ChosenDomain(one.group(), one.key(), one.value() + "x"));
            List<ChosenDomain> both = new ArrayList<>(another);
            both.add(one);
            for (List<ChosenDomain> wrong : List.of(fewer, another, both)) {
                assertThat(checker.objections(with(answer, answer.placement(), wrong)))
                        .isNotEmpty();
            }
        }
    }

    private static Verdict.Feasible with(
            Verdict.Feasible answer, List<Assignment> placement, List<ChosenDomain> domains) {
        return new Verdict.Feasible(answer.about(), placement, domains, answer.atMost(), null, 0);
    }

    /**
     * A pod moved, doubled or left out; two pods in each other's place in the order, or on each other's node; a pod
     * first, or last; the order turned round; a pod, a node that are not there.
     */
    private static List<List<Assignment>> changes(SmallCluster cluster, List<Assignment> placement) {
        List<List<Assignment>> changes = new ArrayList<>();
        for (int i = 0; i < placement.size(); i++) {
            Assignment one = placement.get(i);
            for (Node node : cluster.nodes()) {
                changes.add(replaced(
                        placement,
                        i,
                        new Assignment(
                                one.namespace(), one.pod(), node.metadata().name())));
            }
            changes.add(replaced(placement, i, new Assignment(one.namespace(), one.pod(), "nowhere")));
            changes.add(replaced(placement, i, new Assignment(one.namespace(), "nobody", one.node())));
            List<Assignment> doubled = new ArrayList<>(placement);
            doubled.add(one);
            changes.add(doubled);
            List<Assignment> fewer = new ArrayList<>(placement);
            fewer.remove(i);
            changes.add(fewer);
            for (int j = i + 1; j < placement.size(); j++) {
                List<Assignment> swapped = new ArrayList<>(placement);
                Collections.swap(swapped, i, j);
                changes.add(swapped);
                Assignment other = placement.get(j);
                changes.add(replaced(
                        replaced(placement, i, new Assignment(one.namespace(), one.pod(), other.node())),
                        j,
                        new Assignment(other.namespace(), other.pod(), one.node())));
            }
            fewer = new ArrayList<>(fewer);
            fewer.add(one);
            changes.add(fewer);
            List<Assignment> first = new ArrayList<>(fewer.subList(0, fewer.size() - 1));
            first.add(0, one);
            changes.add(first);
        }
        List<Assignment> turned = new ArrayList<>(placement);
        Collections.reverse(turned);
        changes.add(turned);
        return changes;
    }

    private static List<Assignment> replaced(List<Assignment> placement, int at, Assignment by) {
        List<Assignment> changed = new ArrayList<>(placement);
        changed.set(at, by);
        return changed;
    }

    /** What a changed placement would name: for each group with a constraint the domain of its first pod. */
    private static List<ChosenDomain> domains(SmallCluster cluster, Verdict.Feasible answer, List<Assignment> changed) {
        List<ChosenDomain> domains = new ArrayList<>();
        Map<GroupRef, String> keys = new LinkedHashMap<>();
        for (GroupNode level : Feasibility.open(cluster.snapshot(), Groups.of(cluster.objects()), cluster.group())
                .tree()) {
            if (level.topologyKey() != null) {
                keys.put(level.group(), level.topologyKey());
            }
        }
        Groups groups = Groups.of(cluster.objects());
        keys.forEach((group, key) -> changed.stream()
                .filter(one -> isInside(cluster, groups, one, group))
                .findFirst()
                .ifPresent(one -> {
                    String value = cluster.nodes().stream()
                            .filter(node -> node.metadata().name().equals(one.node()))
                            .map(node -> node.metadata().labels().getOrDefault(key, "none"))
                            .findFirst()
                            .orElse("none");
                    domains.add(new ChosenDomain(group, key, value));
                }));
        return domains;
    }

    private static boolean isInside(SmallCluster cluster, Groups groups, Assignment one, GroupRef group) {
        return cluster.pods().stream()
                .filter(pod -> pod.metadata().name().equals(one.pod())
                        && pod.metadata().namespace().equals(one.namespace()))
                .flatMap(pod -> GroupRef.of(pod).stream())
                .anyMatch(ref -> groups.leavesOf(group).contains(ref) || ref.equals(group));
    }
}
