package io.github.workload4j.gang.question;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.group.GroupTree;
import io.github.workload4j.gang.order.CycleQueue;
import io.github.workload4j.gang.order.GreedyCycle;
import io.github.workload4j.gang.order.Step;
import io.github.workload4j.gang.podclass.Compilation;
import io.github.workload4j.gang.podclass.PodClasses;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The pending pods of a question in the order in which kube-scheduler tries them, and by name what a cycle did with
 * them.
 *
 * <p>Groups inside a group go by creation time (without one, first), then by name, composites before PodGroups of one
 * name; pods by priority, high to low, then by creation time (without one, first), then by name. The scheduler has no
 * creation time of a pod in mind but that at which it came to the queue, which no object says.
 */
final class PodsInCycle {

    private static final Comparator<GroupTree> ORDER = Comparator.comparing(
                    (GroupTree group) -> group.facts().created(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(group -> group.ref().name())
            .thenComparing(group -> group.isLeaf() ? 1 : 0);

    private final PodClasses question;
    private final ClusterSnapshot snapshot;
    private final Compilation numbers;

    PodsInCycle(PodClasses question) {
        this.question = question;
        this.snapshot = question.snapshot();
        this.numbers = new Compilation(question);
    }

    /** {@return the groups and their pending pods in the order in which the scheduler tries them} */
    CycleQueue queue() {
        return of(question.root());
    }

    private CycleQueue of(GroupTree group) {
        Map<Pod, Integer> classOf = new IdentityHashMap<>();
        for (int c = 0; c < question.entries().size(); c++) {
            int podClass = c;
            question.entries().get(c).pods().forEach(pod -> classOf.put(pod, podClass));
        }
        List<Integer> pods = waiting(group).stream().map(classOf::get).toList();
        List<CycleQueue> children =
                group.children().stream().sorted(ORDER).map(this::of).toList();
        int[] rank = {};
        if (group.topologyKey() != null) {
            List<String> values = question.domains(group.topologyKey()).values();
            Map<String, Integer> place = new HashMap<>();
            new TreeSet<>(values).forEach(value -> place.put(value, place.size()));
            rank = values.stream().mapToInt(place::get).toArray();
        }
        return new CycleQueue(
                numbers.group(group), question.membership().running(group).size(), pods, children, rank);
    }

    /** {@return the pending pods of a leaf without gates: by priority, then by creation time, then by name} */
    private List<Pod> waiting(GroupTree leaf) {
        if (!leaf.isLeaf()) {
            return List.of();
        }
        Comparator<Pod> byPriority = Comparator.comparing(
                pod -> pod.spec().priority() == null ? 0 : pod.spec().priority());
        return question.membership().queued(leaf).stream()
                .filter(pod -> pod.spec().schedulingGates().isEmpty())
                .sorted(byPriority
                        .reversed()
                        .thenComparing(
                                pod -> pod.metadata().creationTimestamp(),
                                Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /** {@return what a cycle placed, by name} */
    List<Assignment> assignments(List<GreedyCycle.Placing> placed) {
        Map<CycleQueue, List<Pod>> queues = new IdentityHashMap<>();
        return placed.stream()
                .map(one -> {
                    GroupTree leaf = question.entries().get(one.podClass()).leaf();
                    Pod pod = queues.computeIfAbsent(one.queue(), q -> waiting(leaf))
                            .get(one.index());
                    return new Assignment(
                            pod.metadata().namespaceOrDefault(),
                            pod.metadata().name(),
                            snapshot.node(one.node()).metadata().name());
                })
                .toList();
    }

    /** {@return the domains of what a cycle placed, parents first} */
    List<ChosenDomain> domains(List<GreedyCycle.Placing> placed) {
        return new QuestionNames(question)
                .domains(placed.stream()
                        .map(one -> new Step(one.podClass(), one.node()))
                        .toList());
    }
}
