package io.github.workload4j.gang.question;

import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.devices.DeviceQuestion;
import io.github.workload4j.gang.order.OrderedAnswer;
import io.github.workload4j.gang.order.OrderedPacking;
import io.github.workload4j.gang.order.OrderedSearch;
import io.github.workload4j.gang.order.Refill;
import io.github.workload4j.gang.order.Simplified;
import io.github.workload4j.gang.order.Step;
import io.github.workload4j.gang.order.VolumeFill;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.podclass.Compilation;
import io.github.workload4j.gang.podclass.DeviceRules;
import io.github.workload4j.gang.podclass.PlacedVolumes;
import io.github.workload4j.gang.podclass.PodClasses;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.search.PackingSearch;
import io.github.workload4j.gang.volume.QuestionVolumes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Asks one question once: searched, checked, and said as a verdict. All of it is spent on one meter, of which the
 * search leaves a sixteenth for the check.
 *
 * <p>Without rules whose order matters the packing search decides. With some, the packing search looks at the question
 * without them for half of the budget, so that the search in order has something to start from, and as much to spend.
 */
final class Answering {

    /** The check keeps one part in this many. */
    private static final int PARTS = 16;

    private final GroupQuestion asked;
    private final OrderedPacking packing;
    private final OrderedPacking simplified;
    private final WorkMeter meter;
    private final WorkMeter searching;
    private final long before;
    private final AnswerCheck check;

    Answering(GroupQuestion asked, WorkMeter meter) {
        this.asked = asked;
        this.packing = asked.ordered();
        this.simplified = Simplified.of(packing);
        this.meter = meter;
        this.searching = meter.isChecked() ? meter.allBut(PARTS) : meter;
        this.before = meter.spent();
        this.check = new AnswerCheck(asked, meter);
    }

    private long spent() {
        return meter.spent() - before;
    }

    /** The most pods that an answer has, and the proof; without one, all that are asked about. */
    private record Most(int pods, @Nullable Certificate why) {}

    Verdict answer(Preference preference) {
        Verdict verdict = search(preference);
        QuestionVolumes volumes = asked.classes().volumes();
        return volumes == null || !volumes.isOpenAboutNames() ? verdict : doubted(verdict);
    }

    /**
     * A pod names a claim twice that others share: in some orders the scheduler gives the pods of such a claim volumes
     * that the rules here do not. So what does not fit, does not only if it does not with these claims bound.
     */
    private Verdict doubted(Verdict verdict) {
        if (verdict instanceof Verdict.Feasible fits) {
            return fits.isMaximal() && fits.placed() < packing.relaxed().pods()
                    ? new Verdict.Feasible(
                            fits.about(),
                            fits.placement(),
                            fits.domains(),
                            packing.relaxed().pods(),
                            null,
                            spent())
                    : fits;
        }
        return !(verdict instanceof Verdict.Infeasible)
                        || asked.withSharedClaimsBound().answer(meter.part(2), Preference.SEARCH)
                                instanceof Verdict.Infeasible
                ? verdict
                : open(StopReason.CLAIMS, "", packing.relaxed().pods());
    }

    private Verdict search(Preference preference) {
        OptionalInt beyond = packing.relaxed().resourceBeyondRange();
        if (beyond.isPresent()) {
            String resource = asked.resources().get(beyond.getAsInt());
            int pods = packing.relaxed().pods();
            return new Verdict.Undetermined(asked.about(), 0, pods, StopReason.AMOUNTS, resource, spent());
        }
        String tooMany = asked.classes().tooManyPairs();
        if (!tooMany.isEmpty()) {
            return open(StopReason.MEMORY, tooMany, packing.relaxed().pods());
        }
        List<Step> byVolumes = VolumeFill.of(simplified, searching.part(2));
        if (byVolumes.size() == packing.relaxed().pods()) {
            return feasible(byVolumes, byVolumes.size(), null, preference);
        }
        PackingAnswer relaxed =
                PackingSearch.answer(simplified.relaxed(), simplified.isOrdered() ? searching.part(2) : searching);
        if (relaxed instanceof PackingAnswer.DoesNotFit no) {
            AnswerCheck.Flaw flaw = check.flawOf(no.certificate(), simplified.relaxed(), 1);
            return flaw != null
                    ? rejected("infeasible", flaw)
                    : new Verdict.Infeasible(asked.about(), certified(no.certificate()), spent());
        }
        Most most = relaxed instanceof PackingAnswer.Fits fits
                ? new Most(fits.atMost(), fits.noMore())
                : relaxed instanceof PackingAnswer.Undetermined open
                        ? new Most(open.atMost(), open.noMore())
                        : new Most(packing.relaxed().pods(), null);
        AnswerCheck.Flaw flaw = most.why == null ? null : check.flawOf(most.why, simplified.relaxed(), most.pods + 1);
        if (flaw != null && flaw.reason() == StopReason.DEFECT) {
            return rejected("no more than " + most.pods + " pods", flaw);
        }
        // A bound whose proof could not be looked at to the end is none.
        most = flaw == null ? most : new Most(packing.relaxed().pods(), null);
        if (simplified.isOrdered()) {
            List<Placed> placed = relaxed instanceof PackingAnswer.Fits fits ? fits.placed() : List.of();
            return inOrder(byVolumes, placed, most, preference);
        }
        if (relaxed instanceof PackingAnswer.Fits fits) {
            List<Step> steps = byClass(fits.placed());
            if (isOpenAboutDevices(steps)) {
                return byDevices(most);
            }
            AnswerCheck.Flaw wrong = packing.isOrdered() ? null : check.flawOf(fits.placed());
            return wrong == null ? feasible(steps, most, preference) : rejected("feasible", wrong);
        }
        PackingAnswer.Undetermined open = (PackingAnswer.Undetermined) relaxed;
        if (asked.classes().devices() != null) {
            return new Verdict.Undetermined(asked.about(), 0, most.pods, open.stopped(), "", spent());
        }
        return undetermined(byClass(open.together()), most.pods, open.stopped());
    }

