/**
 * How the conditions of device classes and requests are asked: what they are asked about, what they say, and the
 * service by which an evaluator of their language is found.
 *
 * <p>All public types are safe to share between threads. A null that is not declared nullable is refused with a {@link
 * NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.selector;

import org.jspecify.annotations.NullMarked;
