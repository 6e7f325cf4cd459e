package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;

/**
 * What a driver offers: devices of a pool, or the counters that its devices share.
 *
 * @param metadata name and the like
 * @param spec what is offered
 */
public record ResourceSlice(ObjectMeta metadata, ResourceSliceSpec spec) implements ApiObject {

    public ResourceSlice {
        requireNonNull(metadata, "metadata");
        requireNonNull(spec, "spec");
    }

    @Override
    public String groupVersion() {
        return DeviceObjects.GROUP_VERSION;
    }

    @Override
    public String kind() {
        return "ResourceSlice";
    }
}
