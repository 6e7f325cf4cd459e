/**
 * Devices on the side of the search: which there are, which suit what is asked, and how claims of pods on nodes can be
 * given some.
 *
 * <p>Written from the rules of {@code resource.k8s.io}; shares no code with the checker of placements.
 */
@NullMarked
package io.github.workload4j.gang.devices;

import org.jspecify.annotations.NullMarked;
