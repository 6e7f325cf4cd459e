package io.github.workload4j.fabric8;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Pods without claims: every volume is made on the node, and no device is asked for. */
final class PlainPods {

    /** Only the client of 1.35 has this field; to others it is an additional property. Null where it is not there. */
    private static final @Nullable Method WORKLOAD_REF = method("getWorkloadRef");

    private PlainPods() {}

    private static @Nullable Method method(String name) {
        try {
            return PodSpec.class.getMethod(name);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static boolean hasWorkloadRef(PodSpec spec) {
        try {
            return WORKLOAD_REF != null && WORKLOAD_REF.invoke(spec) != null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isPlain(Pod pod) {
        PodSpec spec = pod.getSpec();
        if (pod.getStatus() != null && NewFields.hasDevices(pod.getStatus())) {
            return false;
        }
        if (spec == null) {
            return true;
        }
        boolean claims =
                spec.getResourceClaims() != null && !spec.getResourceClaims().isEmpty();
        return !claims
                && !hasWorkloadRef(spec)
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
