package io.github.workload4j.gang;

import java.util.Locale;

/** A verdict in one line, such as {@code ml/train: feasible: 4 pods placed, at most 6 (1,234 steps)}. */
final class VerdictLine {

    private VerdictLine() {}

    static String of(Verdict verdict) {
        String said = said(verdict);
        return verdict.about().group() + ": " + verdict.word() + (said.isEmpty() ? "" : ": " + said)
                + (verdict.steps() == 0 ? "" : String.format(Locale.ROOT, " (%,d steps)", verdict.steps()));
    }

    private static String said(Verdict verdict) {
        if (verdict instanceof Verdict.Feasible feasible) {
            return feasible.placed()
                    + (feasible.placed() == 1 ? " pod placed" : " pods placed")
                    + (feasible.isMaximal() ? ", the most there can be" : ", at most " + feasible.atMost());
        } else if (verdict instanceof Verdict.Infeasible infeasible) {
            return infeasible.evidence().toString();
        } else if (verdict instanceof Verdict.Undetermined open) {
            return "stopped by " + open.stopped().word() + ", " + open.sure()
                    + (open.sure() == 1 ? " pod sure, at most " : " pods sure, at most ") + open.atMost()
                    + (open.objection().isEmpty() ? "" : "; " + open.objection());
        } else if (verdict instanceof Verdict.Gated gated) {
            return gated.why().code() + ", " + gated.detail();
        } else if (verdict instanceof Verdict.Errored errored) {
            return errored.why().code() + ", " + errored.detail();
        }
        return "";
    }
}
