package io.github.workload4j.gang.devices;

import io.github.workload4j.api.device.DeviceAttribute;
import io.github.workload4j.api.device.DeviceConstraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What devices of one claim must have in common, or not. */
final class Constraints {

    private final DeviceRelease release;

    Constraints(DeviceRelease release) {
        this.release = release;
    }

    /** {@return whether one more device breaks no constraint} */
    boolean hold(List<DeviceConstraint> constraints, List<GivenDevice> before, GivenDevice more) {
        for (DeviceConstraint constraint : constraints) {
            if (isNamed(constraint, more.request()) && !holds(constraint, before, more)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(DeviceConstraint constraint, List<GivenDevice> before, GivenDevice more) {
        boolean match = constraint.matchAttribute() != null;
        String name = match ? constraint.matchAttribute() : constraint.distinctAttribute();
        String value = name == null ? null : value(more.device(), name);
        if (value == null || name == null) {
            return false;
        }
        for (GivenDevice other : before) {
            if (isNamed(constraint, other.request()) && match != value.equals(value(other.device(), name))) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether a request, or a choice of one, is under a constraint} */
    static boolean isNamed(DeviceConstraint constraint, String request) {
        int slash = request.indexOf('/');
        return constraint.requests().isEmpty()
                || constraint.requests().contains(request)
                || slash > 0 && constraint.requests().contains(request.substring(0, slash));
    }

    /** {@return the value of an attribute, with its type; null if there is none} */
    @Nullable
    String value(OfferedDevice device, String name) {
        DeviceAttribute attribute = device.device().attributes().get(name);
        String domain = device.driver() + "/";
        if (attribute == null && name.startsWith(domain)) {
            attribute = device.device().attributes().get(name.substring(domain.length()));
        }
        if (attribute == null) {
            return null;
        }
        if (attribute.intValue() != null) {
            return "i" + attribute.intValue();
        }
        if (attribute.boolValue() != null) {
            return "b" + attribute.boolValue();
        }
        if (attribute.stringValue() != null) {
            return "s" + attribute.stringValue();
        }
        if (attribute.versionValue() != null) {
            String version = attribute.versionValue();
            int build = version.indexOf('+');
            return "v" + (release.ignoresBuild() && build >= 0 ? version.substring(0, build) : version);
        }
        return null;
    }
}
