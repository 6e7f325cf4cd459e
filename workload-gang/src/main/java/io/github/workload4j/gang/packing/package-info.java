/**
 * The gang question in numbers: free resources of nodes, classes of equal pods, minima, domains.
 *
 * <p>Plain values without Kubernetes in them, so that a simulator can ask without objects, and so that the search and
 * the checker share a question but no code. All are equal by content. Arrays with an element for each node are
 * shared, not copied (a question may hold megabytes, many groups or conflicts the same domains): whoever builds a
 * question must not change them afterwards, nor an array that is handed out. All types are safe to share between
 * threads under that condition.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.packing;

import org.jspecify.annotations.NullMarked;
