package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;

/**
 * A wish for devices, and once it is allocated, which.
 *
 * @param metadata name, namespace and the like
 * @param spec what is asked
 * @param status what it has
 */
public record ResourceClaim(ObjectMeta metadata, ResourceClaimSpec spec, ResourceClaimStatus status)
        implements ApiObject {

    public ResourceClaim {
        requireNonNull(metadata, "metadata");
        requireNonNull(spec, "spec");
        requireNonNull(status, "status");
    }

    @Override
    public String groupVersion() {
        return DeviceObjects.GROUP_VERSION;
    }

    @Override
    public String kind() {
        return "ResourceClaim";
    }
}
