package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import java.util.Map;

/**
 * A container as far as placing reads it.
 *
 * @param name name within the pod
 * @param image image, kept for people
 * @param resources what it asks
 * @param ports ports in manifest order
 * @param restartPolicy Always for a sidecar among the init containers, otherwise empty
 */
public record Container(
        String name, String image, ResourceRequirements resources, List<ContainerPort> ports, String restartPolicy)
        implements ManifestValue {

    /** Checks presence and copies the collections. */
    public Container {
        requireNonNull(name, "name");
        requireNonNull(image, "image");
        requireNonNull(resources, "resources");
        ports = List.copyOf(requireNonNull(ports, "ports"));
        requireNonNull(restartPolicy, "restartPolicy");
    }

    /** {@return a container that asks the given resources} */
    public static Container of(String name, Map<String, Quantity> requests) {
        requireNonNull(requests, "requests");
        return new Container(name, "", new ResourceRequirements(requests, Map.of()), List.of(), "");
    }
}
