package io.github.workload4j.gang.question;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree below a root, or says which rule of groups it breaks: a missing parent, a cycle, more than {@value
 * #DEEPEST} levels, several Workloads in one tree, a policy that is none, more than one topology constraint.
 */
final class GroupTrees {

    private static final int DEEPEST = 4;

    private final Groups groups;

    GroupTrees(Groups groups) {
        this.groups = groups;
    }

    /** A rule of groups is broken. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Reason reason;

        Broken(Reason reason, String detail) {
            super(detail);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }

        String detail() {
            return String.valueOf(getMessage());
        }
    }

    /** {@return the tree, or null if there is no such group} */
    @Nullable
    GroupTree tree(GroupRef root) throws Broken {
        requireReadable(root);
        if (!groups.contains(root)) {
            return null;
        }
        GroupRef parent = groups.parent(root);
        if (parent != null && groups.composite(parent) == null) {
            requireReadable(parent);
            throw new Broken(
                    Reason.PARENT_NOT_FOUND, root + " names the parent " + parent.name() + ", which is not there");
        }
        Set<GroupRef> path = new TreeSet<>();
        for (GroupRef at = root; at != null; at = groups.parent(at)) {
            if (!path.add(at)) {
                throw new Broken(Reason.GROUP_CYCLE, at + " is its own ancestor");
            }
        }
        GroupTree tree = build(root, 1);
        Set<String> workloads = new TreeSet<>();
        tree.forEach(group -> {
            if (group.facts().workload() != null) {
                workloads.add(group.facts().workload());
            }
        });
        if (workloads.size() > 1) {
            throw new Broken(
                    Reason.MIXED_WORKLOADS, "groups of one tree were made from " + String.join(", ", workloads));
        }
        return tree;
    }

    private void requireReadable(GroupRef ref) throws Broken {
        String fault = groups.fault(ref);
        if (fault != null) {
            throw new Broken(Reason.GROUP_UNREADABLE, ref.kind().word() + " " + ref + " cannot be read: " + fault);
        }
    }

    private GroupTree build(GroupRef ref, int level) throws Broken {
        if (level > DEEPEST) {
            throw new Broken(Reason.HIERARCHY_TOO_DEEP, ref + " is on level " + level + ", the deepest is " + DEEPEST);
        }
        PodGroupTemplate embedded = groups.embedded(ref);
        if (embedded != null) {
            GroupFacts facts = new GroupFacts(ApiVersion.V1ALPHA1, null, null, null, false);
            return leaf(ref, embedded.schedulingPolicy(), embedded.schedulingConstraints(), facts);
        }
        PodGroup podGroup = groups.podGroup(ref);
        if (podGroup != null) {
            PodGroupSpec spec = podGroup.spec();
            GroupFacts facts = new GroupFacts(
                    podGroup.apiVersion(),
                    spec.priority(),
                    spec.preemptionPolicy(),
                    workload(spec.workloadRef()),
                    !spec.resourceClaims().isEmpty());
            return leaf(ref, spec.schedulingPolicy(), spec.schedulingConstraints(), facts);
        }
        return composite(ref, level);
    }

    private GroupTree composite(GroupRef ref, int level) throws Broken {
        CompositePodGroup composite = groups.composite(ref);
        if (composite == null) {
            throw new IllegalStateException(ref + " is not there");
        }
        CompositePodGroupSpec spec = composite.spec();
        CompositeSchedulingPolicy policy = spec.schedulingPolicy();
        boolean basic = policy instanceof CompositeSchedulingPolicy.Basic;
        int minimum = 1;
        if (policy instanceof CompositeSchedulingPolicy.Gang gang) {
            minimum = atLeastOne(ref, "minGroupCount", gang.minGroupCount());
        } else if (!basic) {
            throw notOnePolicy(ref);
        }
        List<GroupTree> children = new ArrayList<>();
        for (GroupRef child : groups.children(ref)) {
            children.add(build(child, level + 1));
        }
        GroupFacts facts = new GroupFacts(
                composite.apiVersion(), spec.priority(), spec.preemptionPolicy(), workload(spec.workloadRef()), false);
        return new GroupTree(ref, minimum, basic, key(ref, spec.schedulingConstraints()), null, children, facts);
    }

    private static GroupTree leaf(
            GroupRef ref, SchedulingPolicy policy, @Nullable SchedulingConstraints constraints, GroupFacts facts)
            throws Broken {
        boolean basic = policy instanceof SchedulingPolicy.Basic;
        int minimum = 1;
        if (policy instanceof SchedulingPolicy.Gang gang) {
            minimum = atLeastOne(ref, "minCount", gang.minCount());
        } else if (!basic) {
            throw notOnePolicy(ref);
        }
        return new GroupTree(ref, minimum, basic, key(ref, constraints), null, List.of(), facts);
    }

    private static int atLeastOne(GroupRef ref, String field, int value) throws Broken {
        if (value < 1) {
            throw new Broken(Reason.INVALID_GROUP, field + " of " + ref + " is " + value + ", below 1");
        }
        return value;
    }

    private static Broken notOnePolicy(GroupRef ref) {
        return new Broken(Reason.INVALID_GROUP, ref + " has no scheduling policy, or several");
    }

    private static @Nullable String key(GroupRef ref, @Nullable SchedulingConstraints constraints) throws Broken {
        if (constraints == null || constraints.topology().isEmpty()) {
            return null;
        }
        if (constraints.topology().size() > 1) {
            throw new Broken(
                    Reason.INVALID_GROUP, ref + " has " + constraints.topology().size() + " topology constraints");
        }
        return constraints.topology().get(0).key();
    }

    private static @Nullable String workload(@Nullable TemplateRef ref) {
        return ref instanceof TemplateRef.Named named ? named.workloadName() : null;
    }
}
