package io.github.workload4j.gang.replay;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.replay.ReplayFailure.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Does the group succeed with what was placed, in one domain where it must? */
final class GroupCheck {

    private final List<SchedulingObject> objects;
    private final Collection<Pod> pods;
    private final Map<String, Node> nodes;
    private final Branch root;
    private final ReplayRules rules;
    private final String scheduler;
    private final Set<String> members = new HashSet<>();
    private final Map<String, List<Pod>> waiting = new HashMap<>();
    private final boolean held;

    private static final String DEFAULT = "default-scheduler";

    /** A group with its own members and the groups inside. */
    private static final class Branch {
        private final GroupRef ref;
        private int minimum;
        private @Nullable SchedulingConstraints constraints;
        private final List<Branch> inside = new ArrayList<>();
        private final List<Pod> members = new ArrayList<>();

        Branch(GroupRef ref) {
            this.ref = ref;
        }

        List<Pod> all() {
            List<Pod> all = new ArrayList<>(members);
            inside.forEach(branch -> all.addAll(branch.all()));
            return all;
        }
    }

    GroupCheck(
            List<SchedulingObject> objects,
            Collection<Pod> pods,
            Map<String, Node> nodes,
            GroupRef root,
            ReplayRules rules) {
        this.objects = objects;
        this.pods = pods;
        this.nodes = nodes;
        this.rules = rules;
        this.root = branch(root);
        Set<String> named = new TreeSet<>();
        for (Pod pod : this.root.all()) {
            if (pod.spec().nodeName().isEmpty()) {
                named.add(scheduler(pod));
            }
        }
        this.scheduler = named.isEmpty() || named.contains(DEFAULT)
                ? DEFAULT
                : named.iterator().next();
        this.root.all().forEach(pod -> members.add(pod.metadata().qualifiedName()));
        this.held = rules.gateHoldsTree()
                && this.root.all().stream()
                        .anyMatch(pod ->
                                isQueued(pod) && !pod.spec().schedulingGates().isEmpty());
        for (Pod pod : pods) {
            String nominated = pod.status().nominatedNodeName();
            boolean waits = pod.spec().nodeName().isEmpty()
                    && !nominated.isEmpty()
                    && !Set.of("Succeeded", "Failed").contains(pod.status().phase());
            if (waits
                    && !members.contains(pod.metadata().qualifiedName())
                    && scheduler(pod).equals(scheduler)) {
                waiting.computeIfAbsent(nominated, node -> new ArrayList<>()).add(pod);
            }
        }
    }

    static String scheduler(Pod pod) {
        return pod.spec().schedulerName().isEmpty() ? DEFAULT : pod.spec().schedulerName();
    }

    private Branch branch(GroupRef ref) {
        Branch branch = new Branch(ref);
        for (SchedulingObject object : objects) {
            if (!object.metadata().namespaceOrDefault().equals(ref.namespace())) {
                continue;
            }
            boolean named = object.metadata().name().equals(ref.name())
                    && object.kind().equals(ref.kind().word());
            if (named && object instanceof PodGroup group) {
                branch.minimum = group.spec().schedulingPolicy().gang() == null
                        ? 1
                        : group.spec().schedulingPolicy().gang().minCount();
                branch.constraints = group.spec().schedulingConstraints();
            } else if (named && object instanceof CompositePodGroup group) {
                branch.minimum = group.spec().schedulingPolicy().gang() == null
                        ? 1
                        : group.spec().schedulingPolicy().gang().minGroupCount();
                branch.constraints = group.spec().schedulingConstraints();
            } else if (named && object instanceof Workload workload) {
                for (PodGroupTemplate group : workload.spec().podGroupTemplates()) {
                    if (group.name().equals(ref.podGroup())) {
                        branch.minimum = group.schedulingPolicy().gang() == null
                                ? 1
                                : group.schedulingPolicy().gang().minCount();
                        branch.constraints = group.schedulingConstraints();
                    }
                }
            }
            if (ref.kind() == GroupRef.Kind.COMPOSITE_POD_GROUP) {
                if (object instanceof PodGroup child
                        && ref.name().equals(child.spec().parentCompositePodGroupName())) {
                    branch.inside.add(branch(
                            GroupRef.podGroup(ref.namespace(), child.metadata().name())));
                } else if (object instanceof CompositePodGroup child
                        && ref.name().equals(child.spec().parentCompositePodGroupName())) {
                    branch.inside.add(branch(GroupRef.compositePodGroup(
                            ref.namespace(), child.metadata().name())));
                }
            }
        }
        pods.stream().filter(pod -> isMember(pod, ref)).forEach(branch.members::add);
        return branch;
    }

