/**
 * Which node may take which pod: one class per rule of the scheduler, each with its exact truth rule.
 *
 * <p>Three kinds of rules. A {@link io.github.workload4j.gang.eligibility.NodeRules node rule} looks at one node and
 * nothing else. A rule about other pods ({@link io.github.workload4j.gang.eligibility.PodTerm}, {@link
 * io.github.workload4j.gang.eligibility.HostPorts}) is symmetric and does not depend on the order of placing. {@link
 * io.github.workload4j.gang.eligibility.PodAffinity} and {@link io.github.workload4j.gang.eligibility.TopologySpread}
 * do depend on it and are handed on in numbers.
 *
 * <p>Everything is immutable and thread-safe.
 */
@NullMarked
package io.github.workload4j.gang.eligibility;

import org.jspecify.annotations.NullMarked;
