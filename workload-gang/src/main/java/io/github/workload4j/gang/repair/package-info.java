/**
 * The smallest repair: the fewest running pods to move so that a group fits.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.repair;

import org.jspecify.annotations.NullMarked;
