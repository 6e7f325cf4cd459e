package io.github.workload4j.gang.devices;

import java.util.List;

/**
 * What a node sees of a pool.
 *
 * @param key {@code driver/pool}
 * @param broken why nothing of it can be had, or the empty text
 * @param devices the devices that the node reaches, in the order in which they are tried
 * @param counters its counters, which are there for all nodes
 */
record PoolView(String key, String broken, List<OfferedDevice> devices, PoolCounters counters) {}
