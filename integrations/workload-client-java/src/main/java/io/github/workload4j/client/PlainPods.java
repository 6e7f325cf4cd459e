package io.github.workload4j.client;

import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Volume;

/** Pods without claims: every volume is made on the node, and no device is asked for. */
final class PlainPods {

    private PlainPods() {}

    static boolean isPlain(V1Pod pod) {
        V1PodSpec spec = pod.getSpec();
        if (pod.getStatus() != null && pod.getStatus().getExtendedResourceClaimStatus() != null) {
            return false;
        }
        if (spec == null) {
            return true;
        }
        boolean claims =
                spec.getResourceClaims() != null && !spec.getResourceClaims().isEmpty();
        return !claims
                && (spec.getVolumes() == null || spec.getVolumes().stream().allMatch(PlainPods::isPlain));
    }

    private static boolean isPlain(V1Volume volume) {
        return volume.getProjected() != null
                || volume.getConfigMap() != null
                || volume.getSecret() != null
                || volume.getEmptyDir() != null
                || volume.getDownwardAPI() != null
                || volume.getHostPath() != null;
    }
}
