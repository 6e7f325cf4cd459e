package io.github.workload4j.gang.explain;

import static java.util.Objects.requireNonNull;

/** What keeps more pods out of a domain. */
public sealed interface Bottleneck {

    /**
     * A resource. Amounts are of cpu in thousandths, of the rest in units.
     *
     * @param resource its name; {@code pods} for slots
     * @param perPod what the largest pod asks
     * @param needed what the pods that must be placed ask together, at least
     * @param free what is free on nodes that no rule closes
     * @param largest the most that is free on one of them
     * @param nodesWithSome number of those nodes with anything left of it
     * @param nodesWithEnough number of those nodes with enough left of it for the largest pod
     */
    record Resource(
            String resource, long perPod, long needed, long free, long largest, int nodesWithSome, int nodesWithEnough)
            implements Bottleneck {

        public Resource {
            requireNonNull(resource, "resource");
        }

        /** {@return how much more there must be, if only sums counted; 0 if the sum is enough and its shape is not} */
        public long shortfall() {
            return Math.max(0, needed - free);
        }
    }

    /** Pods that may not share a node or a domain: required anti-affinity or host ports. */
    record Apart() implements Bottleneck {}

    /** Rules close every node of the domain. */
    record Closed() implements Bottleneck {}

    /** How evenly pods must be spread, or which pods must be together. */
    record Order() implements Bottleneck {}

    /** Devices that claims ask for: some are reached from several nodes, or pods share claims. */
    record Devices() implements Bottleneck {}

    /** No single thing: several resources together. */
    record Together() implements Bottleneck {}
}
