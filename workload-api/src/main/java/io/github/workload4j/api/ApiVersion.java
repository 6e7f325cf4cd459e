package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A version of the Workload API, oldest first. */
public enum ApiVersion {
    /** Of Kubernetes 1.35: groups embedded in the Workload. */
    V1ALPHA1("v1alpha1"),
    /** Of Kubernetes 1.36: PodGroup is an object of its own. */
    V1ALPHA2("v1alpha2"),
    /** Since Kubernetes 1.37: groups of groups. */
    V1ALPHA3("v1alpha3"),
    /** Since Kubernetes 1.37: as {@link #V1ALPHA3}, in 1.37 without CompositePodGroup. */
    V1BETA1("v1beta1");

    /** The group of the API. */
    public static final String GROUP = "scheduling.k8s.io";

    private final String version;
    private final String groupVersion;

    ApiVersion(String version) {
        this.version = version;
        this.groupVersion = GROUP + "/" + version;
    }

    /** {@return the version alone, such as {@code v1alpha1}} */
    public String version() {
        return version;
    }

    /** {@return group and version as a manifest writes them, such as {@code scheduling.k8s.io/v1alpha1}} */
    public String groupVersion() {
        return groupVersion;
    }

    /** {@return whether this version is {@code other} or came after it} */
    public boolean isAtLeast(ApiVersion other) {
        requireNonNull(other, "other");
        return compareTo(other) >= 0;
    }

    /** {@return the version written {@code scheduling.k8s.io/...}, or empty if there is no such version} */
    public static Optional<ApiVersion> from(String groupVersion) {
        requireNonNull(groupVersion, "groupVersion");
        for (ApiVersion version : values()) {
            if (version.groupVersion.equals(groupVersion)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
