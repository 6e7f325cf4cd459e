/**
 * What holds in a cluster of a release: its rules by id, its defaults, its admission, and what it drops.
 *
 * <p>Whether the API server of a release would accept an object is asked of {@link
 * io.github.workload4j.policy.rule.ManifestRules}. All types are immutable and thread-safe.
 */
@NullMarked
package io.github.workload4j.policy;

import org.jspecify.annotations.NullMarked;
