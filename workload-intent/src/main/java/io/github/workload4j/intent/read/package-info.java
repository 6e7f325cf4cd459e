/**
 * What objects mean, as {@link io.github.workload4j.intent.IntentReader} reads them: a {@link
 * io.github.workload4j.intent.read.Reading} for each. All values are immutable, collections are copied.
 */
@NullMarked
package io.github.workload4j.intent.read;

import org.jspecify.annotations.NullMarked;
