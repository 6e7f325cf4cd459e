package io.github.workload4j.gang.question;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.group.Admission;
import io.github.workload4j.gang.group.GroupTree;
import io.github.workload4j.gang.packing.PackingNodes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to mix what was found out about one state of the world with another. What is compared are values, so a
 * snapshot that differs only in what the question does not see is the same world. Costs time in members, of which those
 * of a group that nobody touched are not looked at, and for a certificate in names of nodes and, if the snapshots
 * differ, in columns.
 */
final class SameWorld {

    private SameWorld() {}

    /**
     * Makes sure that the groups of a question have the members in another snapshot that they have in its own.
     *
     * @throws IllegalArgumentException naming the first member that is not the same
     */
    static void requireMembers(GroupTree tree, ClusterSnapshot own, ClusterSnapshot other) {
        tree.leaves().forEach(leaf -> {
            List<Pod> asked = own.membersOf(leaf.ref());
            List<Pod> there = other.membersOf(leaf.ref());
            Pod odd = asked == there ? null : firstDifference(asked, there);
            if (odd != null) {
                throw new IllegalArgumentException(
                        "other: member " + odd.metadata().qualifiedName() + " of group " + leaf.ref()
                                + " is not the same in both snapshots (expected: a snapshot with the members that"
                                + " were asked about; others are a question of their own)");
            }
        });
    }

    /**
     * Makes sure that running members do not contradict the topology constraints of a question by where their nodes are
     * in another snapshot (gone, or in another domain), unless they do so in its own.
     *
     * @throws IllegalArgumentException naming the group and the node
     */
    static void requireDomains(GroupTree tree, Admission own, Admission other) {
        if (other.domainConflict(tree) instanceof Verdict.Errored conflict && own.domainConflict(tree) == null) {
            throw new IllegalArgumentException("other: " + conflict.detail()
                    + " (expected: running members in one domain, as in the snapshot that was asked)");
        }
    }

    private static @Nullable Pod firstDifference(List<Pod> asked, List<Pod> there) {
        for (int i = 0; i < Math.max(asked.size(), there.size()); i++) {
            if (i >= asked.size() || i >= there.size()) {
                return i < asked.size() ? asked.get(i) : there.get(i);
            }
            Pod a = asked.get(i);
            Pod b = there.get(i);
            if (!isSame(a, b)) {
                return a.metadata().name().compareTo(b.metadata().name()) <= 0 ? a : b;
            }
        }
        return null;
    }

    private static boolean isSame(Pod a, Pod b) {
        return a == b
                || a.metadata().name().equals(b.metadata().name())
                        && a.metadata().labels().equals(b.metadata().labels())
                        && a.spec().equals(b.spec());
    }

    /**
     * Makes sure that a verdict is one on a question.
     *
     * @throws IllegalArgumentException naming what is not of it
     */
    static void requireVerdict(GroupQuestion question, Verdict verdict) {
        GroupSummary about = question.about();
        GroupSummary said = verdict.about();
        if (!said.group().equals(about.group())
                || said.minimum() != about.minimum()
                || !said.members().equals(about.members())) {
            throw foreign(text(said), text(about));
        }
        if (verdict instanceof Verdict.Feasible feasible) {
            requirePlacement(question, feasible);
            requireEvidence(question, feasible.noMore());
        } else if (verdict instanceof Verdict.Infeasible infeasible) {
            requireEvidence(question, infeasible.evidence());
        } else if (!(verdict instanceof Verdict.Undetermined)) {
            throw foreign(verdict.word(), "one on a group that may be tried, as " + about.group() + " may here");
        }
    }

    private static String text(GroupSummary about) {
        return about.group() + ", " + about.minimum() + " needed, "
                + about.members().running() + " running, " + about.members().pending() + " pending";
    }

    private static void requirePlacement(GroupQuestion question, Verdict.Feasible feasible) {
        Set<String> waiting = new HashSet<>();
        question.podClasses()
                .forEach(kind ->
                        kind.pods().forEach(pod -> waiting.add(pod.metadata().qualifiedName())));
        for (Assignment each : feasible.placement()) {
            if (!waiting.contains(each.namespace() + "/" + each.pod())
                    || question.snapshot().indexOf(each.node()) < 0) {
                throw foreign(each.toString(), "pods that wait here, on nodes that are here");
            }
        }
    }

    private static void requireEvidence(GroupQuestion question, @Nullable Evidence evidence) {
        if (!(evidence instanceof Evidence.Certified certified)) {
            return;
        }
        if (!certified.classes().equals(question.names().classes())) {
            throw foreign("a proof about other pods", "one about the pods that wait here");
        }
        ClusterSnapshot snapshot = question.snapshot();
        List<String> nodes = certified.nodes();
        boolean same = nodes.size() == snapshot.nodes();
        for (int n = 0; same && n < snapshot.nodes(); n++) {
            same = nodes.get(n).equals(snapshot.node(n).metadata().name());
        }
        if (!same) {
            throw foreign("a proof about other nodes", "one about the nodes that are here");
        }
        if (!isFree(question.packing().nodes(), certified.packing().nodes())) {
            throw foreign("a proof about nodes with something else free", "one about what is free here");
        }
    }

    /** {@return whether the same is free of all that a question counts; a proof may count more before the slots} */
    private static boolean isFree(PackingNodes here, PackingNodes proof) {
        int last = here.resources() - 1;
        int more = proof.resources() - here.resources();
        if (more <= 0) {
            return proof.equals(here);
        }
        boolean same = here.count() == proof.count() && Arrays.equals(here.column(last), proof.column(last + more));
        for (int r = 0; same && r < last; r++) {
            same = Arrays.equals(here.column(r), proof.column(r));
        }
        return same;
    }

    private static IllegalArgumentException foreign(String found, String expected) {
        return new IllegalArgumentException(
                "verdict: of another snapshot or question: " + found + " (expected: " + expected + ")");
    }
}
