package io.github.workload4j.gang.devices;

/**
 * In what releases differ about devices.
 *
 * @param taintsByRule whether taint rules are looked at
 * @param fullCapacityNames whether names of capacities are compared with their domains; else as they are written
 * @param ignoresBuild whether the build part of a version makes no difference
 * @param thousandths whether ranges of amounts count in thousandths; else in whole units
 * @param brokenPoolEndsPod whether a request for all devices makes the scheduler give the pod up if a pool is broken;
 *     else only that node
 * @param allNeedsRoom whether a request for all devices fails at a shared one that is full; else that is left out
 */
public record DeviceRelease(
        boolean taintsByRule,
        boolean fullCapacityNames,
        boolean ignoresBuild,
        boolean thousandths,
        boolean brokenPoolEndsPod,
        boolean allNeedsRoom) {}
