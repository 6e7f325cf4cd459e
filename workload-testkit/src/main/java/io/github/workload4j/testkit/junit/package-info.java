/**
 * Clusters in manifests as parameters of tests. Needs {@code junit-jupiter-api} 5.8 or newer.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.testkit.junit;

import org.jspecify.annotations.NullMarked;
