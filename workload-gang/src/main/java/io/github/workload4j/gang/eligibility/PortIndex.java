package io.github.workload4j.gang.eligibility;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * What takes which ports of nodes: pods of a class, or those on a node, by their number. Mutable until all are added.
 */
public final class PortIndex {

    private final Map<HostPorts.Port, Numbers> at = new HashMap<>();

    /** By ports at every address, who takes such a port at any. */
    private final Map<HostPorts.Port, Numbers> anywhere = new HashMap<>();

    /** Adds ports that are taken; numbers are added in rising order. */
    public void add(int number, HostPorts ports) {
        for (HostPorts.Port port : ports.ports()) {
            at.computeIfAbsent(port, p -> new Numbers()).add(number);
            anywhere.computeIfAbsent(port.atEveryAddress(), p -> new Numbers()).add(number);
        }
    }

    /** Visits all that take a port which meets one of these; some of them more than once. */
    public void forEachMeeting(HostPorts ports, IntConsumer found) {
        for (HostPorts.Port port : ports.ports()) {
            HostPorts.Port every = port.atEveryAddress();
            if (every.equals(port)) {
                visit(anywhere, port, found);
            } else {
                visit(at, port, found);
                visit(at, every, found);
            }
        }
    }

    private static void visit(Map<HostPorts.Port, Numbers> all, HostPorts.Port port, IntConsumer found) {
        Numbers numbers = all.getOrDefault(port, Numbers.NONE);
        for (int i = 0; i < numbers.size(); i++) {
            found.accept(numbers.get(i));
        }
    }
}
