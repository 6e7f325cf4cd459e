/**
 * Why a group does not fit, as data: what is missing, of what, where, and which wishes cannot be had together.
 *
 * <pre>{@code
 * Verdict verdict = Feasibility.answer(snapshot, groups, group, Budget.DEFAULT);
 * Explanation explanation = Explanation.of(snapshot, groups, group, verdict, Budget.DEFAULT);
 * }</pre>
 *
 * <p>Nothing is computed for a verdict that nobody asks about. Explanations are pure functions of their arguments (but
 * for a deadline in the budget), complete in what they count and bounded in what they name, also on 15,000 nodes. Text
 * is made from them elsewhere.
 *
 * <p>All types are immutable and thread-safe. A null that is not declared nullable is refused with a {@link
 * NullPointerException}; collections are copied.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.workload4j.gang.explain;

import org.jspecify.annotations.NullMarked;
