/**
 * What holds in a cluster: its rules by id, its feature gates, its defaults and its admission.
 *
 * <p>Whether the API server would accept an object is asked of {@link io.github.workload4j.policy.rule.ManifestRules}.
 * All types are immutable and thread-safe.
 */
@NullMarked
package io.github.workload4j.policy;

import org.jspecify.annotations.NullMarked;
