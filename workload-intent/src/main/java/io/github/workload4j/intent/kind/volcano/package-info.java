/** Readers of the kinds of Volcano. */
@NullMarked
package io.github.workload4j.intent.kind.volcano;

import org.jspecify.annotations.NullMarked;
