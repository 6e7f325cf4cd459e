package io.github.workload4j.gang.whatif;

import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ClusterSnapshot;
import io.github.workload4j.gang.GroupQuestion;
import io.github.workload4j.gang.PodKind;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The last step of kube-scheduler's preemption: with the placement fixed, units are put back one after the other, most important first; a
 * unit stays if every pod of the group still passes on its node.
 */
final class Reprieve {

    private final GroupQuestion question;
    private ClusterSnapshot snapshot;
    private final Map<Integer, Map<Integer, Integer>> countByNode = new HashMap<>();

    Reprieve(GroupQuestion question, ClusterSnapshot bare, Verdict.Feasible placement) {
        this.question = question;
        this.snapshot = bare;
        Map<String, Integer> kindOf = new HashMap<>();
        List<PodKind> kinds = question.kinds();
        for (int k = 0; k < kinds.size(); k++) {
            int kind = k;
            kinds.get(k).pods().forEach(pod -> kindOf.put(pod.metadata().name(), kind));
        }
        for (Assignment each : placement.placement()) {
            countByNode.computeIfAbsent(bare.indexOf(each.node()), n -> new HashMap<>())
                    .merge(kindOf.getOrDefault(each.pod(), 0), 1, Integer::sum);
        }
    }

    List<Evicted> victims(List<Evicted> candidates) {
        List<Evicted> victims = new ArrayList<>();
        for (Evicted unit : candidates) {
            ClusterSnapshot with = Evictions.with(snapshot, List.of(unit));
            if (stillPasses(with)) {
                snapshot = with;
            } else {
                victims.add(unit);
            }
        }
        return victims;
    }

    private boolean stillPasses(ClusterSnapshot with) {
        Packing packing = question.on(with).packing();
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
