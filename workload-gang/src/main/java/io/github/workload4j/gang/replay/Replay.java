package io.github.workload4j.gang.replay;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.replay.ReplayFailure.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replays placements against the objects they were made from.
 *
 * <p>Each pod is put on its node in the order of the placement, and every rule is asked at its turn, counting the pods
 * that were there and those placed before; then the group is asked whether it succeeds. The first placement costs a
 * pass over all objects, and each one the steps in it. A rule of counts costs a pass over the nodes and over the
 * distinct label sets of pods once in each placement for all pods of equal rules and labels, claims for devices one
 * over the devices. Thread-safe.
 */
public final class Replay {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Pod> pods = new LinkedHashMap<>();
    private final List<SchedulingObject> objects;
    private final Map<String, Map<String, String>> namespaces = new HashMap<>();
    private final ClusterSetup setup;
    private DeviceObjects devices = DeviceObjects.NONE;
    private StorageObjects storage = StorageObjects.NONE;

    /** Found out with the first placement. */
    private volatile @Nullable ClusterBefore before;

    private Replay(
            Collection<Node> nodes,
            Collection<Pod> pods,
            Collection<? extends SchedulingObject> objects,
            ClusterSetup setup) {
        nodes.forEach(node -> this.nodes.put(node.metadata().name(), node));
        pods.forEach(pod -> this.pods.put(pod.metadata().qualifiedName(), pod));
        this.objects = List.copyOf(objects);
        this.setup = setup;
    }

    /** {@return a checker of placements on these nodes, among these pods, of the groups in these objects} */
    public static Replay of(
            Collection<Node> nodes, Collection<Pod> pods, Collection<? extends SchedulingObject> objects) {
        requireNonNull(nodes, "nodes");
        requireNonNull(pods, "pods");
        requireNonNull(objects, "objects");
        return new Replay(nodes, pods, objects, ClusterSetup.OPEN);
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
        Replay replay = new Replay(nodes, pods, objects, ClusterSetup.OPEN);
        namespaces.forEach(namespace -> replay.namespaces.put(
                namespace.metadata().name(), namespace.metadata().labels()));
        return replay;
    }

    /** {@return the same for a cluster that is said to have feature gates; the release is the one a verdict is for} */
    public Replay withSetup(ClusterSetup setup) {
        Replay replay = new Replay(nodes.values(), pods.values(), objects, requireNonNull(setup, "setup"));
        replay.namespaces.putAll(namespaces);
        replay.storage = storage;
        replay.devices = devices;
        return replay;
    }

    /** {@return the same with devices and claims for them; without any slice, nothing is said about devices} */
    public Replay withDevices(DeviceObjects devices) {
        Replay replay = withSetup(setup);
        replay.devices = requireNonNull(devices, "devices");
        return replay;
    }

    /** {@return the same for a cluster with these objects about volumes, in the place of others} */
    public Replay withStorage(StorageObjects objects) {
        Replay replay = withSetup(setup);
        replay.storage = requireNonNull(objects, "objects");
        return replay;
    }

    /**
     * {@return every rule that the placement of a feasible verdict breaks, in the order of its steps; empty if it is
     * valid}
     */
    public List<ReplayFailure> objections(Verdict.Feasible verdict) {
        requireNonNull(verdict, "verdict");
        return objections(
                verdict.about().group(),
                verdict.placement(),
                verdict.domains(),
                verdict.about().release().release());
    }

    /**
     * {@return every rule that somebody else's placement breaks, in the order of its steps; empty if it is valid}
     *
     * <p>Of the domains of groups only that each group is in one is asked, and of claims of which it does not say what
     * they get, that each can get something. Rules are those of the release of the setup; without one, of the newest
     * final release that serves the group's kind and version.
     *
     * @param group the group that is placed, or one inside it; a group that is nowhere has no member
     * @param placement where its pods go, in the order in which they are placed; those that run already are not in it
     */
    public List<ReplayFailure> objections(GroupRef group, List<Assignment> placement) {
        requireNonNull(group, "group");
        requireNonNull(placement, "placement");
        GroupRef root = rootOf(group);
        KubernetesRelease release = before().named(root).stream()
                .findFirst()
                .map(setup::releaseOf)
                .orElseGet(() -> setup.release().orElseGet(KubernetesRelease::newestFinal));
        return objections(root, List.copyOf(placement), null, release);
    }

    /** {@return the outermost group that a group is in; as many steps as there are objects end any circle} */
    private GroupRef rootOf(GroupRef group) {
        GroupRef root = group;
        for (int step = 0; step < objects.size(); step++) {
            String parent = before().named(root).stream()
                    .findFirst()
                    .map(ClusterBefore::parent)
                    .orElse("");
            if (parent.isEmpty()) {
                return root;
            }
            root = GroupRef.compositePodGroup(root.namespace(), parent);
        }
        return root;
    }

