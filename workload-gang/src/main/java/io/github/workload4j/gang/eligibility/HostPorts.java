package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerPort;
import io.github.workload4j.api.core.Pod;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The ports of its node that a pod takes: those of containers and sidecars with a host port above 0, and with {@code
 * hostNetwork} every container port.
 *
 * <p>Two pods may not share a node if some port of one meets some port of the other: equal protocol (TCP if none is
 * named), equal number, and equal addresses, where {@code 0.0.0.0} (also if none is named) is equal to every address.
 *
 * @param ports the ports
 */
public record HostPorts(Set<Port> ports) {

    private static final String EVERY = "0.0.0.0";

    /** No port. */
    public static final HostPorts NONE = new HostPorts(Set.of());

    public HostPorts {
        ports = ports.size() < 2 ? Set.copyOf(ports) : Collections.unmodifiableSet(new HashSet<>(ports));
    }

    /**
     * One port of a node.
     *
     * @param protocol TCP, UDP or SCTP
     * @param address address, {@code 0.0.0.0} for all
     * @param number the port
     */
    public record Port(String protocol, String address, int number) {

        Port atEveryAddress() {
            return address.equals(EVERY) ? this : new Port(protocol, EVERY, number);
        }
    }

    /** {@return the ports of a pod} */
    public static HostPorts of(Pod pod) {
        return mayHaveSome(pod) ? collect(pod) : NONE;
    }

    private static boolean mayHaveSome(Pod pod) {
        List<Container> containers = pod.spec().containers();
        for (int i = 0; i < containers.size(); i++) {
            if (!containers.get(i).ports().isEmpty()) {
                return true;
            }
        }
        return !pod.spec().initContainers().isEmpty();
    }

    private static HostPorts collect(Pod pod) {
        Set<Port> ports = new HashSet<>();
        for (Container container : pod.spec().containers()) {
            add(container, pod.spec().hostNetwork(), ports);
        }
        for (Container container : pod.spec().initContainers()) {
            if (container.restartPolicy().equals("Always")) {
                add(container, pod.spec().hostNetwork(), ports);
            }
        }
        return ports.isEmpty() ? NONE : new HostPorts(ports);
    }

    private static void add(Container container, boolean hostNetwork, Set<Port> ports) {
        for (ContainerPort port : container.ports()) {
            int number = port.hostPort() > 0 ? port.hostPort() : hostNetwork ? port.containerPort() : 0;
            if (number > 0) {
                ports.add(new Port(
                        port.protocol().isEmpty() ? "TCP" : port.protocol(),
                        port.hostIP().isEmpty() ? EVERY : port.hostIP(),
                        number));
            }
        }
    }

    /** {@return whether pods with these ports may not share a node} */
    public boolean meets(HostPorts other) {
        return takesOneOf(other) || other.takesOneOf(this);
    }

    /** {@return whether one of the other ports is taken here, at its address or at every one} */
    private boolean takesOneOf(HostPorts other) {
        for (Port port : other.ports) {
            if (ports.contains(port) || ports.contains(port.atEveryAddress())) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether there is no port} */
    public boolean isEmpty() {
        return ports.isEmpty();
    }
}
