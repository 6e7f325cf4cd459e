/** Upper bounds that the checker can follow: weights of pods, what an answer needs and what nodes hold. Exact. */
@NullMarked
package io.github.workload4j.gang.search.bound;

import org.jspecify.annotations.NullMarked;
