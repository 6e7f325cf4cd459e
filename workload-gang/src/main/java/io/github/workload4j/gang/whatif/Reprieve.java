package io.github.workload4j.gang.whatif;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The last step of kube-scheduler's preemption: with the placement fixed, units are put back one after the other, most
 * important first; a unit stays if every pod of the group still passes on its node.
 */
final class Reprieve {

    private final GroupQuestion question;
    private final List<NamedPodClass> kinds;
    private final WorkMeter meter;
    private ClusterSnapshot snapshot;
    private final Map<Integer, Map<Integer, Integer>> countByNode = new HashMap<>();

    Reprieve(GroupQuestion question, ClusterSnapshot bare, List<Assignment> placement, WorkMeter meter) {
        this.question = question;
        this.meter = meter;
        this.snapshot = bare;
        Map<String, Integer> kindOf = new HashMap<>();
        this.kinds = question.podClasses();
        for (int k = 0; k < kinds.size(); k++) {
            int kind = k;
            kinds.get(k).pods().forEach(pod -> kindOf.put(pod.metadata().name(), kind));
        }
        for (Assignment each : placement) {
            countByNode
                    .computeIfAbsent(bare.indexOf(each.node()), n -> new HashMap<>())
                    .merge(kindOf.getOrDefault(each.pod(), 0), 1, Integer::sum);
        }
    }

    /**
     * {@return those that cannot stay}
     *
     * @throws WorkMeter.Stopped if the budget is not enough to find out
     */
    List<Evicted> victims(List<Evicted> candidates) {
        List<Evicted> victims = new ArrayList<>();
        for (Evicted unit : candidates) {
            meter.spend(Probe.CHANGED_POD * unit.pods().size());
            ClusterSnapshot with = Evictions.with(snapshot, unit);
            if (isOutOfTheWay(unit) || stillPasses(with)) {
                snapshot = with;
            } else {
                victims.add(unit);
            }
        }
        return victims;
    }

    /** Whether nothing but the nodes of the placement matters, and the unit is on none of them. */
    private boolean isOutOfTheWay(Evicted unit) {
        for (Pod pod : unit.pods()) {
            if (countByNode.containsKey(snapshot.indexOf(pod.spec().nodeName())) || looksFurther(pod)) {
                return false;
            }
        }
        return kinds.stream().noneMatch(kind -> looksFurther(kind.pod()));
    }

    /** Whether a rule of the pod may reach beyond its node. */
    private static boolean looksFurther(Pod pod) {
        Affinity affinity = pod.spec().affinity();
        boolean pods = affinity != null
                && !(affinity.requiredPodAffinity().isEmpty()
                        && affinity.requiredPodAntiAffinity().isEmpty());
        return pods || !pod.spec().topologySpreadConstraints().isEmpty();
    }

    private boolean stillPasses(ClusterSnapshot with) {
        GroupQuestion changed = question.on(with);
        meter.spend(Probe.price(changed));
        Packing packing = changed.packing();
        for (Map.Entry<Integer, Map<Integer, Integer>> entry : countByNode.entrySet()) {
            int node = entry.getKey();
            long[] left = new long[packing.nodes().resources()];
            for (int r = 0; r < left.length; r++) {
                left[r] = packing.nodes().free(r, node);
            }
            for (Map.Entry<Integer, Integer> some : entry.getValue().entrySet()) {
                PodClass podClass = packing.classes().get(some.getKey());
                if (!podClass.mayUse(node)) {
                    return false;
                }
                for (int r = 0; r < left.length; r++) {
                    left[r] -= podClass.request()[r] * some.getValue();
                    if (podClass.request()[r] > 0 && left[r] < 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
