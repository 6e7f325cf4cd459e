/**
 * The fabric8 Kubernetes client and this library: its objects as ours and back, and a snapshot that its informers feed.
 * All types are thread-safe.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.fabric8;

import org.jspecify.annotations.NullMarked;