    private ClusterBefore before() {
        ClusterBefore known = before;
        if (known == null) {
            known = new ClusterBefore(nodes, pods.values(), objects, namespaces, storage);
            before = known;
        }
        return known;
    }

    private List<ReplayFailure> objections(
            GroupRef root,
            List<Assignment> placement,
            @Nullable List<ChosenDomain> domains,
            KubernetesRelease release) {
        List<ReplayFailure> objections = new ArrayList<>();
        ReplayRules rules = ReplayRules.of(release, setup.gatesOf(release));
        ClusterBefore cluster = before();
        VolumeChecks volumes = new VolumeChecks(cluster.volumes, rules, domains != null);
        Assumed assumed = new Assumed(cluster.assumed);
        GroupCheck group = new GroupCheck(cluster, root, rules);
        NodeChecks nodeChecks = new NodeChecks(rules);
        CountChecks counts = new CountChecks(assumed, nodeChecks, rules, pods(placement));
        DeviceChecks deviceChecks = new DeviceChecks(devices, objects, rules);
        assumed.serve(deviceChecks::isServed);
        Checks checks = new Checks(nodeChecks, counts, assumed, objections);
        Map<String, String> placed = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (int step = 0; step < placement.size(); step++) {
            Assignment assignment = placement.get(step);
            Pod pod = pods.get(assignment.namespace() + "/" + assignment.pod());
            Node node = nodes.get(assignment.node());
            boolean known = pod != null
                    && group.mayPlace(pod)
                    && seen.add(pod.metadata().qualifiedName());
            if (pod == null || !known) {
                objections.add(new ReplayFailure(
                        Rule.MEMBER, step, assignment + ": not a pending member, held by a gate, or placed twice"));
            } else if (node == null) {
                objections.add(new ReplayFailure(Rule.NODE, step, assignment + ": there is no such node"));
            } else {
                checks.check(pod, node, group.waitingFor(node, pod), step, assignment.toString());
                String refusal = deviceChecks.objection(pod, node, assignment.devices());
                if (!refusal.isEmpty()) {
                    objections.add(new ReplayFailure(Rule.DEVICES, step, assignment + ": " + refusal));
                }
                String unfit = volumes.objection(pod, node, assignment);
                if (!unfit.isEmpty()) {
                    objections.add(new ReplayFailure(Rule.VOLUMES, step, assignment + ": " + unfit));
                }
                volumes.put(pod, assignment.node());
                assumed.put(pod, assignment.node());
                counts.put(assumed.kind(pod), assignment.node());
                placed.put(pod.metadata().qualifiedName(), assignment.node());
            }
        }
        String left = volumes.leftOver();
        if (!left.isEmpty()) {
            objections.add(new ReplayFailure(Rule.VOLUMES, -1, left));
        }
        group.check(placed, domains, objections);
        return objections;
    }

    private List<Pod> pods(List<Assignment> placement) {
        return placement.stream()
                .map(each -> pods.get(each.namespace() + "/" + each.pod()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Every rule about one pod that comes to a node; of pods that wait for the node it is as if they were there. */
    private record Checks(NodeChecks nodes, CountChecks counts, Assumed assumed, List<ReplayFailure> objections) {

        void check(Pod pod, Node node, List<Pod> waiting, int step, String what) {
            require(nodes.isOpen(pod, node), Rule.UNSCHEDULABLE, step, what, "the node is cordoned");
            Taint taint = nodes.taintInTheWay(pod, node);
            require(
                    taint == null,
                    Rule.TAINT,
                    step,
                    what,
                    "taint " + (taint == null ? "" : taint.key()) + " is not tolerated");
            require(
                    NodeChecks.isSelected(pod, node),
                    Rule.SELECTION,
                    step,
                    what,
                    "node selector or node affinity do not hold");
            List<String> lacking = nodes.lacking(pod, node);
            require(
                    lacking.isEmpty(),
                    Rule.SELECTION,
                    step,
                    what,
                    "the node does not declare " + String.join(", ", lacking));
            String overdrawn = assumed.overdrawn(pod, node, waiting);
            require(overdrawn.isEmpty(), Rule.RESOURCES, step, what, overdrawn);
            require(
                    assumed.takesFreePorts(pod, node.metadata().name(), waiting),
                    Rule.HOST_PORTS,
                    step,
                    what,
                    "a host port is taken");
            require(
                    counts.keepsApart(pod, node, waiting),
                    Rule.ANTI_AFFINITY,
                    step,
                    what,
                    "anti-affinity keeps the pod away");
            require(counts.isAttracted(pod, node), Rule.AFFINITY, step, what, "the pods it must be with are not there");
            @Nullable String uneven = counts.unevenOver(pod, node, waiting);
            require(uneven == null, Rule.SPREAD, step, what, "uneven over " + uneven);
        }

        private void require(boolean holds, Rule rule, int step, String what, String otherwise) {
            if (!holds) {
                objections.add(new ReplayFailure(rule, step, what + ": " + otherwise));
            }
        }
    }
}
