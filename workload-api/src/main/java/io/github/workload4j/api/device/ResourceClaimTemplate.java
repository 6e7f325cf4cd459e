package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;

/**
 * What claims of pods, or groups, are made from.
 *
 * @param metadata name, namespace and the like
 * @param claimMetadata field {@code spec.metadata}: labels and annotations of the claims
 * @param spec field {@code spec.spec}: what the claims ask
 */
public record ResourceClaimTemplate(ObjectMeta metadata, ObjectMeta claimMetadata, ResourceClaimSpec spec)
        implements ApiObject {

    public ResourceClaimTemplate {
        requireNonNull(metadata, "metadata");
        requireNonNull(claimMetadata, "claimMetadata");
        requireNonNull(spec, "spec");
    }

    @Override
    public String groupVersion() {
        return DeviceObjects.GROUP_VERSION;
    }

    @Override
    public String kind() {
        return "ResourceClaimTemplate";
    }
}
