package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.eligibility.HostPorts;

/**
 * The pods on one node that are not finished.
 *
 * @param every all of them
 * @param repelling those with required pod anti-affinity
 * @param withPorts those that take host ports
 */
record NodePods(SomePods every, SomePods repelling, SomePods withPorts) {

    static final NodePods NONE = new NodePods(SomePods.NONE, SomePods.NONE, SomePods.NONE);

    int size() {
        return every.size();
    }

    /** {@return all of them; must not be changed} */
    Pod[] all() {
        return every.all();
    }

    NodePods with(Pod pod) {
        return new NodePods(
                every.with(pod),
                repels(pod) ? repelling.with(pod) : repelling,
                HostPorts.of(pod).isEmpty() ? withPorts : withPorts.with(pod));
    }

    /** {@return the same without a pod that is no row} */
    NodePods without(Pod pod) {
        return new NodePods(every.without(pod), repelling.without(pod), withPorts.without(pod));
    }

    NodePods withoutRow(int row) {
        return new NodePods(every.withoutRow(row), repelling.withoutRow(row), withPorts.withoutRow(row));
    }

    static boolean repels(Pod pod) {
        Affinity affinity = pod.spec().affinity();
        return affinity != null && !affinity.requiredPodAntiAffinity().isEmpty();
    }
}
