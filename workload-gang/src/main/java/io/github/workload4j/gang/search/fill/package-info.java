/** Quick placements in a few plausible orders, and the best answer so far. */
@NullMarked
package io.github.workload4j.gang.search.fill;

import org.jspecify.annotations.NullMarked;
