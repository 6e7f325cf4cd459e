/**
 * What people have in their files (a Job, a JobSet, a RayCluster, a Volcano Job), read as groups: pods by role and
 * shape, minima, topology, phases. No cluster, and none of the controllers.
 *
 * <p>{@link io.github.workload4j.intent.IntentReader} takes documents and gives a {@link
 * io.github.workload4j.intent.read.Reading} for each object that makes pods or groups them. What a kind can say and a
 * group cannot is a {@linkplain io.github.workload4j.intent.read.ReadingLoss loss} with its place, never a guess; what
 * only an object that was not given could tell is an error of the reading. Kinds of other projects are read by paths,
 * without their libraries; fields that this does not know are theirs and no fault.
 *
 * <p>All values are immutable, collections are copied. Wrong values in a document are {@linkplain
 * io.github.workload4j.api.field.Fault faults} with places; no input causes an exception.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.intent;

import org.jspecify.annotations.NullMarked;
