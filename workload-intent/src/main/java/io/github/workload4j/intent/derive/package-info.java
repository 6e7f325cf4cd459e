/**
 * From readings to what a question needs: the groups that objects mean, and the pods that their controllers would make.
 *
 * <p>Pods that are there count as members; the rest is made up, named by role and index. All values are immutable and
 * thread-safe. A null that is not declared nullable is refused with a {@link NullPointerException}; collections are
 * copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.intent.derive;

import org.jspecify.annotations.NullMarked;
