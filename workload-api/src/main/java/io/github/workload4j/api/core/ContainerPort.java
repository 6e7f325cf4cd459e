package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;

/**
 * A port of a container.
 *
 * @param name name, or empty
 * @param containerPort port inside the pod
 * @param hostPort port of the node, 0 for none
 * @param hostIP address of the node, empty for every address
 * @param protocol TCP (also if empty), UDP or SCTP
 */
public record ContainerPort(String name, int containerPort, int hostPort, String hostIP, String protocol)
        implements ManifestValue {

    public ContainerPort {
        requireNonNull(name, "name");
        requireNonNull(hostIP, "hostIP");
        requireNonNull(protocol, "protocol");
    }
}
