/**
 * Releases of Kubernetes, as far as the Workload API and its scheduling differ between them: what each serves, and
 * which feature gates it knows. Every value is immutable and thread-safe. A null that is not declared nullable is
 * refused with a {@link NullPointerException}; collections are copied.
 *
 * <p>Source: the code of the releases named by {@link
 * io.github.workload4j.api.release.KubernetesRelease#measured()}, {@code pkg/features/kube_features.go} and {@code
 * pkg/registry/scheduling/rest}.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.api.release;

import org.jspecify.annotations.NullMarked;
