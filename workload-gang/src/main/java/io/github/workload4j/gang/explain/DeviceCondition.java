package io.github.workload4j.gang.explain;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.device.DeviceConstraint;
import io.github.workload4j.api.device.DeviceToleration;
import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.gang.DevicesAsked;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Kinds of conditions that claims set for devices, beside how many of which class. */
public enum DeviceCondition {
    /** Staying away from devices with a taint. */
    TAINT,
    /** Devices that agree in an attribute. */
    MATCH,
    /** Devices that differ in an attribute. */
    DISTINCT,
    /** A selector of requests. */
    SELECTOR;

    /** {@return those of this kind that something asks, each once} */
    List<String> of(DevicesAsked asked) {
        TreeSet<String> all = new TreeSet<>();
        for (ResourceClaimSpec spec : asked.claims()) {
            for (DeviceConstraint constraint : spec.constraints()) {
                String attribute = attribute(constraint);
                if (attribute != null) {
                    all.add(attribute);
                }
            }
            if (this == SELECTOR) {
                spec.requests()
                        .forEach(request -> request.asks()
                                .forEach(ask -> ask.selectors().forEach(each -> all.add(each.expression()))));
            }
        }
        return this == TAINT
                ? asked.taints().stream()
                        .map(taint -> taint.key() + ":" + taint.effect())
                        .toList()
                : List.copyOf(all);
    }

    private @Nullable String attribute(DeviceConstraint constraint) {
        return this == MATCH ? constraint.matchAttribute() : this == DISTINCT ? constraint.distinctAttribute() : null;
    }

    /** {@return a claim that does not set a condition, or tolerates a taint} */
    ResourceClaimSpec dropFrom(ResourceClaimSpec spec, String condition) {
        requireNonNull(spec, "spec");
        return switch (this) {
            case TAINT ->
                spec.withAsks(ask -> {
                    int colon = condition.lastIndexOf(':');
                    String effect = condition.substring(colon + 1);
                    List<DeviceToleration> all = new ArrayList<>(ask.tolerations());
                    all.add(new DeviceToleration(
                            condition.substring(0, Math.max(0, colon)), "Exists", "", effect, null));
                    return ask.withTolerations(all);
                });
            case MATCH, DISTINCT ->
                new ResourceClaimSpec(
                        spec.requests(),
                        spec.constraints().stream()
                                .filter(each -> !condition.equals(attribute(each)))
                                .toList(),
                        spec.config());
            case SELECTOR ->
                spec.withAsks(ask -> ask.withSelectors(ask.selectors().stream()
                        .filter(each -> !each.expression().equals(condition))
                        .toList()));
        };
    }
}
