/**
 * Where in a manifest something is ({@link io.github.workload4j.api.field.FieldPath}), and which rule it breaks there
 * ({@link io.github.workload4j.api.field.Violation}).
 *
 * <p>All types are immutable and thread-safe.
 */
@NullMarked
package io.github.workload4j.api.field;

import org.jspecify.annotations.NullMarked;