    private Verdict inOrder(List<Step> known, List<Placed> relaxed, Most most, Preference preference) {
        OrderedAnswer ordered = OrderedSearch.answer(simplified, known, relaxed, most.pods, searching);
        List<Step> found = ordered.steps();
        if (!found.isEmpty()) {
            return ordered.stopped() != null || found.size() == most.pods
                    ? feasible(found, most, preference)
                    : feasible(found, found.size(), new Evidence.Exhausted(ordered.states()), preference);
        }
        return ordered.stopped() != null
                ? undetermined(ordered.together(), most.pods, ordered.stopped())
                : new Verdict.Infeasible(asked.about(), new Evidence.Exhausted(ordered.states()), spent());
    }

    private static List<Step> byClass(Placement placed) {
        List<Step> steps = new ArrayList<>(placed.pods());
        for (Placed some : placed) {
            for (int i = 0; i < some.count(); i++) {
                steps.add(new Step(some.podClass(), some.node()));
            }
        }
        return steps;
    }

    private Verdict feasible(List<Step> steps, Most most, Preference preference) {
        return feasible(steps, most.pods, most.why == null ? null : certified(most.why), preference);
    }

    private Verdict feasible(List<Step> steps, int atMost, @Nullable Evidence noMore, Preference preference) {
        PodClasses question = asked.classes();
        List<Step> preferred = steps;
        List<Assignment> placement = null;
        if (preference == Preference.SCHEDULER) {
            Greedy greedy = Greedy.of(asked, meter.part(2));
            if (greedy.placement().size() == steps.size()) {
                placement = greedy.placement();
                preferred = asked.names().steps(placement);
            }
        } else if (preference != Preference.SEARCH) {
            preferred = Refill.of(packing, steps, preference == Preference.PACKED, meter.part(2));
        }
        boolean looked = preferred == steps && !packing.isOrdered();
        AnswerCheck.Flaw flaw = looked ? null : check.flawOf(preferred);
        if (flaw != null) {
            return rejected("feasible", flaw);
        }
        GroupSummary about = asked.about();
        List<Assignment> named = placement == null ? assignments(preferred) : placement;
        DeviceRules devices = question.devices();
        if (devices != null) {
            named = withDevices(devices, preferred, named);
            if (named == null && preferred != steps) {
                preferred = steps;
                named = withDevices(devices, steps, assignments(steps));
            }
            Verdict doubt = named == null ? open(StopReason.DEVICES, "", atMost) : doubt(devices, preferred, atMost);
            if (doubt != null || named == null) {
                return doubt == null ? open(StopReason.DEVICES, "", atMost) : doubt;
            }
        }
        if (question.volumes() != null) {
            PlacedVolumes volumes = PlacedVolumes.of(question, question.volumes(), named);
            if (volumes == null) {
                return rejected("feasible", new AnswerCheck.Flaw(StopReason.DEFECT, "a claim has no volume"));
            }
            List<Assignment> once = volumes.attachesTwice() ? attachedOnce(volumes.placement(), preference) : null;
            if (once != null) {
                preferred = asked.names().steps(once);
                volumes = PlacedVolumes.named(question, question.volumes(), once);
            }
            about = volumes.about(about);
            named = volumes.placement();
        }
        return new Verdict.Feasible(about, named, asked.names().domains(preferred), atMost, noMore, spent());
    }

