/**
 * The official Kubernetes client and this library: its objects as ours and back, and a snapshot that its informers
 * feed. All types are thread-safe.
 */
@NullMarked
package io.github.workload4j.client;

import org.jspecify.annotations.NullMarked;
