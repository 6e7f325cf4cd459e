package io.github.workload4j.gang.group;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is decided before any node is looked at: may the group be tried, and do its members agree?
 *
 * <p>In this order: something is pending; enough members exist (running ones count, gated ones too, and those that are
 * being deleted before they had a node; a leaf is ready with {@code minCount} members, or one, a composite with
 * {@code minGroupCount} ready groups inside, or one); no pending member is held by a scheduling gate, or up to 1.36 not
 * all are; {@linkplain Agreement members and groups agree}; running members of a group bound to one domain are in one.
 */
public final class Admission {

    private final ClusterSnapshot snapshot;
    private final GroupTree root;
    private final Membership membership;
    private final SchedulerRules rules;
    private final GroupSummary about;

    public Admission(
            ClusterSnapshot snapshot, GroupTree root, Membership membership, SchedulerRules rules, GroupSummary about) {
        this.snapshot = snapshot;
        this.root = root;
        this.membership = membership;
        this.rules = rules;
        this.about = about;
    }

    /** {@return the verdict, if it is one that needs no node; otherwise null} */
    @Nullable
    public Verdict verdict() {
        MemberCounts members = about.members();
        if (members.pending() == 0 && (members.running() > 0 || root.basic())) {
            return new Verdict.Satisfied(about);
        }
        if (!isReady(root, false)) {
            return isReady(root, true)
                    ? new Verdict.Errored(about, Reason.SCHEDULER_NAME_MISMATCH, schedulers(), "")
                    : new Verdict.Gated(about, Reason.QUORUM_NOT_REACHED, quorum());
        }
        if (members.pending() == 0) {
            return new Verdict.Satisfied(about);
        }
        if (members.gated() == members.pending() || members.gated() > 0 && rules.gatedMemberHoldsTree()) {
            return new Verdict.Gated(about, Reason.SCHEDULING_GATES, gates());
        }
        Verdict disagreement = new Agreement(root, membership, rules, about).verdict();
        return disagreement != null ? disagreement : domainConflict(root);
    }

    private boolean isReady(GroupTree group, boolean withForeign) {
        if (group.isLeaf()) {
            return membership.quorum(group, withForeign) >= group.minimum();
        }
        return group.children().stream()
                        .filter(child -> isReady(child, withForeign))
                        .count()
                >= group.minimum();
    }

    private String schedulers() {
        Set<String> all = new TreeSet<>(membership.schedulers());
        all.addAll(membership.otherSchedulers());
        return "the pods name the schedulers " + String.join(", ", all) + ", and too few name one";
    }

    private String quorum() {
        if (root.isLeaf()) {
            return membership.quorum(root, false) + " of " + root.minimum() + " pods exist";
        }
        long ready =
                root.children().stream().filter(child -> isReady(child, false)).count();
        return ready + " of " + root.minimum() + " groups have enough pods";
    }

    private String gates() {
        MemberCounts members = about.members();
        if (members.gated() == members.pending()) {
            return "all " + members.pending() + " pending pods are held by scheduling gates";
        }
        return members.gated() + " of " + members.pending() + " pending pods " + (members.gated() == 1 ? "is" : "are")
                + " held by scheduling gates, and so are the others until then";
    }

    /** {@return the first group, parents first, whose running members contradict its topology constraint; or null} */
    @Nullable
    public Verdict domainConflict(GroupTree group) {
        String key = group.topologyKey();
        if (key != null) {
            Set<String> values = new TreeSet<>();
            for (Pod pod : membership.running(group)) {
                int node = snapshot.indexOf(pod.spec().nodeName());
                String value = node < 0
                        ? null
                        : snapshot.node(node).metadata().labels().get(key);
                if (value == null || value.isEmpty() && !rules.emptyValueIsDomain()) {
                    return errored(
                            Reason.TOPOLOGY_DOMAIN_CONFLICT,
                            "a pod of " + group.ref() + " runs on node "
                                    + pod.spec().nodeName()
                                    + (node < 0
                                            ? ", which is not in the snapshot"
                                            : value == null
                                                    ? ", which has no label " + key
                                                    : ", whose label " + key + " is empty"));
                }
                values.add(value);
            }
            // Up to 1.37 the scheduler forgets an empty value if it comes on it first; in which order it looks is a
            // lot.
            if (values.size() > 1) {
                return errored(
                        Reason.TOPOLOGY_DOMAIN_CONFLICT,
                        "pods of " + group.ref() + " run in several domains of " + key + ": "
                                + values.stream().map(Admission::visible).collect(Collectors.joining(", ")));
            }
        }
        for (GroupTree child : group.children()) {
            Verdict conflict = domainConflict(child);
            if (conflict != null) {
                return conflict;
            }
        }
        return null;
    }

    /** {@return the domain that running members pin a group to, or -1; only for groups without a conflict} */
    public static int pinned(ClusterSnapshot snapshot, GroupTree group, Domains domains) {
        for (GroupTree leaf : group.leaves()) {
            for (Pod pod : snapshot.membersOf(leaf.ref())) {
                int node = pod.isAssigned() ? snapshot.indexOf(pod.spec().nodeName()) : -1;
                if (node >= 0 && domains.of()[node] >= 0) {
                    return domains.of()[node];
                }
            }
        }
        return -1;
    }

    private static String visible(String value) {
        return value.isEmpty() ? "\"\"" : value;
    }

    private Verdict errored(Reason reason, String detail) {
        return new Verdict.Errored(about, reason, detail, rules.conditionReason(!root.isLeaf(), false));
    }
}