    /** Another placement of as many pods, in which no volume for one node is on two; or null if none is found. */
    private @Nullable List<Assignment> attachedOnce(List<Assignment> placement, Preference preference) {
        QuestionVolumes volumes = asked.classes().volumes();
        if (volumes == null
                || volumes.sharing() != QuestionVolumes.Sharing.AS_IS
                || preference == Preference.SCHEDULER) {
            return null;
        }
        return asked.withVolumesOnOneNode().answer(meter.part(2), preference) instanceof Verdict.Feasible other
                        && other.placed() == placement.size()
                        && check.flawOf(asked.names().steps(other.placement())) == null
                ? other.placement()
                : null;
    }

    private static @Nullable List<Assignment> withDevices(
            DeviceRules devices, List<Step> steps, List<Assignment> named) {
        try {
            return devices.name(steps, named);
        } catch (DeviceQuestion.Open open) {
            return null;
        }
    }

    private boolean isOpenAboutDevices(List<Step> steps) {
        DeviceRules devices = asked.classes().devices();
        return devices != null && withDevices(devices, steps, assignments(steps)) == null;
    }

    /** The columns do not say all about the devices: every placement is looked at. */
    private Verdict byDevices(Most most) {
        DeviceRules rules = asked.classes().devices();
        DeviceQuestion devices = rules == null ? null : rules.devices();
        if (devices == null) {
            return open(StopReason.DEVICES, "", most.pods);
        }
        DeviceSearch.Found found = new DeviceSearch(packing.relaxed(), devices, searching).search(most.pods);
        if (found.steps().isEmpty()) {
            return found.exhausted()
                    ? new Verdict.Infeasible(asked.about(), new Evidence.Exhausted(found.states()), spent())
                    : open(searching.stopped() != null ? searching.stopped() : StopReason.DEVICES, "", most.pods);
        }
        AnswerCheck.Flaw wrong = check.flawOf(found.steps());
        if (wrong != null) {
            return rejected("feasible", wrong);
        }
        return !found.exhausted() || found.steps().size() == most.pods
                ? feasible(found.steps(), most, Preference.SEARCH)
                : feasible(
                        found.steps(), found.steps().size(), new Evidence.Exhausted(found.states()), Preference.SEARCH);
    }

    /** Why an answer with devices is not sure, or null. */
    private @Nullable Verdict doubt(DeviceRules rules, List<Step> steps, int atMost) {
        String failing = rules.failing(steps);
        if (!failing.isEmpty()) {
            return open(StopReason.DEVICES, failing, atMost);
        }
        DeviceQuestion devices = rules.devices();
        if (devices == null) {
            return null;
        }
        List<String> unknown = devices.unknown();
        if (!unknown.isEmpty()) {
            return open(StopReason.SELECTORS, unknown.get(0), atMost);
        }
        Compilation numbers = new Compilation(asked.classes());
        List<long @Nullable []> eligible = new ArrayList<>();
        for (int c = 0; c < asked.classes().entries().size(); c++) {
            eligible.add(numbers.lookedAt(c));
        }
        List<String> errors = devices.errors(eligible);
        boolean sure = errors.isEmpty()
                || steps.size() == packing.relaxed().pods() && rules.meetsNoError(steps, assignments(steps), eligible);
        return sure ? null : open(StopReason.ALLOCATOR, errors.get(0), atMost);
    }

    private Verdict open(StopReason why, String what, int atMost) {
        return new Verdict.Undetermined(asked.about(), 0, atMost, why, what, spent());
    }

    private List<Assignment> assignments(List<Step> steps) {
        int[] used = new int[packing.relaxed().classes().size()];
        List<Assignment> placement = new ArrayList<>();
        for (Step step : steps) {
            placement.add(asked.names().assignment(step.podClass(), used[step.podClass()]++, step.node()));
        }
        return placement;
    }

    private Verdict undetermined(List<Step> together, int atMost, StopReason stopped) {
        AnswerCheck.Flaw flaw = check.flawOfPart(together);
        return flaw != null
                ? rejected(together.size() + " pods placed together", flaw)
                : new Verdict.Undetermined(
                        asked.about(), Math.min(together.size(), atMost), atMost, stopped, "", spent());
    }

    /** An answer with which the checker does not agree is no answer. */
    private Verdict rejected(String answer, AnswerCheck.Flaw flaw) {
        int atMost = packing.relaxed().pods();
        return new Verdict.Undetermined(
                asked.about(), 0, atMost, flaw.reason(), answer + ": " + flaw.objection(), spent());
    }

    private Evidence certified(Certificate certificate) {
        return asked.certified(simplified.relaxed(), certificate);
    }
}
