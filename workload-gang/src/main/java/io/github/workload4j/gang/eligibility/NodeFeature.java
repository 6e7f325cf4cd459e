package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.Volume;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A feature that a node must declare for some pods; since when it is looked at, {@link SchedulerRules} say. */
enum NodeFeature {
    RESTART_ALL_CONTAINERS("RestartAllContainersOnContainerExits", NodeFeature::restartsAll),
    OWN_USERS_ON_HOST_NETWORK(
            "UserNamespacesHostNetworkSupport", spec -> spec.hostNetwork() && Boolean.FALSE.equals(spec.hostUsers())),
    BIND_MOUNT_OPTIONS(
            "VolumeBindMountOptions",
            spec -> containers(spec).anyMatch(each -> !each.bindMountOptions().isEmpty())),
    SECCOMP_FROM_IMAGE("SecurityProfileOCI", NodeFeature::profilesFromImages),
    ML_DSA_CERTIFICATES("PodCertificateMLDSA", NodeFeature::certifies);

    private static final Set<String> ML_DSA = Set.of("MLDSA44", "MLDSA65", "MLDSA87");
    private static final String FROM_IMAGE = "OCI";

    private final String word;
    private final Predicate<PodSpec> needed;

    NodeFeature(String word, Predicate<PodSpec> needed) {
        this.word = word;
        this.needed = needed;
    }

    /** {@return the names of what a pod needs that the scheduler looks at} */
    static Set<String> of(PodSpec spec, SchedulerRules rules) {
        return Arrays.stream(values())
                .filter(feature -> feature.needed.test(spec) && rules.looksAt(feature))
                .map(feature -> feature.word)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean restartsAll(PodSpec spec) {
        return Stream.concat(spec.containers().stream(), spec.initContainers().stream())
                .anyMatch(each -> each.restartRules().contains("RestartAllContainers"));
    }

    private static boolean profilesFromImages(PodSpec spec) {
        return spec.seccompProfile().equals(FROM_IMAGE)
                || containers(spec).anyMatch(each -> each.seccompProfile().equals(FROM_IMAGE));
    }

    private static boolean certifies(PodSpec spec) {
        return spec.volumes().stream()
                .anyMatch(volume -> volume.source() instanceof Volume.Certificates own
                        && own.keyTypes().stream().anyMatch(ML_DSA::contains));
    }

    private static Stream<Container> containers(PodSpec spec) {
        return Stream.of(spec.containers(), spec.initContainers(), spec.ephemeralContainers())
                .flatMap(each -> each.stream());
    }
}
