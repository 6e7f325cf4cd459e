package io.github.workload4j.gang.question;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.GroupObject;
import io.github.workload4j.api.GroupSpec;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.devices.PodClaims;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import io.github.workload4j.gang.group.GroupFacts;
import io.github.workload4j.gang.group.GroupTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree below a root, or says which rule of groups it breaks: a missing parent, a cycle, too many levels, a
 * policy that is none, more than one topology constraint.
 */
final class GroupTrees {

    private final Groups groups;
    private final SchedulerRules rules;

    GroupTrees(Groups groups, SchedulerRules rules) {
        this.groups = groups;
        this.rules = rules;
    }

    /** A rule of groups is broken. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Reason reason;

        Broken(Reason reason, String detail) {
            super(detail);
            this.reason = reason;
        }

        /** {@return what this is for an answer: a group that waits for its parent, else an error} */
        Verdict verdict(GroupSummary about, SchedulerRules rules) {
            String detail = String.valueOf(getMessage());
            if (reason == Reason.PARENT_NOT_FOUND) {
                return new Verdict.Gated(about, reason, detail);
            }
            boolean known = reason == Reason.HIERARCHY_TOO_DEEP && rules.limitsLevels();
            return new Verdict.Errored(about, reason, detail, known ? rules.conditionReason(true, true) : "");
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
        Set<GroupRef> path = new TreeSet<>(Set.of(root));
        for (GroupRef at = parent; at != null; at = groups.parent(at)) {
            if (!path.add(at)) {
                throw new Broken(Reason.GROUP_CYCLE, at + " is its own ancestor");
            }
        }
        return build(root, 1);
    }

    private void requireReadable(GroupRef ref) throws Broken {
        String fault = groups.fault(ref);
        if (fault != null) {
            throw new Broken(Reason.GROUP_UNREADABLE, ref.kind().word() + " " + ref + " cannot be read: " + fault);
        }
    }

    private GroupTree build(GroupRef ref, int level) throws Broken {
        // A group of groups on the last level has no level left for what is in it.
        boolean noLevelLeft =
                rules.limitsLevels() && level == rules.mostLevels() && ref.kind() == GroupRef.Kind.COMPOSITE_POD_GROUP;
        if (level > rules.mostLevels() || noLevelLeft) {
            String detail = ref + " is on level " + level;
            throw new Broken(
                    Reason.HIERARCHY_TOO_DEEP,
                    rules.limitsLevels()
                            ? detail + ", the deepest" + (noLevelLeft ? " for a group of groups" : "") + " is "
                                    + (noLevelLeft ? level - 1 : rules.mostLevels())
                            : detail + ", and no tree of more than " + rules.mostLevels() + " is looked at");
        }
        PodGroupTemplate embedded = groups.embedded(ref);
        if (embedded != null) {
            GroupFacts facts = new GroupFacts(ApiVersion.V1ALPHA1, null, null, null, false, null, null);
            return leaf(ref, embedded.schedulingPolicy(), embedded.schedulingConstraints(), facts);
        }
        PodGroup podGroup = groups.podGroup(ref);
        if (podGroup != null) {
            PodGroupSpec spec = podGroup.spec();
            PodClaims.OfGroup claims = spec.resourceClaims().isEmpty()
                    ? null
                    : new PodClaims.OfGroup(
                            ref.toString(),
                            spec.resourceClaims(),
                            podGroup.status().resourceClaimStatuses());
            return leaf(ref, spec.schedulingPolicy(), spec.schedulingConstraints(), facts(podGroup, claims));
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
        String key = key(ref, spec.schedulingConstraints());
        return new GroupTree(ref, minimum, basic, key, null, children, facts(composite, null));
    }

    private GroupFacts facts(GroupObject group, PodClaims.@Nullable OfGroup claims) {
        GroupSpec spec = group.spec();
        return new GroupFacts(
                group.apiVersion(),
                spec.priority(),
                spec.preemptionPolicy(),
                workload(spec.workloadRef()),
                spec.isDisruptedTogether(),
                claims,
                group.metadata().creationTimestamp());
    }

    private GroupTree leaf(
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

    private @Nullable String key(GroupRef ref, @Nullable SchedulingConstraints constraints) throws Broken {
        if (constraints == null || constraints.topology().isEmpty() || !rules.isTopologyAware()) {
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
