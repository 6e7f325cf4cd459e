/**
 * Volumes of pods and what they mean for nodes: claims resolved, nodes that reach volumes, what is attached where.
 * Nothing here searches.
 */
@NullMarked
package io.github.workload4j.gang.volume;

import org.jspecify.annotations.NullMarked;
