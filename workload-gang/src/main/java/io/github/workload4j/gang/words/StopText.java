package io.github.workload4j.gang.words;

import io.github.workload4j.gang.Verdict;

/** An undetermined verdict in words: what is known, why the search stopped, and whether a larger budget would help. */
public final class StopText {

    private StopText() {}

    /** {@return such as {@code 8 pods can be placed together (checked); whether all 9 can be placed is not known}} */
    public static String known(Verdict.Undetermined open) {
        int sure = open.sure();
        int atMost = open.atMost();
        String placed = sure == 0
                ? "no placement of any pod was found"
                : Counted.of(sure, "pod") + " can be placed" + (sure == 1 ? "" : " together") + " (checked)";
        return placed
                + (atMost < open.about().members().pending()
                        ? "; more than " + atMost + " cannot be placed (proved)"
                        : "; whether " + (atMost == 1 ? "it" : "all " + atMost) + " can be placed is not known");
    }

    /** {@return why the search stopped, and what to do about it} */
    public static String why(Verdict.Undetermined open, Voice voice) {
        return switch (open.stopped()) {
            case STEPS -> "the search reached its limit of steps; " + voice.moreSteps() + " may decide it";
            case TIME -> "the search ran out of time; " + voice.moreTime() + " may decide it";
            case DEPTH ->
                "the search found no further cases to tell apart, or nested them too deeply; a larger budget does"
                        + " not help";
            case CERTIFICATE ->
                "a proof would be larger than the search writes or the checker reads; a larger budget does"
                        + " not help";
            case MEMORY ->
                !open.objection().isEmpty()
                        ? Style.printable(open.objection()) + "; a larger budget does not help"
                        : "the search would need more memory than it may take; a larger budget does not help, but fewer"
                                + " different pods may";
            case AMOUNTS ->
                "the pods ask too much " + Style.printable(open.objection())
                        + " together to be counted (2^63-1 or more);" + " a larger budget does not help";
            case DEVICES ->
                "there are more ways to give the pods their devices than are looked at; a larger budget does not help";
            case SELECTORS -> "which devices are meant cannot be told here: " + Style.printable(open.objection());
            case ALLOCATOR ->
                "it would fit, but the scheduler's allocator may end with an error and give a pod up: "
                        + Style.printable(open.objection());
            case CLAIMS ->
                "a pod names a claim twice that others share: in some orders kube-scheduler gives it volumes in ways"
                        + " that are not looked at; name the claim once";
            case INPUTS -> "some inputs could not be read, and they may decide it";
            case INTERRUPTED -> "the search was interrupted";
            case DEFECT ->
                "the checker refuses what the search found (" + Style.printable(open.objection())
                        + "). That is a defect of this program: please report it, with the inputs";
        };
    }
}
