package io.github.workload4j.testkit.measured;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Greedy;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A small cluster with one group or tree, what the real scheduler did there, and what we say about it. */
final class RecordedWorld {

    final String name;
    final List<Assignment> first;
    final Set<Assignment> bound;
    final boolean tried;
    final boolean refused;
    final Verdict verdict;
    final Greedy greedy;
    final int levels;
    final List<String> objections = new ArrayList<>();

    RecordedWorld(JsonNode line) {
        KubernetesRelease release = KubernetesRelease.parse(line.get("release").asText());
        name = release.version() + " seed " + line.get("seed").asText();
        first = assignments(line.get("first"));
        bound = new HashSet<>(assignments(line.get("bound")));
        tried = line.get("tried").asBoolean();
        boolean error = false;
        for (JsonNode condition : line.path("conditions")) {
            error |= condition.asText().matches(".*=False (SchedulerError|PodGroupError).*");
        }
        refused = error;
        ClusterSetup setup = ClusterSetup.of(release);
        RecordedCluster cluster = RecordedCluster.of(line.get("items"));
        ClusterSnapshot snapshot = cluster.snapshot(setup);
        Groups groups = cluster.groups();
        GroupRef root = groups.roots(snapshot).get(0);
        verdict = Feasibility.answer(snapshot, groups, root, Budget.DEFAULT);
        greedy = Greedy.cycle(snapshot, groups, root, Budget.DEFAULT);
        levels = groups.leavesOf(root).size() == 1
                        && groups.leavesOf(root).get(0).equals(root)
                ? 1
                : (int) cluster.groups.stream()
                                .filter(each -> each.kind().equals("CompositePodGroup"))
                                .count()
                        + 1;
        if (verdict instanceof Verdict.Feasible feasible) {
            cluster.replay(setup).objections(feasible).forEach(each -> objections.add(each.toString()));
        }
    }

    private static List<Assignment> assignments(JsonNode bindings) {
        List<Assignment> assignments = new ArrayList<>();
        for (JsonNode binding : bindings) {
            String[] pod = binding.get("pod").asText().split("/");
            assignments.add(new Assignment(pod[0], pod[1], binding.get("node").asText()));
        }
        return assignments;
    }

    /** {@return what is wrong with our verdict, or the empty text} */
    String contradiction() {
        if (!bound.isEmpty()) {
            int most = verdict instanceof Verdict.Feasible feasible ? feasible.placed() : -1;
            return most >= Math.max(first.size(), bound.size())
                    ? ""
                    : "the scheduler bound " + bound + ", not " + verdict;
        }
        boolean no = verdict instanceof Verdict.Gated || verdict instanceof Verdict.Errored;
        if ((!tried || refused) && !no && !(verdict instanceof Verdict.Satisfied)) {
            return (tried ? "refused" : "never tried") + ", not " + verdict;
        }
        return "";
    }

    /** {@return whether the greedy twin binds as many pods as the real cycle, or none either} */
    boolean isPredicted() {
        return greedy.placement().size() == first.size();
    }

    /** {@return whether it binds them on the same nodes} */
    boolean isPredictedToTheNode() {
        return new HashSet<>(greedy.placement()).equals(new HashSet<>(first));
    }

    @Override
    public String toString() {
        return name;
    }
}
