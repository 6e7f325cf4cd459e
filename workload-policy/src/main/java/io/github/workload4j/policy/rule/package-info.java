/**
 * Would the API server of a release accept it: the server's own verdict, off-line. {@link
 * io.github.workload4j.policy.rule.ManifestRules} is the door.
 *
 * <p>Rules are pure functions of an object, the stored object if there is one, the release and its feature gates. They
 * report every violation, in document order, at the paths of the manifest's own API version; nothing is thrown and
 * nothing is changed. There is a class for each kind and version, or for what several of them share. All public types
 * are immutable and thread-safe.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.policy.rule;

import org.jspecify.annotations.NullMarked;
