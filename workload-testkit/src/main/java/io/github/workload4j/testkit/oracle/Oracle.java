package io.github.workload4j.testkit.oracle;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides a group by trying everything: from the pods that run, every pending pod on every node that allows it, again
 * and again, until nothing new can be reached; every set of placed pods that was reached and with which the group
 * succeeds is an answer.
 *
 * <p>For up to about five pending pods and four nodes; the number of states is (nodes + 1) to the power of pods.
 */
public final class Oracle {

    private final List<Node> nodes;
    private final List<Pod> pods;
    private final List<SchedulingObject> objects;
    private final Trees trees;
    private final Map<String, Map<String, String>> namespaces = new HashMap<>();
    private final ClusterSetup setup;

    private Oracle(
            Collection<Node> nodes,
            Collection<Pod> pods,
            Collection<? extends SchedulingObject> objects,
            Collection<Namespace> namespaces,
            ClusterSetup setup) {
        this.setup = setup;
        this.nodes = List.copyOf(nodes);
        this.pods = List.copyOf(pods);
        this.objects = List.copyOf(objects);
        this.trees = new Trees(this.objects, this.pods);
        namespaces.forEach(each ->
                this.namespaces.put(each.metadata().name(), each.metadata().labels()));
    }

    /**
     * {@return an oracle for this cluster; all objects must name their namespace, and all groups have one policy}
     *
     * @param namespaces labels of namespaces; all have {@code kubernetes.io/metadata.name} too, also those not given
     */
    public static Oracle of(
            Collection<Node> nodes,
            Collection<Pod> pods,
            Collection<? extends SchedulingObject> objects,
            Collection<Namespace> namespaces) {
        return new Oracle(nodes, pods, objects, namespaces, ClusterSetup.OPEN);
    }

    /** {@return the same oracle of a cluster that is said to run a release, or to have feature gates} */
    public Oracle withSetup(ClusterSetup setup) {
        Oracle oracle = new Oracle(nodes, pods, objects, List.of(), setup);
        oracle.namespaces.putAll(namespaces);
        return oracle;
    }

    /** The release that is said, or else the newest final one that serves the group's version. */
    private KubernetesRelease release(GroupRef ref) {
        ApiVersion version = ApiVersion.V1BETA1;
        for (SchedulingObject object : objects) {
            boolean named = object.metadata().namespace().equals(ref.namespace())
                    && object.metadata().name().equals(ref.name())
                    && object.kind().equals(ref.kind().word());
            version = named ? object.apiVersion() : version;
        }
        return setup.release()
                .orElse(
                        switch (version) {
                            case V1ALPHA1 -> KubernetesRelease.V1_35;
                            case V1ALPHA2 -> KubernetesRelease.V1_36;
                            default -> KubernetesRelease.V1_37;
                        });
    }

    private World world(GroupRef ref, Tree tree, Map<Pod, Node> on) {
        KubernetesRelease release = release(ref);
        Map<Pod, Node> nominated = new IdentityHashMap<>();
        for (Pod pod : pods) {
            Node node = node(pod.status().nominatedNodeName());
            boolean waits = pod.spec().nodeName().isEmpty() && !Trees.finished(pod) && node != null;
            if (waits && !tree.pending().contains(pod) && Tree.scheduler(pod).equals(tree.scheduler)) {
                nominated.put(pod, node);
            }
        }
        boolean numbers = setup.gatesOf(release).on().contains(FeatureGate.TAINT_TOLERATION_COMPARISON_OPERATORS);
        return new World(nodes, on, namespaces, new World.Cluster(release, numbers, nominated), Set.of());
    }

