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
 * @param restartRules what its restart rules do, such as {@code RestartAllContainers}, in manifest order
 * @param bindMountOptions how volumes are bound into it: the options of its mounts, in manifest order
 * @param seccompProfile type of its own seccomp profile, such as {@code OCI}, or empty
 */
public record Container(
        String name,
        String image,
        ResourceRequirements resources,
        List<ContainerPort> ports,
        String restartPolicy,
        List<String> restartRules,
        List<String> bindMountOptions,
        String seccompProfile)
        implements ManifestValue {

    public Container {
        requireNonNull(name, "name");
        requireNonNull(image, "image");
        requireNonNull(resources, "resources");
        ports = List.copyOf(requireNonNull(ports, "ports"));
        requireNonNull(restartPolicy, "restartPolicy");
        restartRules = List.copyOf(requireNonNull(restartRules, "restartRules"));
        bindMountOptions = List.copyOf(requireNonNull(bindMountOptions, "bindMountOptions"));
        requireNonNull(seccompProfile, "seccompProfile");
    }

    /** A container without restart rules, mount options and seccomp profile. */
    public Container(
            String name,
            String image,
            ResourceRequirements resources,
            List<ContainerPort> ports,
            String restartPolicy) {
        this(name, image, resources, ports, restartPolicy, List.of(), List.of(), "");
    }

    /** {@return a container that asks the given resources} */
    public static Container of(String name, Map<String, Quantity> requests) {
        requireNonNull(requests, "requests");
        return new Container(name, "", new ResourceRequirements(requests, Map.of()), List.of(), "");
    }

    /** {@return this container, asking other resources} */
    public Container withResources(ResourceRequirements resources) {
        return new Container(
                name, image, resources, ports, restartPolicy, restartRules, bindMountOptions, seccompProfile);
    }

    /** {@return this container with other ports} */
    public Container withPorts(List<ContainerPort> ports) {
        return new Container(
                name, image, resources, ports, restartPolicy, restartRules, bindMountOptions, seccompProfile);
    }
}
