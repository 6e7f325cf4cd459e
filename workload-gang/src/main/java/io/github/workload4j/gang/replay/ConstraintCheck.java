package io.github.workload4j.gang.replay;

import io.github.workload4j.api.device.DeviceAttribute;
import io.github.workload4j.api.device.DeviceConstraint;
import io.github.workload4j.api.device.ResourceClaimSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the devices of one claim must have in common, or not. */
final class ConstraintCheck {

    private final boolean ignoresBuilds;

    /** A device and the request, or {@code request/alternative}, that it is given to. */
    record Item(String request, DeviceSight.Seen seen) {}

    ConstraintCheck(boolean ignoresBuilds) {
        this.ignoresBuilds = ignoresBuilds;
    }

    /** {@return the first constraint that is broken, in words; or the empty text} */
    String broken(ResourceClaimSpec spec, List<Item> items) {
        for (DeviceConstraint constraint : spec.constraints()) {
            Set<String> values = new HashSet<>();
            int devices = 0;
            boolean match = constraint.matchAttribute() != null;
            String name = String.valueOf(match ? constraint.matchAttribute() : constraint.distinctAttribute());
            for (Item item : items) {
                String request = item.request().split("/", 2)[0];
                if (constraint.requests().isEmpty()
                        || constraint.requests().contains(item.request())
                        || constraint.requests().contains(request)) {
                    String value = value(item.seen(), name);
                    if (value == null) {
                        return "device " + item.seen().key() + " has no attribute " + name;
                    }
                    values.add(value);
                    devices++;
                }
            }
            if (devices > 0 && values.size() != (match ? 1 : devices)) {
                return "attribute " + name + (match ? " differs" : " is the same on two devices");
            }
        }
        return "";
    }

    private @Nullable String value(DeviceSight.Seen seen, String name) {
        String driver = seen.slice().spec().driver() + "/";
        DeviceAttribute found = seen.device().attributes().get(name);
        if (found == null && name.startsWith(driver)) {
            found = seen.device().attributes().get(name.substring(driver.length()));
        }
        if (found == null || found.isList()) {
            return null;
        }
        String version = found.versionValue();
        if (version != null) {
            return "version " + (ignoresBuilds ? version.replaceFirst("\\+.*$", "") : version);
        }
        if (found.stringValue() != null) {
            return "text " + found.stringValue();
        }
        return found.intValue() != null
                ? "number " + found.intValue()
                : found.boolValue() == null ? null : "truth " + found.boolValue();
    }
}
