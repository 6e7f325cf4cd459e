package io.github.workload4j.testkit.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.FilterReasons;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A cluster and one pending pod; what the filters of the real scheduler say of each node, and what we say. */
final class RecordedFilters {

    private final String name;
    int pairs;
    int fitting;
    final List<String> differences = new ArrayList<>();

    RecordedFilters(JsonNode line) {
        KubernetesRelease release = KubernetesRelease.parse(line.get("release").asText());
        name = release.version() + " seed " + line.get("seed").asText();
        ClusterSetup setup = ClusterSetup.of(release);
        if (line.get("gates").asText().equals("TaintTolerationComparisonOperators")) {
            setup = setup.withFeatureGates(
                    release.workloadGates().with(FeatureGate.TAINT_TOLERATION_COMPARISON_OPERATORS, true));
        }
        JsonNode pod = line.get("pod");
        ((ObjectNode) pod.get("spec")).putObject("schedulingGroup").put("podGroupName", "g");
        String namespace = pod.get("metadata").path("namespace").asText("default");
        ObjectNode group = RecordedCluster.JSON.createObjectNode();
        group.put("apiVersion", "scheduling.k8s.io/v1beta1").put("kind", "PodGroup");
        group.putObject("metadata").put("name", "g").put("namespace", namespace);
        group.putObject("spec").putObject("schedulingPolicy").putObject("gang").put("minCount", 1);
        List<JsonNode> items = new ArrayList<>(List.of(pod, group));
        for (String kind : List.of("nodes", "pods", "namespaces")) {
            line.get("cluster").path(kind).forEach(items::add);
        }
        compare(line, RecordedCluster.of(items), setup, namespace);
    }

    private void compare(JsonNode line, RecordedCluster cluster, ClusterSetup setup, String namespace) {
        ClusterSnapshot snapshot = cluster.snapshot(setup);
        Groups groups = cluster.groups();
        GroupRef ref = GroupRef.podGroup(namespace, "g");
        GroupQuestion question =
                GroupQuestion.of(snapshot, groups, ref).orElseThrow(() -> new IllegalStateException(name));
        FilterReasons reasons = question.filterReasons(0);
        Replay replay = cluster.replay(setup);
        boolean any = false;
        for (JsonNode answer : line.get("answers")) {
            pairs++;
            String node = answer.get("node").asText();
            boolean fits = answer.get("fits").asBoolean();
            any |= fits;
            fitting += fits ? 1 : 0;
            Set<String> theirs = new TreeSet<>();
            answer.path("plugins").forEach(plugin -> theirs.add(plugin.asText()));
            List<FilterReason> refusing = reasons.of(snapshot.indexOf(node));
            Set<String> ours = new TreeSet<>();
            refusing.forEach(reason -> ours.add(plugin(reason)));
            // A plugin is asked alone without the pods that are nominated; all together see them.
            if (refusing.isEmpty() != fits || !theirs.isEmpty() && !ours.containsAll(theirs)) {
                differences.add(node + ": " + (fits ? "fits" : theirs) + ", not " + refusing);
            }
            Verdict.Feasible there = new Verdict.Feasible(
                    question.about(), List.of(new Assignment(namespace, "p", node)), List.of(), 1, null, 0);
            if (replay.objections(there).isEmpty() != fits) {
                differences.add(
                        node + ": " + (fits ? "fits" : theirs) + ", the checker says " + replay.objections(there));
            }
        }
        Verdict verdict = Feasibility.answer(snapshot, groups, ref, Budget.DEFAULT);
        if (verdict instanceof Verdict.Feasible != any) {
            differences.add((any ? "some node fits" : "no node fits") + ", not " + verdict);
        }
    }

    private static String plugin(FilterReason reason) {
        if (reason instanceof FilterReason.Cordoned) {
            return "NodeUnschedulable";
        } else if (reason instanceof FilterReason.Tainted) {
            return "TaintToleration";
        } else if (reason instanceof FilterReason.NotSelected || reason instanceof FilterReason.NodeAffinity) {
            return "NodeAffinity";
        } else if (reason instanceof FilterReason.HostPort) {
            return "NodePorts";
        } else if (reason instanceof FilterReason.AntiAffinity || reason instanceof FilterReason.Affinity) {
            return "InterPodAffinity";
        } else if (reason instanceof FilterReason.Spread) {
            return "PodTopologySpread";
        }
        return "NodeResourcesFit";
    }

    @Override
    public String toString() {
        return name;
    }
}
