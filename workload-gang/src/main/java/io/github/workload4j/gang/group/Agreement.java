package io.github.workload4j.gang.group;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Do the members of a tree agree with each other, with its groups, and the groups among themselves, as the release
 * wants it?
 *
 * <p>Always: those that run name the scheduler of those that wait. From 1.37 on, pods have the priority of the root
 * group, where none is written it is 0, and its preemption policy, where none is written {@code PreemptLowerPriority}.
 * From 1.38 on a root group without a policy has its pods', and the groups inside agree with it in the Workload they
 * were made from, in priority, and in the preemption policy if they have one; a gang of groups has no group with the
 * basic policy in it, and a group that is disrupted as a whole none that is disrupted pod by pod.
 */
final class Agreement {

    private final GroupTree root;
    private final SchedulerRules rules;
    private final GroupSummary about;
    private final Membership membership;
    private final List<Pod> pods = new ArrayList<>();

    Agreement(GroupTree root, Membership membership, SchedulerRules rules, GroupSummary about) {
        this.root = root;
        this.rules = rules;
        this.about = about;
        this.membership = membership;
        for (GroupTree leaf : root.leaves()) {
            pods.addAll(membership.queued(leaf));
        }
        pods.addAll(membership.running(root));
    }

    /** {@return the error, or null if all agree} */
    @Nullable
    Verdict verdict() {
        Set<String> schedulers = new TreeSet<>(membership.schedulers());
        for (Pod pod : pods) {
            schedulers.add(Membership.schedulerOf(pod));
        }
        if (schedulers.size() > 1) {
            return errored(
                    Reason.SCHEDULER_NAME_MISMATCH, "the pods name the schedulers " + String.join(", ", schedulers));
        }
        if (!rules.comparesPriorities()) {
            return null;
        }
        if (rules.comparesGroups()) {
            Verdict disagreement = groups(root);
            if (disagreement != null) {
                return disagreement;
            }
        }
        int priority = root.facts().priorityOrZero();
        for (Pod pod : pods) {
            if (priority(pod) != priority) {
                return errored(
                        Reason.PRIORITY_MISMATCH,
                        "pod " + pod.metadata().name() + " has priority " + priority(pod) + ", group " + root.ref()
                                + " has " + priority);
            }
        }
        PreemptionPolicy policy = policy();
        for (Pod pod : pods) {
            if (policy(pod) != policy && !policy(pod).equals(policy)) {
                return errored(
                        Reason.PREEMPTION_POLICY_MISMATCH,
                        "pod " + pod.metadata().name() + " has preemption policy "
                                + policy(pod).value() + ", not " + policy.value());
            }
        }
        return null;
    }

    private static int priority(Pod pod) {
        return pod.spec().priority() == null ? 0 : pod.spec().priority();
    }

    private static PreemptionPolicy policy(Pod pod) {
        PreemptionPolicy own = pod.spec().preemptionPolicy();
        return own == null ? PreemptionPolicy.PREEMPT_LOWER_PRIORITY : own;
    }

    /** {@return the preemption policy that all must have: the root group's, or else that of the first pod} */
    private PreemptionPolicy policy() {
        PreemptionPolicy own = root.facts().preemptionPolicy();
        if (rules.readsGroupPreemptionPolicy()) {
            if (own != null) {
                return own;
            }
            if (!rules.groupTakesPolicyOfPods()) {
                return PreemptionPolicy.PREEMPT_LOWER_PRIORITY;
            }
        }
        return policy(pods.get(0));
    }

    private @Nullable Verdict groups(GroupTree parent) {
        for (GroupTree child : parent.children()) {
            Verdict disagreement = disagreement(parent, child);
            disagreement = disagreement != null ? disagreement : groups(child);
            if (disagreement != null) {
                return disagreement;
            }
        }
        return null;
    }

    private @Nullable Verdict disagreement(GroupTree parent, GroupTree child) {
        GroupFacts own = child.facts();
        if (!Objects.equals(own.workload(), root.facts().workload())) {
            return errored(
                    Reason.MIXED_WORKLOADS,
                    root.ref() + " was made from Workload " + root.facts().workload() + ", " + child.ref() + " from "
                            + own.workload());
        }
        if (own.priorityOrZero() != root.facts().priorityOrZero()) {
            return errored(
                    Reason.PRIORITY_MISMATCH,
                    "group " + child.ref() + " has priority " + own.priorityOrZero() + ", group " + root.ref() + " has "
                            + root.facts().priorityOrZero());
        }
        PreemptionPolicy policy = own.preemptionPolicy();
        if (policy != null && !policy.equals(policy())) {
            return errored(
                    Reason.PREEMPTION_POLICY_MISMATCH,
                    "group " + child.ref() + " has preemption policy " + policy.value() + ", not " + policy().value());
        }
        if (!parent.basic() && child.basic()) {
            return errored(
                    Reason.BASIC_IN_GANG,
                    "group " + child.ref() + " has the basic policy and is in " + parent.ref() + ", a gang");
        }
        if (parent.facts().disruptedAsWhole() && !own.disruptedAsWhole()) {
            return errored(
                    Reason.DISRUPTION_MODE_MISMATCH,
                    "group " + child.ref() + " may be disrupted pod by pod and is in " + parent.ref()
                            + ", which is disrupted as a whole");
        }
        return null;
    }

    private Verdict errored(Reason reason, String detail) {
        return new Verdict.Errored(about, reason, detail, rules.conditionReason(!root.isLeaf(), true));
    }
}
