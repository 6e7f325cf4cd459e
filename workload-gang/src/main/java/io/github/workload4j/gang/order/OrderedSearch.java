package io.github.workload4j.gang.order;

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
     * @param budget most steps
     */
    public static OrderedAnswer answer(OrderedPacking question, List<Placed> relaxed, int atMost, long budget) {
        Fill fill = new Fill(question);
        List<Step> best = fill.inOrder(relaxed);
        List<Integer> order = fill.largestFirst();
        for (Fill.Choice choice : Fill.Choice.values()) {
            for (int turn = 0; turn < 2 && best.size() < atMost && fill.cost() < budget; turn++) {
                List<Step> found = fill.byChoice(order, choice);
                best = found.size() > best.size() ? found : best;
                Collections.reverse(order);
            }
        }
        if (best.size() >= atMost && !best.isEmpty()) {
            return new OrderedAnswer(best, true, 0, fill.cost());
        }
        long left = budget - fill.cost();
        if (left <= 0) {
            return new OrderedAnswer(best, false, 0, fill.cost());
        }
        OrderedAnswer exact = ExactOrder.search(question, best, atMost, left);
        return new OrderedAnswer(exact.steps(), exact.complete(), exact.states(), fill.cost() + exact.cost());
    }
}
