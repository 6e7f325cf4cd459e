/** Upper bounds by weights, in whole numbers and exact, so that the checker can follow them. */
@NullMarked
package io.github.workload4j.gang.search.bound;

import org.jspecify.annotations.NullMarked;
