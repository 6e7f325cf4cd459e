package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;

/**
 * A name for devices of a kind. It may stand for a resource that pods ask of nodes.
 *
 * @param metadata name, time of creation and the like
 * @param spec which devices
 */
public record DeviceClass(ObjectMeta metadata, DeviceClassSpec spec) implements ApiObject {

    public DeviceClass {
        requireNonNull(metadata, "metadata");
        requireNonNull(spec, "spec");
    }

    @Override
    public String groupVersion() {
        return DeviceObjects.GROUP_VERSION;
    }

    @Override
    public String kind() {
        return "DeviceClass";
    }
}
