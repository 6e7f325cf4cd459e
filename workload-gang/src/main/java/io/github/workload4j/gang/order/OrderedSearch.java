package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.Collections;
import java.util.List;

/** Decides an {@link OrderedPacking} whose relaxed question is known to fit, or is not decided. */
public final class OrderedSearch {

    private OrderedSearch() {}

    /**
     * {@return the best answer found}
     *
     * <p>First a relaxed placement is put into order and a few simple fills are made, then, if none of them places as
     * many as any answer can, all orders are gone through within the budget.
     *
     * @param known an answer that is known, or an empty list
     * @param relaxed a placement that the relaxed question has, or an empty list
     * @param atMost no answer of the relaxed question has more pods than this
     * @param meter what is left to be spent
     */
    public static OrderedAnswer answer(
            OrderedPacking question, List<Step> known, List<Placed> relaxed, int atMost, WorkMeter meter) {
        GreedyFill fill = new GreedyFill(question, meter);
        List<Step> ordered = fill.inOrder(relaxed);
        List<Step> best = known.size() > ordered.size() ? known : ordered;
        List<Integer> order = fill.largestFirst();
        for (GreedyFill.Choice choice : GreedyFill.Choice.values()) {
            for (int turn = 0; turn < 2 && best.size() < atMost && !meter.isOver(); turn++) {
                List<Step> found = fill.byChoice(order, choice);
                best = found.size() > best.size() ? found : best;
                Collections.reverse(order);
            }
        }
        if (!best.isEmpty() && best.size() >= atMost) {
            return new OrderedAnswer(best, List.of(), null, 0);
        }
        return meter.isOver()
                ? new OrderedAnswer(best, fill.together(), meter.stopped(), 0)
                : ExactOrder.search(question, best, fill.together(), atMost, meter);
    }
}
