package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.StopReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search in order found.
 *
 * @param steps the best answer found, in an order that is valid; empty if none was found
 * @param together the most pods placed one by one where that was no answer, because groups need more
 * @param stopped why the search ended before it had seen everything; null if nothing better exists than what was found,
 *     if that is nothing
 * @param states number of states looked at
 */
public record OrderedAnswer(
        List<Step> steps, List<Step> together, @Nullable StopReason stopped, long states) {

    public OrderedAnswer {
        steps = List.copyOf(steps);
        together = List.copyOf(together);
    }
}
