/**
 * Would this group fit? Verdicts, and the values they are made of.
 *
 * <pre>{@code
 * ClusterSnapshot snapshot = ClusterSnapshot.of(nodes, pods);
 * Groups groups = Groups.of(workloadsAndPodGroups);
 * for (GroupRef group : groups.waiting(snapshot)) {
 *     Verdict verdict = Feasibility.answer(snapshot, groups, group, Budget.DEFAULT);
 * }
 * }</pre>
 *
 * <p>{@link io.github.workload4j.gang.cluster} holds the snapshot, and the {@code LiveSnapshot} of a program that
 * watches a cluster. {@link io.github.workload4j.gang.question} is the door: groups, questions, answers. Nothing in
 * this package knows how an answer is found.
 *
 * <p>The question is exactly the scheduler's: which pods count, what they ask, which node may take which pod, how many
 * must be placed together and in which domain. The answer is not the scheduler's, which takes the first node that looks
 * good and never moves a pod again. It is exact: a placement, a proof that there is none, or an honest "undetermined"
 * within the budget.
 *
 * <p>Priorities and preemption do not influence a verdict: nobody is evicted, and pods that are only nominated to a
 * node take nothing.
 *
 * <p>Everything is immutable and thread-safe. A null that is not declared nullable is refused with a {@link
 * NullPointerException}; collections are copied. Many threads may ask one snapshot at once. Answers are pure functions
 * of their arguments (but for a deadline in the budget), and do not depend on the order in which nodes, pods or groups
 * were given.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang;

import org.jspecify.annotations.NullMarked;
