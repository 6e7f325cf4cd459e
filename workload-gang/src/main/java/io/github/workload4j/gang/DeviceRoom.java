package io.github.workload4j.gang;

/**
 * For how many pods of a kind there are devices on a node.
 *
 * @param pods how many, if nobody else comes
 * @param exact whether that many have devices there whatever other nodes get; otherwise it is an upper bound
 */
public record DeviceRoom(long pods, boolean exact) {}
