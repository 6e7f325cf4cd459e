package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.Weights;
import java.util.Collections;
import java.util.List;

/** Answers in place of {@link PackingSearch}, whose name is as long: at once, and always wrongly. */
public final class LyingPackings {

    private LyingPackings() {}

    public static PackingAnswer answer(Packing packing, Budget budget) {
        return answer(packing, budget.meter());
    }

    public static PackingAnswer answer(Packing packing, WorkMeter meter) {
        // One pod more than there is, whatever the question.
        int tooMany = packing.classes().get(0).count() + 1;
        Placement wrong = Placement.of(List.of(new Placed(0, 0, tooMany)));
        Weights forged =
                Weights.of(Collections.nCopies(packing.classes().size(), 0L).toArray(Long[]::new));
        String lie = System.getProperty("workload.lie", "");
        return switch (lie) {
            case "A_PLACEMENT" -> new PackingAnswer.Fits(wrong, packing.pods(), null, 1);
            case "A_CERTIFICATE" -> new PackingAnswer.DoesNotFit(forged, 1);
            case "A_BOUND" -> new PackingAnswer.Undetermined(Placement.empty(), 0, forged, StopReason.STEPS, 1);
            case "A_PART" -> new PackingAnswer.Undetermined(wrong, packing.pods(), null, StopReason.STEPS, 1);
            default -> throw new IllegalStateException("no such lie: " + lie);
        };
    }
}
