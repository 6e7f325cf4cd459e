/** From the fractions of the LP's solution to whole nodes. */
@NullMarked
package io.github.workload4j.gang.search.round;

import org.jspecify.annotations.NullMarked;
