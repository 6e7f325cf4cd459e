package io.github.workload4j.gang;

/**
 * Devices that a node reaches and that suit a claim of some pod.
 *
 * @param suiting how many, those that are held and those with a taint among them
 * @param free how many of them can be had
 */
public record NodeDevices(int suiting, int free) {}
