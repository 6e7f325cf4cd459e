package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Placed;
import java.util.Collections;
import java.util.List;

/** Decides an {@link OrderedPacking} whose relaxed question is known to fit, or is not decided. */
public final class OrderedSearch {

    private OrderedSearch() {}

    /**
     * {@return the best answer found} First a relaxed placement is put into order and a few simple fills are made, then, if none of them
     * places as many as any answer can, all orders are gone through within the budget.
     *
     * @param relaxed a placement that the relaxed question has, or an empty list
     * @param atMost no answer of the relaxed question has more pods than this
     * @param budget most steps; a deadline in it counts from now
     */
    public static OrderedAnswer answer(OrderedPacking question, List<Placed> relaxed, int atMost, Budget budget) {
        Work work = new Work(budget);
        Fill fill = new Fill(question, work);
        List<Step> best = fill.inOrder(relaxed);
        List<Integer> order = fill.largestFirst();
        for (Fill.Choice choice : Fill.Choice.values()) {
            for (int turn = 0; turn < 2 && best.size() < atMost && !work.isOver(); turn++) {
                List<Step> found = fill.byChoice(order, choice);
                best = found.size() > best.size() ? found : best;
                Collections.reverse(order);
            }
        }
        if (!best.isEmpty() && best.size() >= atMost) {
            return new OrderedAnswer(best, true, 0, work.spent());
        }
        return work.isOver()
                ? new OrderedAnswer(best, false, 0, work.spent())
                : ExactOrder.search(question, best, atMost, work);
    }
}
