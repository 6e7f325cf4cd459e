package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.Collections;
import java.util.List;

/** Answers in place of {@link OrderedSearch}, whose name is as long: at once, and always wrongly. */
public final class LyingOrdering {

    private LyingOrdering() {}

    public static OrderedAnswer answer(
            OrderedPacking question, List<Step> known, List<Placed> relaxed, int atMost, WorkMeter meter) {
        int tooMany = question.relaxed().classes().get(0).count() + 1;
        List<Step> wrong = Collections.nCopies(tooMany, new Step(0, 0));
        boolean fits = System.getProperty("workload.lie", "").equals("A_PLACEMENT");
        return new OrderedAnswer(fits ? wrong : List.of(), fits ? List.of() : wrong, StopReason.STEPS, 0);
    }
}
