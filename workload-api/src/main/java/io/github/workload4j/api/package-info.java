/**
 * The Workload API as immutable values: one record per API type, one sealed interface per API union, for all versions
 * of the API.
 *
 * <p>The words are those of the newest version; an object knows the {@link io.github.workload4j.api.ApiVersion} it is
 * written in. A value of this package can always be printed as a manifest, but need not be a manifest that a cluster
 * accepts: constructors reject only what cannot be represented (a null name, a null list element) with a {@link
 * NullPointerException}. Every further rule is the policy module's, and is reported, not thrown.
 *
 * <p>Absent and zero are not told apart where the API does not: an absent text is the empty text, an absent count 0.
 * Where the API does tell them apart, the component may be null.
 *
 * <p>The building blocks that {@code v1alpha3} offers to controllers for their own APIs are the types that they compile
 * into, since they have the same members, but for the two policies, whose counts are optional there:
 *
 * <table> <caption>Building blocks</caption> <tr><th>of the API</th><th>here</th></tr> <tr><td>{@code
 * WorkloadPodGroupSchedulingPolicy}</td> <td>{@link
 * io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy}</td></tr> <tr><td>{@code
 * WorkloadCompositePodGroupSchedulingPolicy}</td> <td>{@link
 * io.github.workload4j.api.WorkloadCompositePodGroupSchedulingPolicy}</td></tr> <tr><td>{@code
 * WorkloadPodGroupSchedulingConstraints}, {@code WorkloadCompositePodGroupSchedulingConstraints}</td> <td>{@link
 * io.github.workload4j.api.SchedulingConstraints}</td></tr> <tr><td>{@code
 * WorkloadPodGroupResourceClaim}</td><td>{@link io.github.workload4j.api.PodGroupResourceClaim}</td></tr>
 * <tr><td>{@code WorkloadPodGroupDisruptionMode}, {@code WorkloadCompositePodGroupDisruptionMode}</td> <td>{@link
 * io.github.workload4j.api.DisruptionMode}</td></tr>
 * </table>
 *
 * <p>They are no kinds: a controller author makes them components of a type of their own and reads that with a Jackson
 * {@code ObjectMapper} and the module {@code io.github.workload4j.api.yaml.WorkloadModule}.
 *
 * <p>All types are thread-safe. Lists are copied on the way in and unmodifiable on the way out.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.api;

import org.jspecify.annotations.NullMarked;
