package io.github.workload4j.api.release;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ApiVersion;

/**
 * A kind of the Workload API in a version that a release serves, once the version is enabled and the gate is on.
 * Neither is by default, in any release so far.
 *
 * @param version the version
 * @param kind the kind, such as {@code PodGroup}
 * @param gate the gate without which the server does not know the kind; others may be needed for its fields
 */
public record ServedKind(ApiVersion version, String kind, FeatureGate gate) {

    public ServedKind {
        requireNonNull(version, "version");
        requireNonNull(kind, "kind");
        requireNonNull(gate, "gate");
    }
}
