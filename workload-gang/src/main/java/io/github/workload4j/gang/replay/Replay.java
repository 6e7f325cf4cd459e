package io.github.workload4j.gang.replay;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.replay.ReplayFailure.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replays placements against the objects they were made from.
 *
 * <p>Each pod is put on its node in the order of the placement, and every rule is asked at its turn, counting the pods
 * that were there and those placed before; then the group is asked whether it succeeds. A rule of counts costs a pass
 * over the nodes and over the distinct label sets of pods once for all pods of equal rules and labels, every step a
 * constant.
 */
public final class Replay {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Pod> pods = new LinkedHashMap<>();
    private final List<SchedulingObject> objects;
    private final Map<String, Map<String, String>> namespaces = new HashMap<>();

    private Replay(Collection<Node> nodes, Collection<Pod> pods, Collection<? extends SchedulingObject> objects) {
        nodes.forEach(node -> this.nodes.put(node.metadata().name(), node));
        pods.forEach(pod -> this.pods.put(Assumed.key(pod), pod));
        this.objects = List.copyOf(objects);
    }

    /** {@return a checker of placements on these nodes, among these pods, of the groups in these objects} */
    public static Replay of(
            Collection<Node> nodes, Collection<Pod> pods, Collection<? extends SchedulingObject> objects) {
        requireNonNull(nodes, "nodes");
        requireNonNull(pods, "pods");
        requireNonNull(objects, "objects");
        return new Replay(nodes, pods, objects);
    }

    /** {@return the same with labels of namespaces} */
    public static Replay of(
            Collection<Node> nodes,
            Collection<Pod> pods,
            Collection<? extends SchedulingObject> objects,
            Collection<Namespace> namespaces) {
        requireNonNull(nodes, "nodes");
        requireNonNull(pods, "pods");
        requireNonNull(objects, "objects");
        requireNonNull(namespaces, "namespaces");
        Replay replay = new Replay(nodes, pods, objects);
        namespaces.forEach(namespace -> replay.namespaces.put(
                namespace.metadata().name(), namespace.metadata().labels()));
        return replay;
    }

    /**
     * {@return every rule that the placement of a feasible verdict breaks, in the order of its steps; empty if it is
     * valid}
     */
    public List<ReplayFailure> objections(Verdict.Feasible verdict) {
        requireNonNull(verdict, "verdict");
        List<ReplayFailure> objections = new ArrayList<>();
        Assumed assumed = new Assumed(nodes.values(), namespaces, Assumed.labelKeys(pods.values()));
        for (Pod pod : pods.values()) {
            boolean finished =
                    Set.of("Succeeded", "Failed").contains(pod.status().phase());
            if (!finished && nodes.containsKey(pod.spec().nodeName())) {
                assumed.put(pod, pod.spec().nodeName());
            }
        }
        GroupCheck group =
                new GroupCheck(objects, pods.values(), nodes, verdict.about().group());
        CountChecks counts = new CountChecks(assumed);
        Map<String, String> placed = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (int step = 0; step < verdict.placement().size(); step++) {
            Assignment assignment = verdict.placement().get(step);
            Pod pod = pods.get(assignment.namespace() + "/" + assignment.pod());
            Node node = nodes.get(assignment.node());
            boolean known = pod != null && group.mayPlace(pod) && seen.add(Assumed.key(pod));
            if (pod == null || !known) {
                objections.add(new ReplayFailure(
                        Rule.MEMBER, step, assignment + ": not a pending member, held by a gate, or placed twice"));
            } else if (node == null) {
                objections.add(new ReplayFailure(Rule.NODE, step, assignment + ": there is no such node"));
            } else {
                check(counts, assumed, pod, node, step, assignment.toString(), objections);
                assumed.put(pod, assignment.node());
                counts.put(assumed.kind(pod), assignment.node());
                placed.put(Assumed.key(pod), assignment.node());
            }
        }
        group.check(placed, verdict.domains(), objections);
        return objections;
    }

    private static void check(
            CountChecks counts,
            Assumed assumed,
            Pod pod,
            Node node,
            int step,
            String what,
            List<ReplayFailure> objections) {
        if (!NodeChecks.isOpen(pod, node)) {
            objections.add(new ReplayFailure(Rule.UNSCHEDULABLE, step, what + ": the node is cordoned"));
        }
        Taint taint = NodeChecks.taintInTheWay(pod, node);
        if (taint != null) {
            objections.add(new ReplayFailure(Rule.TAINT, step, what + ": taint " + taint.key() + " is not tolerated"));
        }
        if (!NodeChecks.isSelected(pod, node)) {
            objections.add(
                    new ReplayFailure(Rule.SELECTION, step, what + ": node selector or node affinity do not hold"));
        }
        String overdrawn = assumed.overdrawn(pod, node);
        if (!overdrawn.isEmpty()) {
            objections.add(new ReplayFailure(Rule.RESOURCES, step, what + ": " + overdrawn));
        }
        if (!assumed.takesFreePorts(pod, node.metadata().name())) {
            objections.add(new ReplayFailure(Rule.HOST_PORTS, step, what + ": a host port is taken"));
        }
        if (!counts.keepsApart(pod, node)) {
            objections.add(new ReplayFailure(Rule.ANTI_AFFINITY, step, what + ": anti-affinity keeps the pod away"));
        }
        if (!counts.isAttracted(pod, node)) {
            objections.add(new ReplayFailure(Rule.AFFINITY, step, what + ": the pods it must be with are not there"));
        }
        @Nullable String uneven = counts.unevenOver(pod, node);
        if (uneven != null) {
            objections.add(new ReplayFailure(Rule.SPREAD, step, what + ": uneven over " + uneven));
        }
    }
}
