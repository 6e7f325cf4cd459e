package io.github.workload4j.gang.repair;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.gang.eligibility.PodRequest;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.search.bound.NodeKnapsack;
import io.github.workload4j.gang.search.bound.RequiredWeight;
import io.github.workload4j.gang.search.model.Case;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The most that pods of a question weigh together on one node, or more, if some running pods leave it: whatever pods of
 * others are there counts by what it takes and by nothing else, so that no rule is missed by who leaves.
 */
final class NodeWorth {

    /** Branches of a knapsack; beyond, a bound on it does. */
    private static final int BRANCHES = 200;

    /** About what a knapsack costs beside its branches. */
    private static final int STEPS = 8;

    final ReducedPacking reduced;

    private final Packing packing;
    private final Subproblem all;
    private final RequiredWeight required;
    private final NodeKnapsack knapsack;
    private final List<String> names;
    private final long[] unit;
    private final List<PodClass> allowed;
    private final int[] most;
    private final WorkMeter meter;

    /**
     * Weighs the pods of a question.
     *
     * @param more by class, how many pods beyond its own may come
     */
    NodeWorth(GroupQuestion question, int[] more, WorkMeter meter) {
        this.packing = question.packing();
        this.names = question.resources();
        this.allowed = withoutOthers(question).packing().classes();
        this.meter = meter;
        int resources = packing.nodes().resources();
        long[][] everything = new long[resources][1];
        for (PodClass one : packing.classes()) {
            for (int r = 0; r < resources; r++) {
                everything[r][0] += one.request()[r] * one.count();
            }
        }
        List<PodClass> anywhere = packing.classes().stream()
                .map(one -> new PodClass(one.request(), one.count(), null, one.maxPerNode(), one.min()))
                .toList();
        this.reduced = new ReducedPacking(new Packing(
                PackingNodes.of(1, everything),
                anywhere,
                packing.conflicts().stream()
                        .filter(conflict -> conflict.domainOf() == null)
                        .toList(),
                anywhere(packing.root())));
        this.all = Subproblem.of(reduced, Case.start(reduced));
        this.required = new RequiredWeight(reduced);
        this.knapsack = new NodeKnapsack(all, meter);
        knapsack.limit(BRANCHES);
        this.unit = new long[resources];
        this.most = new int[more.length];
        for (int j = 0; j < most.length; j++) {
            most[j] = Math.min(
                    packing.classes().get(j).maxPerNode(),
                    packing.classes().get(j).count() + more[j]);
            for (int r = 0; r < resources; r++) {
                if (reduced.request[j][r] > 0) {
                    unit[r] = packing.classes().get(j).request()[r] / reduced.request[j][r];
                }
            }
        }
    }

    private static PackingGroup anywhere(PackingGroup group) {
        return new PackingGroup(
                group.minimum(),
                group.classes(),
                group.children().stream().map(NodeWorth::anywhere).toList(),
                null);
    }

    /** {@return the question, as if no other pod decided where a pod may go but by what it takes} */
    private static GroupQuestion withoutOthers(GroupQuestion question) {
        GroupQuestion free = question.repelling().isEmpty() ? question : question.withoutRepelling();
        return free.withPods(NodeWorth::withoutOthers);
    }

    private static Pod withoutOthers(Pod pod) {
        PodSpec spec = pod.spec();
        Affinity affinity = spec.affinity();
        boolean alone = spec.topologySpreadConstraints().isEmpty()
                && (affinity == null
                        || affinity.requiredPodAffinity().isEmpty()
                                && affinity.requiredPodAntiAffinity().isEmpty())
                && spec.containers().stream().allMatch(one -> one.ports().isEmpty())
                && spec.initContainers().stream().allMatch(one -> one.ports().isEmpty());
        return alone
                ? pod
                : pod.withSpec(spec.toBuilder()
                        .topologySpreadConstraints(List.of())
                        .affinity(
                                affinity == null
                                        ? null
                                        : new Affinity(affinity.requiredNodeAffinity(), List.of(), List.of()))
                        .containers(withoutPorts(spec.containers()))
                        .initContainers(withoutPorts(spec.initContainers()))
                        .build());
    }

    private static List<Container> withoutPorts(List<Container> containers) {
        return containers.stream().map(one -> one.withPorts(List.of())).toList();
    }

    /** {@return the least that the pods of an answer weigh together, or {@link RequiredWeight#NEVER}} */
    long required(long[] weights) {
        return required.of(all.state, weights, 1);
    }

    /** Sets what a pod of each class weighs. */
    void set(long[] weights) {
        knapsack.set(weights);
    }

    /** {@return what a pod takes of each resource of the question} */
    long[] request(Pod pod) {
        long[] request = new long[names.size()];
        PodRequest.of(pod, (resource, amount) -> {
            int at = names.indexOf(resource);
            if (at >= 0) {
                request[at] = amount;
            }
        });
        request[request.length - 1] = 1;
        return request;
    }

    /**
     * {@return the most that pods on a node weigh together, or more}
     *
     * @param leaving what leaves the node, by resource; null for nothing
     */
    long of(int node, long @Nullable [] leaving) {
        meter.spend(STEPS);
        long[] free = new long[unit.length];
        for (int r = 0; r < free.length; r++) {
            long now = packing.nodes().free(r, node) + (leaving == null ? 0 : leaving[r]);
            free[r] = unit[r] == 0 ? 0 : Math.max(0, Math.floorDiv(now, unit[r]));
        }
        int[] max = new int[most.length];
        for (int j = 0; j < max.length; j++) {
            max[j] = allowed.get(j).mayUse(node) ? NodeType.fitting(reduced.request[j], free, most[j]) : 0;
        }
        return Math.max(
                0,
                knapsack.atMost(new NodeType(new int[] {node}, 0, 1, free, max, new int[max.length], new int[0]), max));
    }

    /**
     * {@return whether nodes have less left together of some resource than an answer takes, whoever is moved}
     *
     * @param freed how much less of each resource moved pods take than they do now
     */
    boolean isShortAltogether(long[] freed) {
        for (int r = 0; r < unit.length; r++) {
            long[] asked = new long[most.length];
            boolean small = true;
            for (int j = 0; j < asked.length; j++) {
                asked[j] = packing.classes().get(j).request()[r];
                small &= asked[j] < MoveBound.MOST_WEIGHT;
            }
            long left = Math.min(MoveBound.MOST_WEIGHT, freed[r]);
            for (int n = 0; n < packing.nodes().count(); n++) {
                left += Math.min(
                        MoveBound.MOST_WEIGHT, Math.max(0, packing.nodes().free(r, n)));
            }
            if (small && left < MoveBound.MOST_WEIGHT && required(asked) > left) {
                return true;
            }
        }
        return false;
    }
}
