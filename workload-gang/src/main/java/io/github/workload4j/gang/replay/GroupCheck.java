package io.github.workload4j.gang.replay;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.replay.ReplayFailure.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Does the group succeed with what was placed, in one domain where it must? */
final class GroupCheck {

    private final ClusterBefore cluster;
    private final Branch root;
    private final ReplayRules rules;
    private final String scheduler;
    private final Set<String> members = new HashSet<>();
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

    GroupCheck(ClusterBefore cluster, GroupRef root, ReplayRules rules) {
        this.cluster = cluster;
        this.rules = rules;
        this.root = branch(root, new HashSet<>());
        Set<String> named = new TreeSet<>();
        for (Pod pod : this.root.all()) {
            if (pod.spec().nodeName().isEmpty()) {
                named.add(scheduler(pod));
            }
            members.add(pod.metadata().qualifiedName());
        }
        this.scheduler = named.isEmpty() || named.contains(DEFAULT)
                ? DEFAULT
                : named.iterator().next();
        this.held = rules.gateHoldsTree()
                && this.root.all().stream()
                        .anyMatch(pod ->
                                isQueued(pod) && !pod.spec().schedulingGates().isEmpty());
    }

    static String scheduler(Pod pod) {
        return pod.spec().schedulerName().isEmpty() ? DEFAULT : pod.spec().schedulerName();
    }

    /**
     * {@return a group with those inside it}
     *
     * @param around groups it is in: one that is inside itself is left out there
     */
    private Branch branch(GroupRef ref, Set<GroupRef> around) {
        Branch branch = new Branch(ref);
        branch.members.addAll(cluster.members(ref));
        around.add(ref);
        for (SchedulingObject object : cluster.named(ref)) {
            if (object instanceof PodGroup group) {
                branch.minimum = group.spec().schedulingPolicy().gang() == null
                        ? 1
                        : group.spec().schedulingPolicy().gang().minCount();
                branch.constraints = group.spec().schedulingConstraints();
            } else if (object instanceof CompositePodGroup group) {
                branch.minimum = group.spec().schedulingPolicy().gang() == null
                        ? 1
                        : group.spec().schedulingPolicy().gang().minGroupCount();
                branch.constraints = group.spec().schedulingConstraints();
            } else if (object instanceof Workload workload) {
                for (PodGroupTemplate group : workload.spec().podGroupTemplates()) {
                    if (group.name().equals(ref.podGroup())) {
                        branch.minimum = group.schedulingPolicy().gang() == null
                                ? 1
                                : group.schedulingPolicy().gang().minCount();
                        branch.constraints = group.schedulingConstraints();
                    }
                }
            }
        }
        for (SchedulingObject child : cluster.inside(ref)) {
            GroupRef inside = child instanceof PodGroup
                    ? GroupRef.podGroup(ref.namespace(), child.metadata().name())
                    : GroupRef.compositePodGroup(
                            ref.namespace(), child.metadata().name());
            if (!around.contains(inside)) {
                branch.inside.add(branch(inside, around));
            }
        }
        around.remove(ref);
        return branch;
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
        return cluster.nominated(node.metadata().name()).stream()
                .filter(other -> !members.contains(other.metadata().qualifiedName())
                        && scheduler(other).equals(scheduler)
                        && priority(other) >= priority(pod))
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
                    Node node = cluster.assumed.nodes().get(on);
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
