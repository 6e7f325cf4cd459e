package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds a taint to the devices that it selects.
 *
 * @param metadata name and the like
 * @param deviceSelector which devices; null for none
 * @param taint the taint
 * @param conditions what became of it
 */
public record DeviceTaintRule(
        ObjectMeta metadata,
        @Nullable DeviceTaintSelector deviceSelector,
        DeviceTaint taint,
        List<Condition> conditions)
        implements ApiObject {

    public DeviceTaintRule {
        requireNonNull(metadata, "metadata");
        requireNonNull(taint, "taint");
        conditions = List.copyOf(requireNonNull(conditions, "conditions"));
    }

    @Override
    public String groupVersion() {
        return DeviceObjects.GROUP_VERSION;
    }

    @Override
    public String kind() {
        return "DeviceTaintRule";
    }
}
