package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.Volume;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A feature that a node must declare for some pods; since when it is looked at, {@link SchedulerRules} say. */
enum NodeFeature {
    RESTART_ALL_CONTAINERS("RestartAllContainersOnContainerExits"),
    OWN_USERS_ON_HOST_NETWORK("UserNamespacesHostNetworkSupport"),
    BIND_MOUNT_OPTIONS("VolumeBindMountOptions"),
    SECCOMP_FROM_IMAGE("SecurityProfileOCI"),
    ML_DSA_CERTIFICATES("PodCertificateMLDSA");

    private static final Set<String> ML_DSA = Set.of("MLDSA44", "MLDSA65", "MLDSA87");
    private static final String FROM_IMAGE = "OCI";
    private static final NodeFeature[] ALL = values();

    private final String word;

    NodeFeature(String word) {
        this.word = word;
    }

    /** {@return the names of what a pod needs that the scheduler looks at} */
    static Set<String> of(PodSpec spec, SchedulerRules rules) {
        Set<String> needed = Set.of();
        for (NodeFeature feature : ALL) {
            if (feature.isNeeded(spec) && rules.looksAt(feature)) {
                needed = needed.isEmpty() ? new HashSet<>() : needed;
                needed.add(feature.word);
            }
        }
        return needed;
    }

    private boolean isNeeded(PodSpec spec) {
        if (this == OWN_USERS_ON_HOST_NETWORK) {
            return spec.hostNetwork() && Boolean.FALSE.equals(spec.hostUsers());
        }
        if (this == ML_DSA_CERTIFICATES) {
            return certifies(spec);
        }
        return this == SECCOMP_FROM_IMAGE && spec.seccompProfile().equals(FROM_IMAGE)
                || isNeeded(spec.containers())
                || isNeeded(spec.initContainers())
                || this != RESTART_ALL_CONTAINERS && isNeeded(spec.ephemeralContainers());
    }

    private boolean isNeeded(List<Container> containers) {
        for (int c = 0; c < containers.size(); c++) {
            Container each = containers.get(c);
            boolean needed = this == RESTART_ALL_CONTAINERS
                    ? each.restartRules().contains("RestartAllContainers")
                    : this == BIND_MOUNT_OPTIONS
                            ? !each.bindMountOptions().isEmpty()
                            : each.seccompProfile().equals(FROM_IMAGE);
            if (needed) {
                return true;
            }
        }
        return false;
    }

    private static boolean certifies(PodSpec spec) {
        for (int v = 0; v < spec.volumes().size(); v++) {
            if (spec.volumes().get(v).source() instanceof Volume.Certificates own
                    && !Collections.disjoint(own.keyTypes(), ML_DSA)) {
                return true;
            }
        }
        return false;
    }
}
