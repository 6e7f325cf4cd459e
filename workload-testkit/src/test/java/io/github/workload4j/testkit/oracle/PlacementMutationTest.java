package io.github.workload4j.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.Feasibility;
import io.github.workload4j.gang.Groups;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.replay.Replay;
import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.SmallClusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Every change of a valid placement that breaks a rule is rejected by the checker, and no other change is. The oracle says which is which. */
class PlacementMutationTest {

    @Provide
    Arbitrary<SmallCluster> feasible() {
        return SmallClusters.all();
    }

    @Property(seed = "7", maxDiscardRatio = 20)
    void theCheckerRejectsExactlyWhatBreaksARule(@ForAll("feasible") SmallCluster cluster) {
        Verdict verdict = Feasibility.answer(
                cluster.snapshot(),
                Groups.of(cluster.objects()),
                cluster.group(),
                Budget.DEFAULT);
        Assume.that(verdict instanceof Verdict.Feasible);
        Verdict.Feasible answer = (Verdict.Feasible) verdict;
        Replay checker = Replay.of(cluster.nodes(), cluster.pods(), cluster.objects(), cluster.namespaces());
        Oracle oracle = Oracle.of(cluster.nodes(), cluster.pods(), cluster.objects(), cluster.namespaces());
        for (List<Assignment> changed : changes(cluster, answer.placement())) {
            Verdict.Feasible mutant = new Verdict.Feasible(
                    answer.about(), changed, domains(cluster, answer, changed), answer.atMost(), null, 0);
            boolean accepted = checker.objections(mutant).isEmpty();
            Statistics.label("mutants").collect(accepted ? "still valid" : "rejected");
            assertThat(accepted).as("%s", changed).isEqualTo(oracle.accepts(cluster.group(), changed));
        }
        if (!answer.domains().isEmpty()) {
            assertThat(checker.objections(new Verdict.Feasible(
                            answer.about(), answer.placement(), List.of(), answer.atMost(), null, 0)))
                    .isNotEmpty();
        }
    }

    /** A pod moved, doubled or left out; two pods in each other's place in the order; a pod, a node that are not there. */
    private static List<List<Assignment>> changes(SmallCluster cluster, List<Assignment> placement) {
        List<List<Assignment>> changes = new ArrayList<>();
        for (int i = 0; i < placement.size(); i++) {
            Assignment one = placement.get(i);
            for (Node node : cluster.nodes()) {
                changes.add(replaced(placement, i, new Assignment(one.namespace(), one.pod(), node.metadata().name())));
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
            }
        }
        return changes;
    }

    private static List<Assignment> replaced(List<Assignment> placement, int at, Assignment by) {
        List<Assignment> changed = new ArrayList<>(placement);
        changed.set(at, by);
        return changed;
    }

    /** The domains a moved group names: those of the answer, or of the nodes it moved to if there is one value only. */
    private static List<ChosenDomain> domains(SmallCluster cluster, Verdict.Feasible answer, List<Assignment> changed) {
        Map<String, Node> nodes = new HashMap<>();
        cluster.nodes().forEach(node -> nodes.put(node.metadata().name(), node));
        List<ChosenDomain> domains = new ArrayList<>(answer.domains());
        for (ChosenDomain domain : answer.domains()) {
            for (Assignment assignment : changed) {
                Node node = nodes.get(assignment.node());
                String value = node == null ? null : node.metadata().labels().get(domain.key());
                if (value != null) {
                    domains.add(new ChosenDomain(domain.group(), domain.key(), value));
                }
            }
        }
        return domains;
    }
}
