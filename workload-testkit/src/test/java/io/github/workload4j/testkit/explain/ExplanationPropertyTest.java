package io.github.workload4j.testkit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.ConflictSet;
import io.github.workload4j.gang.explain.DomainFit;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.explain.GroupCount;
import io.github.workload4j.gang.explain.NodeReasons;
import io.github.workload4j.gang.explain.PodClassNodes;
import io.github.workload4j.gang.explain.Requirement;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.SmallClusters;
import io.github.workload4j.testkit.oracle.Oracle;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What an explanation claims is true, as the brute-force oracle sees it. */
class ExplanationPropertyTest {

    @Property(seed = "71")
    void withoutARequirementThatIsSaidToStandInTheWayAloneTheGroupFits(@ForAll("clusters") SmallCluster cluster) {
        Explanation explanation = explain(cluster);
        explanation.conflicts().forEach(set -> {
            for (ConflictSet.Dropped dropped : set.requirements()) {
                String verdict = dropping(cluster, List.of(dropped.requirement()));
                assertThat(verdict.equals("feasible")).as(dropped.toString()).isEqualTo(dropped.fits());
            }
            Statistics.label("conflict set").collect(set.requirements().size() + (set.minimal() ? "" : "?"));
        });
    }

    @Property(seed = "74")
    void aConflictSetAloneCannotBeMetAndWithoutAnyOfItsMembersItCan(@ForAll("clusters") SmallCluster cluster) {
        Explanation explanation = explain(cluster);
        Assume.that(!explanation.conflicts().isEmpty());
        List<Requirement> others = new ArrayList<>(Requirement.of(question(cluster)));
        for (ConflictSet set : explanation.conflicts()) {
            List<Requirement> members = set.requirements().stream()
                    .map(ConflictSet.Dropped::requirement)
                    .toList();
            List<Requirement> aside = new ArrayList<>(others);
            aside.removeAll(members);
            assertThat(dropping(cluster, aside)).isEqualTo("infeasible");
            assertThat(set.minimal()).isTrue();
            for (Requirement member : members) {
                List<Requirement> rest = new ArrayList<>(aside);
                rest.add(member);
                assertThat(dropping(cluster, rest)).isEqualTo("feasible");
            }
        }
        Statistics.label("conflict sets").collect(explanation.conflicts().size());
    }

    @Property(seed = "72")
    void nodesAreCountedOnceAndCompletely(@ForAll("clusters") SmallCluster cluster) {
        for (PodClassNodes all : explain(cluster).nodes()) {
            int refusing = all.refusing().stream().mapToInt(NodeReasons::nodes).sum();
            assertThat(all.usable() + refusing + all.otherwise())
                    .isEqualTo(cluster.nodes().size());
            assertThat(all.refusing()).allMatch(nodes -> !nodes.reasons().isEmpty());
        }
    }

    @Property(seed = "73")
    void noDomainOfAGroupThatDoesNotFitHoldsEnoughUnlessMoreThanRoomIsAsked(@ForAll("clusters") SmallCluster cluster) {
        Explanation explanation = explain(cluster);
        if (explanation.counts().size() == 1 && explanation.verdict() instanceof Verdict.Infeasible) {
            assertThat(explanation.domains())
                    .filteredOn(DomainFit::exact)
                    .allMatch(domain -> domain.missing() > 0 && domain.bottleneck() != null);
            GroupCount root = explanation.counts().get(0);
            int best = explanation.domains().stream()
                    .mapToInt(DomainFit::fits)
                    .max()
                    .orElse(0);
            assertThat(root.placeable()).isEqualTo(best);
        }
    }

    private static Explanation explain(SmallCluster cluster) {
        ClusterSnapshot snapshot = cluster.snapshot();
        Groups groups = Groups.of(cluster.objects());
        Verdict verdict = Feasibility.answer(snapshot, groups, cluster.group(), Budget.DEFAULT);
        return Explanation.of(snapshot, groups, cluster.group(), verdict, Budget.DEFAULT);
    }

    private static GroupQuestion question(SmallCluster cluster) {
        return GroupQuestion.of(cluster.snapshot(), Groups.of(cluster.objects()), cluster.group())
                .orElseThrow();
    }

    private static String dropping(SmallCluster cluster, List<Requirement> requirements) {
        GroupQuestion question = question(cluster);
        SmallCluster changed = cluster;
        for (Requirement requirement : requirements) {
            if (requirement instanceof Requirement.SameDomain domain) {
                changed = Changed.key(changed, domain.group(), null);
            } else {
                question = requirement.dropFrom(question);
            }
        }
        changed = Changed.pods(changed, question.podClasses());
        if (requirements.stream().anyMatch(Requirement.Repelled.class::isInstance)) {
            changed = Changed.withoutRepelling(changed);
        }
        return Oracle.of(changed.nodes(), changed.pods(), changed.objects(), changed.namespaces())
                .answer(changed.group())
                .verdict();
    }

    @Provide
    Arbitrary<SmallCluster> clusters() {
        return SmallClusters.all();
    }
}