    /** {@return what is true of a root group} */
    public OracleAnswer answer(GroupRef ref) {
        KubernetesRelease release = release(ref);
        Set<String> faults = new Faults(objects, release).of(ref);
        if (faults.contains("ParentNotFound")) {
            return OracleAnswer.of("gated", "ParentNotFound");
        }
        if (!faults.isEmpty()) {
            return new OracleAnswer("error", faults, 0);
        }
        Tree tree = trees.tried(ref);
        if (tree == null) {
            return OracleAnswer.of("gated", "GroupNotFound");
        }
        List<Pod> pending = tree.pending();
        List<Pod> running = tree.running();
        if (pending.isEmpty() && (!running.isEmpty() || tree.basic)) {
            return OracleAnswer.of("satisfied", "NothingPending");
        }
        if (!tree.ready(false)) {
            return tree.ready(true)
                    ? OracleAnswer.of("error", "SchedulerNameMismatch")
                    : OracleAnswer.of("gated", "QuorumNotReached");
        }
        if (pending.isEmpty()) {
            return OracleAnswer.of("satisfied", "NothingPending");
        }
        List<Pod> free = new ArrayList<>();
        for (Pod pod : pending) {
            if (pod.spec().schedulingGates().isEmpty()) {
                free.add(pod);
            }
        }
        boolean holdsAll = release.compareTo(KubernetesRelease.V1_37) >= 0;
        if (free.isEmpty() || holdsAll && free.size() < pending.size()) {
            return OracleAnswer.of("gated", "SchedulingGates");
        }
        Set<String> disagreement = disagreement(tree, ref, release);
        if (!disagreement.isEmpty()) {
            return new OracleAnswer("error", disagreement, 0);
        }
        for (Tree each : tree.trees()) {
            Set<@Nullable String> values = values(each, Map.of(), release);
            if (each.key != null && !each.running().isEmpty() && (values.size() > 1 || values.contains(null))) {
                return OracleAnswer.of("error", "TopologyDomainConflict");
            }
        }
        int most = 0;
        for (Map<Pod, Node> placed : answers(ref, tree, free)) {
            most = Math.max(most, placed.size());
        }
        return most > 0 ? new OracleAnswer("feasible", Set.of(), most) : new OracleAnswer("infeasible", Set.of(), 0);
    }

    /** What a manifest does not say is 0 and PreemptLowerPriority. */
    private Set<String> disagreement(Tree tree, GroupRef ref, KubernetesRelease release) {
        List<Pod> members = tree.pending();
        members.addAll(tree.running());
        for (Pod pod : members) {
            if (!Tree.scheduler(pod).equals(tree.scheduler)) {
                return Set.of("SchedulerNameMismatch");
            }
        }
        if (release.compareTo(KubernetesRelease.V1_37) < 0) {
            return Set.of();
        }
        Faults faults = new Faults(objects, release);
        Set<String> words = new HashSet<>(faults.disagreements(ref));
        Set<String> policies = new HashSet<>();
        for (Pod pod : members) {
            int own = pod.spec().priority() == null ? 0 : pod.spec().priority();
            if (own != (tree.priority == null ? 0 : tree.priority)) {
                words.add("PriorityMismatch");
            }
            policies.add(
                    pod.spec().preemptionPolicy() == null
                            ? "PreemptLowerPriority"
                            : pod.spec().preemptionPolicy().value());
        }
        boolean is137 = release == KubernetesRelease.V1_37;
        boolean gateOff = is137 && !setup.gatesOf(release).on().contains(FeatureGate.POD_GROUP_PREEMPTION_POLICY);
        if (!gateOff && tree.preemption != null) {
            policies.add(tree.preemption.value());
        } else if (!gateOff && is137) {
            policies.add("PreemptLowerPriority");
        }
        if (!is137) {
            policies.addAll(faults.policiesInside(ref));
        }
        if (policies.size() > 1) {
            words.add("PreemptionPolicyMismatch");
        }
        return words;
    }

    /** {@return whether these pods can be placed in this order and are an answer for a root group that may be tried} */
    public boolean accepts(GroupRef ref, List<Assignment> placement) {
        Tree tree = trees.tried(ref);
        boolean holdsAll = release(ref).compareTo(KubernetesRelease.V1_37) >= 0;
        boolean held = tree != null
                && holdsAll
                && tree.pending().stream()
                        .anyMatch(pod -> !pod.spec().schedulingGates().isEmpty());
        if (tree == null || held) {
            return false;
        }
        Map<Pod, Node> placed = new IdentityHashMap<>();
        Map<Pod, Node> on = running();
        for (Assignment assignment : placement) {
            Node node = node(assignment.node());
            Pod pod = null;
            for (Pod pending : tree.pending()) {
                boolean named = pending.metadata().name().equals(assignment.pod())
                        && pending.metadata().namespace().equals(assignment.namespace());
                pod = named && pending.spec().schedulingGates().isEmpty() ? pending : pod;
            }
            if (pod == null
                    || node == null
                    || placed.containsKey(pod)
                    || !world(ref, tree, on).allows(pod, node)) {
                return false;
            }
            placed.put(pod, node);
            on.put(pod, node);
        }
        return isAnswer(tree, placed, release(ref));
    }

