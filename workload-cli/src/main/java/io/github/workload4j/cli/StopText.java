package io.github.workload4j.cli;

import io.github.workload4j.gang.Verdict;

/** An undetermined verdict in words: what is known, why the search stopped, and whether a larger budget would help. */
final class StopText {

    private StopText() {}

    /** {@return such as {@code 8 pods can be placed together, which was checked; whether 9 can is open}} */
    static String known(Verdict.Undetermined open) {
        int sure = open.sure();
        int atMost = open.atMost();
        String placed = sure == 0
                ? "no placement of any pod was found"
                : Counted.of(sure, "pod") + " can be placed" + (sure == 1 ? "" : " together") + ", which was checked";
        return placed
                + (atMost < open.about().members().pending()
                        ? "; more than " + atMost + " never can, which is proved"
                        : "; whether " + atMost + " can is open");
    }

    /** {@return why the search stopped, and what to do about it} */
    static String why(Verdict.Undetermined open) {
        return switch (open.stopped()) {
            case STEPS ->
                "the search stopped after " + Counted.of(open.steps(), "step")
                        + ", all it had; more --steps may decide it";
            case TIME -> "the search stopped when its time was over; a longer --time may decide it";
            case DEPTH ->
                "the search has no further cases to tell apart, or too many inside one another; a larger budget"
                        + " does not help";
            case CERTIFICATE ->
                "a proof would be larger than the search writes or the checker reads; a larger budget does"
                        + " not help";
            case MEMORY ->
                "the search would need more memory than it takes; a larger budget does not help, fewer different"
                        + " pods may";
            case INPUTS -> "inputs that could not be read may decide it";
            case INTERRUPTED -> "the search was interrupted";
            case DEFECT ->
                "the checker refuses what the search found (" + Style.printable(open.objection())
                        + "); that is a defect of this program: report it, with the inputs";
        };
    }
}
