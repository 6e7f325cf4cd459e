/** Readers of Ray and Spark. */
@NullMarked
package io.github.workload4j.intent.kind.data;

import org.jspecify.annotations.NullMarked;