    private Map<Pod, Node> running() {
        Map<Pod, Node> running = new IdentityHashMap<>();
        for (Pod pod : pods) {
            Node node = node(pod.spec().nodeName());
            if (node != null && !Trees.finished(pod)) {
                running.put(pod, node);
            }
        }
        return running;
    }

    /**
     * {@return the values of its topology key where some valid answer for a root group places pods of a group inside
     * it}
     */
    public Set<String> domains(GroupRef root, GroupRef group) {
        Tree tree = trees.tried(root);
        Tree inside = trees.tree(group);
        Set<String> domains = new TreeSet<>();
        if (tree == null || inside == null || inside.key == null) {
            return domains;
        }
        List<Pod> free = new ArrayList<>();
        for (Pod pod : tree.pending()) {
            if (pod.spec().schedulingGates().isEmpty()) {
                free.add(pod);
            }
        }
        for (Map<Pod, Node> placed : answers(root, tree, free)) {
            for (Pod pod : inside.pending()) {
                if (placed.containsKey(pod)) {
                    domains.add(placed.get(pod).metadata().labels().get(inside.key));
                }
            }
        }
        return domains;
    }

    /** Breadth first: from every state that was reached, one more pod on one more node. */
    private List<Map<Pod, Node>> answers(GroupRef ref, Tree tree, List<Pod> free) {
        KubernetesRelease release = release(ref);
        Map<Pod, Node> start = running();
        List<Map<Pod, Node>> answers = new ArrayList<>();
        Set<List<Integer>> reached = new HashSet<>();
        List<List<Integer>> open = new ArrayList<>();
        List<Integer> nothing = new ArrayList<>();
        free.forEach(pod -> nothing.add(-1));
        open.add(nothing);
        reached.add(nothing);
        for (int i = 0; i < open.size(); i++) {
            List<Integer> state = open.get(i);
            Map<Pod, Node> placed = new IdentityHashMap<>();
            for (int p = 0; p < free.size(); p++) {
                if (state.get(p) >= 0) {
                    placed.put(free.get(p), nodes.get(state.get(p)));
                }
            }
            if (isAnswer(tree, placed, release)) {
                answers.add(placed);
            }
            Map<Pod, Node> on = new IdentityHashMap<>(start);
            on.putAll(placed);
            World world = world(ref, tree, on);
            for (int p = 0; p < free.size(); p++) {
                for (int n = 0; n < nodes.size() && state.get(p) < 0; n++) {
                    if (world.allows(free.get(p), nodes.get(n))) {
                        List<Integer> next = new ArrayList<>(state);
                        next.set(p, n);
                        if (reached.add(next)) {
                            open.add(next);
                        }
                    }
                }
            }
        }
        return answers;
    }

    private boolean isAnswer(Tree tree, Map<Pod, Node> placed, KubernetesRelease release) {
        if (placed.isEmpty() || !tree.succeeds(placed.keySet())) {
            return false;
        }
        for (Tree each : tree.trees()) {
            boolean touched = each.pending().stream().anyMatch(placed::containsKey);
            if (touched && !each.succeeds(placed.keySet())) {
                return false;
            }
            if (touched && each.key != null) {
                Set<@Nullable String> values = values(each, placed, release);
                if (values.size() != 1 || values.contains(null)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The values of a group's key where its pods are; null for a node without it, or that is not there. */
    private Set<@Nullable String> values(Tree tree, Map<Pod, Node> placed, KubernetesRelease release) {
        Set<@Nullable String> values = new HashSet<>();
        if (tree.key == null) {
            return values;
        }
        for (Pod pod : tree.running()) {
            Node node = node(pod.spec().nodeName());
            values.add(node == null ? null : value(node, tree.key, release));
        }
        for (Pod pod : tree.pending()) {
            Node node = placed.get(pod);
            if (node != null) {
                values.add(value(node, tree.key, release));
            }
        }
        return values;
    }

    private static @Nullable String value(Node node, String key, KubernetesRelease release) {
        String value = node.metadata().labels().get(key);
        return release == KubernetesRelease.V1_38 && "".equals(value) ? null : value;
    }

    private @Nullable Node node(String name) {
        for (Node node : nodes) {
            if (node.metadata().name().equals(name)) {
                return node;
            }
        }
        return null;
    }
}
