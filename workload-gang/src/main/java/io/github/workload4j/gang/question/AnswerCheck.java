package io.github.workload4j.gang.question;

import io.github.workload4j.gang.order.OrderCheck;
import io.github.workload4j.gang.order.OrderedPacking;
import io.github.workload4j.gang.order.Step;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.CheckFailure;
import io.github.workload4j.gang.proof.ClaimedDevices;
import io.github.workload4j.gang.proof.check.DeviceCheck;
import io.github.workload4j.gang.proof.check.PackingChecker;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has the placements and certificates of one question looked at by checkers that share no code with the search: nobody
 * believes the search.
 */
final class AnswerCheck {

    /**
     * Why something is not believed.
     *
     * @param reason {@link StopReason#DEFECT} if it is wrong, otherwise why it could not be looked at to the end
     * @param objection what the checker says
     */
    record Flaw(StopReason reason, String objection) {}

    private final OrderedPacking question;
    private final GroupQuestion asked;
    private final WorkMeter meter;

    AnswerCheck(GroupQuestion asked, WorkMeter meter) {
        this.asked = asked;
        this.question = asked.ordered();
        this.meter = meter;
    }

    /**
     * {@return what is wrong with a proof, or null}
     *
     * @param relaxed the question that it is about
     * @param atLeast number of pods that it proves too many
     */
    @Nullable
    Flaw flawOf(Certificate certificate, Packing relaxed, int atLeast) {
        if (!meter.isChecked()) {
            return null;
        }
        Flaw flaw = flaw(new PackingChecker(relaxed, meter).objectionTo(certificate, atLeast));
        Optional<ClaimedDevices> devices = flaw == null ? asked.claims().claimedDevices() : Optional.empty();
        return devices.isEmpty() ? flaw : flaw(new DeviceCheck(devices.get()).objectionTo(relaxed, meter));
    }

    private @Nullable Flaw flaw(Optional<CheckFailure> objection) {
        if (objection.isEmpty()) {
            return null;
        }
        boolean limit = objection.get().rule() == CheckFailure.Rule.LIMIT;
        StopReason spent = meter.stopped();
        StopReason reason = !limit ? StopReason.DEFECT : spent == null ? StopReason.CERTIFICATE : spent;
        return new Flaw(reason, objection.get().toString());
    }

    /** {@return what is wrong with an answer of pods placed in this order, or null} */
    @Nullable
    Flaw flawOf(List<Step> steps) {
        return meter.isChecked() ? flawOf(steps, question.relaxed()) : null;
    }

    /** {@return what is wrong with an answer to a question without rules of order, or null} */
    @Nullable
    Flaw flawOf(Placement placement) {
        return meter.isChecked() ? flaw(new PackingChecker(question.relaxed(), meter).objectionTo(placement)) : null;
    }

    /** {@return what is wrong with pods placed in this order, whether groups succeed or not, or null} */
    @Nullable
    Flaw flawOfPart(List<Step> steps) {
        return meter.isChecked() && !steps.isEmpty() ? flawOf(steps, withoutMinima(question.relaxed())) : null;
    }

    private @Nullable Flaw flawOf(List<Step> steps, Packing rules) {
        Flaw placed = flaw(new PackingChecker(rules, meter).objectionTo(placement(steps)));
        if (placed != null || !question.isOrdered()) {
            return placed;
        }
        int rulesOfOrder = question.attractions().size() + question.spreads().size();
        meter.trySpend((long) steps.size() * rulesOfOrder);
        return OrderCheck.objectionTo(question, steps)
                .map(objection -> new Flaw(StopReason.DEFECT, objection))
                .orElse(null);
    }

    /** {@return the same pods in the order of nodes and classes, as the checker wants them} */
    static Placement placement(List<Step> steps) {
        long[] keys = new long[steps.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) steps.get(i).node() << 32 | steps.get(i).podClass();
        }
        Arrays.sort(keys);
        int[][] columns = new int[3][keys.length];
        int size = 0;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                columns[0][size] = (int) keys[i];
                columns[1][size++] = (int) (keys[i] >>> 32);
            }
            columns[2][size - 1]++;
        }
        return Placement.ofColumns(columns[0], columns[1], columns[2], size);
    }

    private static Packing withoutMinima(Packing packing) {
        List<PodClass> classes = packing.classes().stream()
                .map(each -> new PodClass(each.request(), each.count(), each.eligible(), each.maxPerNode(), 0))
                .toList();
        return new Packing(
                packing.nodes(),
                classes,
                packing.conflicts(),
                withoutMinima(packing.root()),
                packing.limits(),
                List.of());
    }

    private static PackingGroup withoutMinima(PackingGroup group) {
        return new PackingGroup(
                1,
                group.classes(),
                group.children().stream().map(AnswerCheck::withoutMinima).toList(),
                group.domainOf());
    }
}
