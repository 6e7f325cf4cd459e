/**
 * Where in a manifest something is ({@link io.github.workload4j.api.field.FieldPath}), and which rule it breaks there
 * ({@link io.github.workload4j.api.field.Violation}).
 *
 * <p>All types are immutable and thread-safe. A null that is not declared nullable is refused with a {@link
 * NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.api.field;

import org.jspecify.annotations.NullMarked;
