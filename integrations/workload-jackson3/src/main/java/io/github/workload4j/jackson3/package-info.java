/**
 * Our types for mappers of Jackson 3.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.jackson3;

import org.jspecify.annotations.NullMarked;
