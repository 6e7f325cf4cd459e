package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import java.util.List;

/**
 * A cordoned node takes no pod, unless the pod tolerates the taint {@code node.kubernetes.io/unschedulable:NoSchedule},
 * whether the node carries that taint or not.
 */
final class Cordon {

    private static final Taint UNSCHEDULABLE = new Taint("node.kubernetes.io/unschedulable", "", Taints.NO_SCHEDULE);

    private Cordon() {}

    static boolean admits(Node node, List<Toleration> tolerations) {
        return !node.spec().unschedulable() || Taints.tolerated(UNSCHEDULABLE, tolerations);
    }
}
