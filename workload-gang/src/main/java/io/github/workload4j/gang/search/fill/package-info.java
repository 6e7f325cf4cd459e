/** Quick placements by first fit, and the incumbent: the best answer so far with the lowest upper bound. */
@NullMarked
package io.github.workload4j.gang.search.fill;

import org.jspecify.annotations.NullMarked;
