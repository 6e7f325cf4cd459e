/**
 * What holds in a cluster of a release: its rules by id, its defaults, its admission, and what it drops.
 *
 * <p>Whether the API server of a release would accept an object is asked of {@link
 * io.github.workload4j.policy.rule.ManifestRules}. All types are immutable and thread-safe. A null that is not declared
 * nullable is refused with a {@link NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.policy;

import org.jspecify.annotations.NullMarked;
