package io.github.workload4j.gang.question;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.Domains;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is decided before any node is looked at: may the group be tried, and do its members agree?
 *
 * <p>In this order: something is pending; enough members exist (running ones count, gated ones too; a leaf is ready
 * with {@code minCount} members or a basic policy, a composite with {@code minGroupCount} ready groups inside, or one);
 * some pending member is not held by a scheduling gate; all members name one scheduler; since {@code v1alpha3} they
 * agree with the root group and each other in priority and preemption policy, as far as the manifests say; running
 * members of a group bound to one domain are in one.
 */
final class Admission {

    private static final String DEFAULT_SCHEDULER = "default-scheduler";

    private final ClusterSnapshot snapshot;
    private final GroupTree root;
    private final GroupSummary about;
    private final List<Pod> pods = new ArrayList<>();

    Admission(ClusterSnapshot snapshot, GroupTree root, GroupSummary about) {
        this.snapshot = snapshot;
        this.root = root;
        this.about = about;
        root.forEachLeaf(leaf -> pods.addAll(snapshot.membersOf(leaf.ref())));
    }

    /** {@return the verdict, if it is one that needs no node; otherwise null} */
    @Nullable
    Verdict verdict() {
        MemberCounts members = about.members();
        if (members.pending() == 0 && (members.running() > 0 || root.basic())) {
            return new Verdict.Satisfied(about);
        }
        if (!isReady(root)) {
            return new Verdict.Gated(about, Reason.QUORUM_NOT_REACHED, quorum());
        }
        if (members.pending() == 0) {
            return new Verdict.Satisfied(about);
        }
        if (members.gated() == members.pending()) {
            return new Verdict.Gated(
                    about,
                    Reason.SCHEDULING_GATES,
                    "all " + members.pending() + " pending pods are held by scheduling gates");
        }
        Verdict disagreement = disagreement();
        return disagreement != null ? disagreement : domainConflict(root);
    }

    private boolean isReady(GroupTree group) {
        if (group.isLeaf()) {
            return group.basic() || snapshot.members(group.ref()).total() >= group.minimum();
        }
        return group.children().stream().filter(this::isReady).count() >= group.minimum();
    }

    private String quorum() {
        if (root.isLeaf()) {
            return about.members().total() + " of " + root.minimum() + " pods exist";
        }
        long ready = root.children().stream().filter(this::isReady).count();
        return ready + " of " + root.minimum() + " groups have enough pods";
    }

    private @Nullable Verdict disagreement() {
        Set<String> schedulers = new TreeSet<>();
        Set<Integer> priorities = new TreeSet<>();
        Set<String> policies = new TreeSet<>();
        GroupFacts facts = root.facts();
        if (facts.priority() != null) {
            priorities.add(facts.priority());
        }
        if (facts.preemptionPolicy() != null) {
            policies.add(facts.preemptionPolicy().value());
        }
        for (Pod pod : pods) {
            String scheduler = pod.spec().schedulerName();
            schedulers.add(scheduler.isEmpty() ? DEFAULT_SCHEDULER : scheduler);
            if (pod.spec().priority() != null) {
                priorities.add(pod.spec().priority());
            }
            if (pod.spec().preemptionPolicy() != null) {
                policies.add(pod.spec().preemptionPolicy().value());
            }
        }
        if (schedulers.size() > 1) {
            return errored(
                    Reason.SCHEDULER_NAME_MISMATCH, "the pods name the schedulers " + String.join(", ", schedulers));
        }
        if (!facts.apiVersion().isAtLeast(ApiVersion.V1ALPHA3)) {
            return null;
        }
        if (priorities.size() > 1) {
            return errored(Reason.PRIORITY_MISMATCH, "group and pods have the priorities " + priorities);
        }
        return policies.size() > 1
                ? errored(
                        Reason.PREEMPTION_POLICY_MISMATCH,
                        "group and pods have the preemption policies " + String.join(", ", policies))
                : null;
    }

    /** {@return the first group, parents first, whose running members contradict its topology constraint; or null} */
    @Nullable
    Verdict domainConflict(GroupTree group) {
        String key = group.topologyKey();
        if (key != null) {
            Set<String> values = new TreeSet<>();
            for (Pod pod : running(snapshot, group)) {
                int node = snapshot.indexOf(pod.spec().nodeName());
                String value = node < 0
                        ? null
                        : snapshot.node(node).metadata().labels().get(key);
                if (value == null) {
                    return errored(
                            Reason.TOPOLOGY_DOMAIN_CONFLICT,
                            "a pod of " + group.ref() + " runs on node "
                                    + pod.spec().nodeName()
                                    + (node < 0 ? ", which is not in the snapshot" : ", which has no label " + key));
                }
                values.add(value);
            }
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
    static int pinned(ClusterSnapshot snapshot, GroupTree group, Domains domains) {
        for (Pod pod : running(snapshot, group)) {
            return domains.of()[snapshot.indexOf(pod.spec().nodeName())];
        }
        return -1;
    }

    private static List<Pod> running(ClusterSnapshot snapshot, GroupTree group) {
        List<Pod> running = new ArrayList<>();
        group.forEachLeaf(leaf -> {
            for (Pod pod : snapshot.membersOf(leaf.ref())) {
                if (pod.isAssigned()) {
                    running.add(pod);
                }
            }
        });
        return running;
    }

    private static String visible(String value) {
        return value.isEmpty() ? "\"\"" : value;
    }

    private Verdict errored(Reason reason, String detail) {
        return new Verdict.Errored(about, reason, detail);
    }
}
