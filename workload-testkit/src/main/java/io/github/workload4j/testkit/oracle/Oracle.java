package io.github.workload4j.testkit.oracle;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PreemptionPolicy;
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
    private final Map<String, Map<String, String>> namespaces = new HashMap<>();

    private Oracle(
            Collection<Node> nodes,
            Collection<Pod> pods,
            Collection<? extends SchedulingObject> objects,
            Collection<Namespace> namespaces) {
        this.nodes = List.copyOf(nodes);
        this.pods = List.copyOf(pods);
        this.objects = List.copyOf(objects);
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
        return new Oracle(nodes, pods, objects, namespaces);
    }

    /** A group as the rules speak of it. */
    private static final class Tree {
        private final boolean leaf;
        private int minimum = 1;
        private boolean basic;
        private @Nullable String key;
        private ApiVersion version = ApiVersion.V1ALPHA1;
        private @Nullable Integer priority;
        private @Nullable PreemptionPolicy preemption;
        private final List<Tree> children = new ArrayList<>();
        private final List<Pod> running = new ArrayList<>();
        private final List<Pod> pending = new ArrayList<>();

        Tree(boolean leaf) {
            this.leaf = leaf;
        }

        private List<Pod> running() {
            List<Pod> all = new ArrayList<>(running);
            children.forEach(child -> all.addAll(child.running()));
            return all;
        }

        private List<Pod> pending() {
            List<Pod> all = new ArrayList<>(pending);
            children.forEach(child -> all.addAll(child.pending()));
            return all;
        }

        private List<Tree> trees() {
            List<Tree> all = new ArrayList<>(List.of(this));
            children.forEach(child -> all.addAll(child.trees()));
            return all;
        }

        private boolean ready() {
            return leaf
                    ? basic || running.size() + pending.size() >= minimum
                    : children.stream().filter(Tree::ready).count() >= minimum;
        }

        private boolean succeeds(Set<Pod> placed) {
            return leaf
                    ? running.size() + pending.stream().filter(placed::contains).count() >= minimum
                    : children.stream().filter(child -> child.succeeds(placed)).count() >= minimum;
        }
    }

    /** {@return what is true of a root group} */
    public OracleAnswer answer(GroupRef ref) {
        Set<String> faults = new Faults(objects).of(ref);
        if (!faults.isEmpty()) {
            return new OracleAnswer("error", faults, 0);
        }
        Tree tree = tree(ref);
        if (tree == null) {
            return OracleAnswer.of("gated", "GroupNotFound");
        }
        List<Pod> pending = tree.pending();
        List<Pod> running = tree.running();
        if (pending.isEmpty() && (!running.isEmpty() || tree.basic)) {
            return OracleAnswer.of("satisfied", "NothingPending");
        }
        if (!tree.ready()) {
            return OracleAnswer.of("gated", "QuorumNotReached");
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
        if (free.isEmpty()) {
            return OracleAnswer.of("gated", "SchedulingGates");
        }
        String disagreement = disagreement(tree);
        if (!disagreement.isEmpty()) {
            return OracleAnswer.of("error", disagreement);
        }
        for (Tree each : tree.trees()) {
            Set<@Nullable String> values = values(each, Map.of());
            if (each.key != null && !each.running().isEmpty() && (values.size() > 1 || values.contains(null))) {
                return OracleAnswer.of("error", "TopologyDomainConflict");
            }
        }
        int most = 0;
        for (Map<Pod, Node> placed : answers(tree, free)) {
            most = Math.max(most, placed.size());
        }
        return most > 0 ? new OracleAnswer("feasible", Set.of(), most) : new OracleAnswer("infeasible", Set.of(), 0);
    }

    /** Section 3. What a manifest does not say is not known to differ: a cluster would have filled it in. */
    private static String disagreement(Tree tree) {
        List<Pod> members = tree.running();
        members.addAll(tree.pending());
        Set<String> schedulers = new HashSet<>();
        Set<Integer> priorities = new HashSet<>();
        Set<String> policies = new HashSet<>();
        if (tree.priority != null) {
            priorities.add(tree.priority);
        }
        if (tree.preemption != null) {
            policies.add(tree.preemption.value());
        }
        for (Pod pod : members) {
            schedulers.add(
                    pod.spec().schedulerName().isEmpty()
                            ? "default-scheduler"
                            : pod.spec().schedulerName());
            if (pod.spec().priority() != null) {
                priorities.add(pod.spec().priority());
            }
            if (pod.spec().preemptionPolicy() != null) {
                policies.add(pod.spec().preemptionPolicy().value());
            }
        }
        if (schedulers.size() > 1) {
            return "SchedulerNameMismatch";
        }
        boolean since137 = tree.version == ApiVersion.V1ALPHA3 || tree.version == ApiVersion.V1BETA1;
        if (since137 && priorities.size() > 1) {
            return "PriorityMismatch";
        }
        return since137 && policies.size() > 1 ? "PreemptionPolicyMismatch" : "";
    }

    /** {@return whether these pods can be placed in this order and are an answer for a root group that may be tried} */
    public boolean accepts(GroupRef ref, List<Assignment> placement) {
        Tree tree = tree(ref);
        if (tree == null) {
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
                    || !new World(nodes, on, namespaces).allows(pod, node)) {
                return false;
            }
            placed.put(pod, node);
            on.put(pod, node);
        }
        return isAnswer(tree, placed);
    }

    private Map<Pod, Node> running() {
        Map<Pod, Node> running = new IdentityHashMap<>();
        for (Pod pod : pods) {
            Node node = node(pod.spec().nodeName());
            if (node != null && !finished(pod)) {
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
        Tree tree = tree(root);
        Tree inside = tree(group);
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
        for (Map<Pod, Node> placed : answers(tree, free)) {
            for (Pod pod : inside.pending()) {
                if (placed.containsKey(pod)) {
                    domains.add(placed.get(pod).metadata().labels().get(inside.key));
                }
            }
        }
        return domains;
    }

    /** Breadth first: from every state that was reached, one more pod on one more node. */
    private List<Map<Pod, Node>> answers(Tree tree, List<Pod> free) {
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
            if (isAnswer(tree, placed)) {
                answers.add(placed);
            }
            Map<Pod, Node> on = new IdentityHashMap<>(start);
            on.putAll(placed);
            World world = new World(nodes, on, namespaces);
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

    private boolean isAnswer(Tree tree, Map<Pod, Node> placed) {
        if (placed.isEmpty() || !tree.succeeds(placed.keySet())) {
            return false;
        }
        for (Tree each : tree.trees()) {
            boolean touched = each.pending().stream().anyMatch(placed::containsKey);
            if (touched && !each.succeeds(placed.keySet())) {
                return false;
            }
            if (touched && each.key != null) {
                Set<@Nullable String> values = values(each, placed);
                if (values.size() != 1 || values.contains(null)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The values of a group's key where its pods are; null for a node without it, or that is not there. */
    private Set<@Nullable String> values(Tree tree, Map<Pod, Node> placed) {
        Set<@Nullable String> values = new HashSet<>();
        if (tree.key == null) {
            return values;
        }
        for (Pod pod : tree.running()) {
            Node node = node(pod.spec().nodeName());
            values.add(node == null ? null : node.metadata().labels().get(tree.key));
        }
        for (Pod pod : tree.pending()) {
            Node node = placed.get(pod);
            if (node != null) {
                values.add(node.metadata().labels().get(tree.key));
            }
        }
        return values;
    }

    private @Nullable Node node(String name) {
        for (Node node : nodes) {
            if (node.metadata().name().equals(name)) {
                return node;
            }
        }
        return null;
    }

    private static boolean finished(Pod pod) {
        return pod.status().phase().equals("Succeeded") || pod.status().phase().equals("Failed");
    }

    private @Nullable Tree tree(GroupRef ref) {
        Tree tree = new Tree(ref.kind() != GroupRef.Kind.COMPOSITE_POD_GROUP);
        boolean found = false;
        for (SchedulingObject object : objects) {
            boolean named = object.metadata().namespace().equals(ref.namespace())
                    && object.metadata().name().equals(ref.name())
                    && object.kind().equals(ref.kind().word());
            if (named && object instanceof PodGroup group) {
                found = true;
                tree.basic = group.spec().schedulingPolicy().basic() != null;
                tree.minimum =
                        tree.basic ? 1 : group.spec().schedulingPolicy().gang().minCount();
                tree.key = key(group.spec().schedulingConstraints());
                tree.version = group.apiVersion();
                tree.priority = group.spec().priority();
                tree.preemption = group.spec().preemptionPolicy();
            } else if (named && object instanceof CompositePodGroup group) {
                found = true;
                tree.basic = group.spec().schedulingPolicy().basic() != null;
                tree.minimum =
                        tree.basic ? 1 : group.spec().schedulingPolicy().gang().minGroupCount();
                tree.key = key(group.spec().schedulingConstraints());
                tree.version = group.apiVersion();
                tree.priority = group.spec().priority();
                tree.preemption = group.spec().preemptionPolicy();
            } else if (named && object instanceof Workload workload) {
                for (PodGroupTemplate group : workload.spec().podGroupTemplates()) {
                    if (group.name().equals(ref.podGroup())) {
                        found = true;
                        tree.basic = group.schedulingPolicy().basic() != null;
                        tree.minimum =
                                tree.basic ? 1 : group.schedulingPolicy().gang().minCount();
                        tree.key = key(group.schedulingConstraints());
                    }
                }
            }
            if (!tree.leaf
                    && object instanceof PodGroup child
                    && isIn(child, child.spec().parentCompositePodGroupName(), ref)) {
                tree.children.add(
                        tree(GroupRef.podGroup(ref.namespace(), child.metadata().name())));
            }
            if (!tree.leaf
                    && object instanceof CompositePodGroup child
                    && isIn(child, child.spec().parentCompositePodGroupName(), ref)) {
                tree.children.add(tree(GroupRef.compositePodGroup(
                        ref.namespace(), child.metadata().name())));
            }
        }
        for (Pod pod : pods) {
            if (tree.leaf && belongs(pod, ref) && !finished(pod)) {
                if (!pod.spec().nodeName().isEmpty()) {
                    tree.running.add(pod);
                } else if (pod.metadata().deletionTimestamp() == null) {
                    tree.pending.add(pod);
                }
            }
        }
        return found ? tree : null;
    }

    private static boolean isIn(SchedulingObject child, @Nullable String parent, GroupRef ref) {
        return child.metadata().namespace().equals(ref.namespace())
                && ref.name().equals(parent);
    }

    private static @Nullable String key(@Nullable SchedulingConstraints constraints) {
        return constraints == null || constraints.topology().isEmpty()
                ? null
                : constraints.topology().get(0).key();
    }

    private static boolean belongs(Pod pod, GroupRef ref) {
        Map<String, String> said = new HashMap<>();
        if (pod.spec().workloadRef() != null) {
            said.put("kind", "Workload");
            said.put("name", pod.spec().workloadRef().name());
            said.put("group", pod.spec().workloadRef().podGroup());
            said.put("key", pod.spec().workloadRef().podGroupReplicaKey());
        } else if (pod.spec().schedulingGroup() != null) {
            said.put("kind", "PodGroup");
            said.put("name", pod.spec().schedulingGroup().podGroupName());
            said.put("group", "");
            said.put("key", "");
        }
        return pod.metadata().namespace().equals(ref.namespace())
                && ref.kind().word().equals(said.get("kind"))
                && ref.name().equals(said.get("name"))
                && ref.podGroup().equals(said.get("group"))
                && ref.replicaKey().equals(said.get("key"));
    }
}
