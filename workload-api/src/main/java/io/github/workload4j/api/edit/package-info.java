/**
 * Manifests converted in their own text: what must change is changed by places, the rest stays as it is, byte for
 * byte.
 *
 * <p>All public types are immutable and thread-safe, but for the arrays of bytes in them. A null that is not declared
 * nullable is refused with a {@link NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.api.edit;

import org.jspecify.annotations.NullMarked;