    private static boolean isMember(Pod pod, GroupRef ref) {
        boolean finished = Set.of("Succeeded", "Failed").contains(pod.status().phase());
        boolean goes = pod.spec().nodeName().isEmpty() && pod.metadata().deletionTimestamp() != null;
        if (finished || goes || !pod.metadata().namespaceOrDefault().equals(ref.namespace())) {
            return false;
        }
        WorkloadRef workload = pod.spec().workloadRef();
        if (workload != null) {
            return ref.kind() == GroupRef.Kind.WORKLOAD
                    && workload.name().equals(ref.name())
                    && workload.podGroup().equals(ref.podGroup())
                    && workload.podGroupReplicaKey().equals(ref.replicaKey());
        }
        return ref.kind() == GroupRef.Kind.POD_GROUP
                && pod.spec().schedulingGroup() != null
                && ref.name().equals(pod.spec().schedulingGroup().podGroupName());
    }

    /** {@return whether a pod is one of the tree that waits for its scheduler} */
    private boolean isQueued(Pod pod) {
        return pod.spec().nodeName().isEmpty() && scheduler(pod).equals(scheduler);
    }

    boolean mayPlace(Pod pod) {
        return isQueued(pod)
                && members.contains(pod.metadata().qualifiedName())
                && pod.spec().schedulingGates().isEmpty()
                && !held;
    }

    /**
     * {@return the pods of others that wait for a node which is nominated for them, and that a pod must give way to}
     */
    List<Pod> waitingFor(Node node, Pod pod) {
        return waiting.getOrDefault(node.metadata().name(), List.of()).stream()
                .filter(other -> priority(other) >= priority(pod))
                .toList();
    }

    private static int priority(Pod pod) {
        Integer priority = pod.spec().priority();
        return priority == null ? 0 : priority;
    }

    /**
     * Checks the group as a whole.
     *
     * @param named the domains that are said to be chosen; null if nothing is said
     */
    void check(Map<String, String> placed, @Nullable List<ChosenDomain> named, List<ReplayFailure> objections) {
        if (placed.isEmpty()) {
            objections.add(new ReplayFailure(Rule.MINIMUM, -1, "nothing is placed"));
        }
        if (!succeeds(root, placed)) {
            objections.add(new ReplayFailure(Rule.MINIMUM, -1, root.ref + " does not succeed"));
        }
        @Nullable List<ChosenDomain> left = named == null ? null : new ArrayList<>(named);
        check(root, placed, left, objections);
        if (left == null) {
            return;
        }
        for (ChosenDomain domain : left) {
            objections.add(new ReplayFailure(
                    Rule.DOMAIN,
                    -1,
                    domain.group() + " is said to be in " + domain.value() + " of " + domain.key() + " and is not"));
        }
    }

    private boolean succeeds(Branch branch, Map<String, String> placed) {
        if (branch.ref.kind() == GroupRef.Kind.COMPOSITE_POD_GROUP) {
            return branch.inside.stream()
                            .filter(inside -> succeeds(inside, placed))
                            .count()
                    >= branch.minimum;
        }
        return branch.members.stream()
                        .filter(pod -> !pod.spec().nodeName().isEmpty()
                                || placed.containsKey(pod.metadata().qualifiedName()))
                        .count()
                >= branch.minimum;
    }

    /** Takes the domains that are named rightly out of {@code named}. */
    private void check(
            Branch branch,
            Map<String, String> placed,
            @Nullable List<ChosenDomain> named,
            List<ReplayFailure> objections) {
        List<Pod> all = branch.all();
        boolean touched =
                all.stream().anyMatch(pod -> placed.containsKey(pod.metadata().qualifiedName()));
        if (touched && !succeeds(branch, placed)) {
            objections.add(new ReplayFailure(Rule.MINIMUM, -1, branch.ref + " fails and has pods placed"));
        }
        if (touched
                && rules.domainsOfGroups()
                && branch.constraints != null
                && !branch.constraints.topology().isEmpty()) {
            String key = branch.constraints.topology().get(0).key();
            Set<@Nullable String> values = new HashSet<>();
            for (Pod pod : all) {
                String on = placed.getOrDefault(
                        pod.metadata().qualifiedName(), pod.spec().nodeName());
                if (!on.isEmpty()) {
                    Node node = nodes.get(on);
                    @Nullable
                    String value =
                            node == null ? null : node.metadata().labels().get(key);
                    values.add(rules.emptyIsDomain() || !"".equals(value) ? value : null);
                }
            }
            @Nullable String only = values.size() == 1 ? values.iterator().next() : null;
            if (only == null || named != null && !named.remove(new ChosenDomain(branch.ref, key, only))) {
                String rest = named == null ? "" : ", not named is that";
                objections.add(new ReplayFailure(
                        Rule.DOMAIN, -1, branch.ref + " is in the domains " + values + " of " + key + rest));
            }
        }
        branch.inside.forEach(inside -> check(inside, placed, named, objections));
    }
}
