package io.github.workload4j.gang.order;

import java.util.List;

/**
 * What a search in order found.
 *
 * @param steps the best answer found, in an order that is valid; empty if none was found
 * @param complete whether nothing better exists: a best answer, or none at all
 * @param states number of states looked at
 * @param cost steps of the budget that were spent
 */
public record OrderedAnswer(List<Step> steps, boolean complete, long states, long cost) {

    /** Copies the list. */
    public OrderedAnswer {
        steps = List.copyOf(steps);
    }
}
