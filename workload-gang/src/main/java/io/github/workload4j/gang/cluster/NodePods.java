package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.eligibility.HostPorts;
import java.util.Arrays;

/**
 * The pods on one node that are not finished.
 *
 * @param all all of them
 * @param repelling those with required pod anti-affinity
 * @param withPorts those that take host ports
 */
record NodePods(Pod[] all, Pod[] repelling, Pod[] withPorts) {

    private static final Pod[] NO_PODS = {};
    static final NodePods NONE = new NodePods(NO_PODS, NO_PODS, NO_PODS);

    NodePods with(Pod pod) {
        return new NodePods(
                append(all, pod),
                repels(pod) ? append(repelling, pod) : repelling,
                HostPorts.of(pod).isEmpty() ? withPorts : append(withPorts, pod));
    }

    NodePods without(Pod pod) {
        return new NodePods(remove(all, pod), remove(repelling, pod), remove(withPorts, pod));
    }

    static boolean repels(Pod pod) {
        Affinity affinity = pod.spec().affinity();
        return affinity != null && !affinity.requiredPodAntiAffinity().isEmpty();
    }

    static Pod[] append(Pod[] pods, Pod pod) {
        Pod[] longer = Arrays.copyOf(pods, pods.length + 1);
        longer[pods.length] = pod;
        return longer;
    }

    static Pod[] remove(Pod[] pods, Pod pod) {
        for (int i = 0; i < pods.length; i++) {
            if (pods[i] == pod) {
                Pod[] shorter = new Pod[pods.length - 1];
                System.arraycopy(pods, 0, shorter, 0, i);
                System.arraycopy(pods, i + 1, shorter, i, shorter.length - i);
                return shorter;
            }
        }
        return pods;
    }
}
