/** Interchangeable groups, counted instead of named: how many each domain holds, and what all domains hold together. */
@NullMarked
package io.github.workload4j.gang.search.share;

import org.jspecify.annotations.NullMarked;
