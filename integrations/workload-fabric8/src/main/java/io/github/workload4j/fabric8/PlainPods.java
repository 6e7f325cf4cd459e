package io.github.workload4j.fabric8;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;

/** Pods without claims: every volume is made on the node, and no device is asked for. */
final class PlainPods {

    private PlainPods() {}

    static boolean isPlain(Pod pod) {
        PodSpec spec = pod.getSpec();
        if (spec == null) {
            return true;
        }
        boolean claims =
                spec.getResourceClaims() != null && !spec.getResourceClaims().isEmpty();
        return !claims
                && spec.getAdditionalProperties().isEmpty()
                && (spec.getVolumes() == null || spec.getVolumes().stream().allMatch(PlainPods::isPlain));
    }

    private static boolean isPlain(Volume volume) {
        return volume.getProjected() != null
                || volume.getConfigMap() != null
                || volume.getSecret() != null
                || volume.getEmptyDir() != null
                || volume.getDownwardAPI() != null
                || volume.getHostPath() != null;
    }
}
