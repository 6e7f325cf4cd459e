/**
 * What objects mean, as {@link io.github.workload4j.intent.IntentReader} reads them: a {@link
 * io.github.workload4j.intent.read.Reading} for each. All values are immutable. A null that is not declared nullable is
 * refused with a {@link NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.intent.read;

import org.jspecify.annotations.NullMarked;
