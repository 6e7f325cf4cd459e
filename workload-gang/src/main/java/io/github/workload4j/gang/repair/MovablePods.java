package io.github.workload4j.gang.repair;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.disruption.DisruptionBudgets;
import io.github.workload4j.gang.eligibility.PodAffinity;
import io.github.workload4j.gang.eligibility.PodAntiAffinity;
import io.github.workload4j.gang.eligibility.PodRequest;
import io.github.workload4j.gang.eligibility.PodTerm;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which running pods may be moved, by node, and why the others may not. */
final class MovablePods {

    private static final String DEFAULT_SCHEDULER = "default-scheduler";

    /** By names, the first that differs. */
    static final Comparator<List<Movable>> ORDER = (a, b) -> {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int byName = a.get(i).name().compareTo(b.get(i).name());
            if (byName != 0) {
                return byName;
            }
        }
        return Integer.compare(a.size(), b.size());
    };

    /** A pod that may be moved. One object for each, so that they are compared as objects. */
    static final class Movable {

        private final Pod pod;
        private final int node;
        private final int[] budgets;

        private Movable(Pod pod, int node, int[] budgets) {
            this.pod = pod;
            this.node = node;
            this.budgets = budgets;
        }

        Pod pod() {
            return pod;
        }

        /** {@return the number of its node} */
        int node() {
            return node;
        }

        /** {@return the numbers of the budgets that cover it} */
        List<Integer> budgets() {
            return Arrays.stream(budgets).boxed().toList();
        }

        /** {@return namespace and name} */
        String name() {
            return pod.metadata().qualifiedName();
        }
    }

    private final ClusterSnapshot snapshot;
    private final Groups groups;
    private final GroupRef asked;
    private final int priority;
    private final Set<String> schedulers = new HashSet<>();
    private final DisruptionBudgets budgets;
    private final List<List<Movable>> byNode = new ArrayList<>();
    private final Map<Immovable, Integer> immovable = new EnumMap<>(Immovable.class);

    private MovablePods(GroupQuestion question, Groups all, List<PodDisruptionBudget> budgets) {
        this.snapshot = question.snapshot();
        this.groups = all.in(snapshot.setup());
        this.asked = question.about().group();
        this.budgets = new DisruptionBudgets(
                budgets, SchedulerRules.of(question.about().release().release(), snapshot.setup()));
        this.priority = groups.priority(asked)
                .orElseGet(() -> question.podClasses().stream()
                        .mapToInt(kind -> priority(kind.pod()))
                        .max()
                        .orElse(0));
        schedulers.add(DEFAULT_SCHEDULER);
        question.podClasses().forEach(kind -> schedulers.add(scheduler(kind.pod())));
    }

    /** {@return a pod once it was moved: a new one, so that what the status said of the old one, is no more} */
    static Pod anew(Pod pod, String node) {
        return new Pod(pod.metadata(), pod.spec().toBuilder().nodeName(node).build(), PodStatus.EMPTY);
    }

    static MovablePods of(GroupQuestion question, Groups groups, List<PodDisruptionBudget> budgets) {
        MovablePods pods = new MovablePods(question, groups, budgets);
        Set<GroupRef> own = new HashSet<>();
        question.groups().forEach(group -> own.add(group.group()));
        for (int n = 0; n < pods.snapshot.nodes(); n++) {
            List<Movable> here = new ArrayList<>();
            for (Pod pod : pods.snapshot.podsOn(n)) {
                GroupRef group = GroupRef.of(pod).orElse(null);
                if (group == null || !own.contains(group)) {
                    pods.add(pod, group, n, here);
                }
            }
            here.sort(Comparator.comparing(Movable::name));
            pods.byNode.add(here);
        }
        return pods;
    }

    private void add(Pod pod, @Nullable GroupRef group, int node, List<Movable> here) {
        int[] covering = budgets.covering(pod);
        Immovable why = objection(pod, group, covering);
        if (why == null) {
            here.add(new Movable(pod, node, covering));
        } else {
            immovable.merge(why, 1, Integer::sum);
        }
    }

    /** {@return the pods that may be moved off a node, by name} */
    List<Movable> on(int node) {
        return byNode.get(node);
    }

    /** {@return how many pods may be moved} */
    int count() {
        return byNode.stream().mapToInt(List::size).sum();
    }

    /** {@return how many may not be moved} */
    Map<Immovable, Integer> immovable() {
        return immovable;
    }

    /** {@return whether each budget lets these of its pods go at once} */
    boolean areLetGo(List<Movable> some) {
        int[] left = budgets.allowed();
        for (Movable each : some) {
            for (int budget : each.budgets) {
                if (--left[budget] < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private @Nullable Immovable objection(Pod pod, @Nullable GroupRef group, int[] covering) {
        if (priority(pod) > priority || group != null && priorityAround(group) > priority) {
            return Immovable.PRIORITY;
        }
        if (pod.isTerminating()) {
            return Immovable.LEAVING;
        }
        Map<String, String> annotations = pod.metadata().annotations();
        if (annotations.containsKey("kubernetes.io/config.mirror")
                || pod.metadata().ownerReferences().stream()
                        .anyMatch(owner ->
                                owner.kind().equals("DaemonSet") || owner.kind().equals("Node"))) {
            return Immovable.NODE;
        }
        if ("false".equals(annotations.get("cluster-autoscaler.kubernetes.io/safe-to-evict"))
                || "true".equals(annotations.get("karpenter.sh/do-not-disrupt"))) {
            return Immovable.ANNOTATION;
        }
        if (covering.length > 1 || covering.length == 1 && budgets.allowed()[covering[0]] <= 0) {
            return Immovable.BUDGET;
        }
        if (group != null && !isFree(group)) {
            return Immovable.GROUP;
        }
        PodSpec spec = pod.spec();
        if (!spec.volumes().isEmpty()) {
            return Immovable.VOLUMES;
        }
        if (!spec.resourceClaims().isEmpty() || pod.status().extendedResourceClaim() != null) {
            return Immovable.DEVICES;
        }
        if (!schedulers.contains(scheduler(pod))) {
            return Immovable.SCHEDULER;
        }
        return isKnown(pod) ? null : Immovable.UNKNOWN;
    }

    /** {@return the highest priority that a group or one around it states} */
    private int priorityAround(GroupRef group) {
        int own = groups.priority(group).orElse(Integer.MIN_VALUE);
        return Math.max(own, groups.priority(groups.rootOf(group)).orElse(Integer.MIN_VALUE));
    }

    /** {@return whether members of a group may be moved one by one, to any node} */
    private boolean isFree(GroupRef group) {
        return groups.contains(group) && groups.disruptedWith(group).isEmpty() && !groups.isBound(group);
    }

    private boolean isKnown(Pod pod) {
        boolean[] known = {
            snapshot.knowsNamespaces() || !asks(PodAntiAffinity.terms(pod)) && !asks(PodAffinity.terms(pod))
        };
        PodRequest.of(pod, (resource, amount) -> known[0] &= snapshot.offers(resource));
        return known[0];
    }

    private static boolean asks(List<PodTerm> terms) {
        return terms.stream().anyMatch(PodTerm::asksForNamespaceLabels);
    }

    private static int priority(Pod pod) {
        Integer priority = pod.spec().priority();
        return priority == null ? 0 : priority;
    }

    private static String scheduler(Pod pod) {
        String named = pod.spec().schedulerName();
        return named.isEmpty() ? DEFAULT_SCHEDULER : named;
    }
}
