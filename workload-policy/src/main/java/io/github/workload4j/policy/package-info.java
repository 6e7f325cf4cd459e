/**
 * Would the API server accept it: the server's own verdict, off-line.
 *
 * <p>Rules are pure functions of an object, the stored object if there is one, and the feature gates. They report every violation, in
 * document order, at the paths of the manifest's own API version; nothing is thrown and nothing is changed. All types are immutable and
 * thread-safe.
 */
@NullMarked
package io.github.workload4j.policy;

import org.jspecify.annotations.NullMarked;
