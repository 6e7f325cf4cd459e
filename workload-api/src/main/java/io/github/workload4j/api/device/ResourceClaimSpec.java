package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a claim asks. Field of the API: {@code spec.devices}.
 *
 * @param requests requests, 1 to 32
 * @param constraints constraints
 * @param config parameters for drivers, each as JSON; of no matter to placing
 */
public record ResourceClaimSpec(List<DeviceRequest> requests, List<DeviceConstraint> constraints, List<String> config)
        implements ManifestValue {

    public ResourceClaimSpec {
        requests = List.copyOf(requireNonNull(requests, "requests"));
        constraints = List.copyOf(requireNonNull(constraints, "constraints"));
        config = List.copyOf(requireNonNull(config, "config"));
    }

    /** {@return the same with each ask of its requests changed} */
    public ResourceClaimSpec withAsks(UnaryOperator<DeviceAsk> change) {
        requireNonNull(change, "change");
        List<DeviceRequest> changed = requests.stream()
                .map(each -> new DeviceRequest(
                        each.name(),
                        each.exactly() == null ? null : change.apply(each.exactly()),
                        each.firstAvailable().stream().map(change).toList()))
                .toList();
        return new ResourceClaimSpec(changed, constraints, config);
    }
}
