package io.github.workload4j.gang.words;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.StopReason;
import java.util.List;

/** An undetermined verdict in words: what is known, why the search stopped, and whether a larger budget would help. */
public final class StopText {

    private StopText() {}

    /** {@return the same as {@link #sentences}, in lines} */
    public static List<String> lines(Verdict verdict, Voice voice) {
        return sentences(verdict, voice).stream()
                .flatMap(sentence -> Lines.wrapped(sentence, " ", "  ").stream())
                .toList();
    }

    /**
     * {@return what is known of an undetermined verdict, if anything is, and why no more is; nothing of other verdicts,
     * and of one that is open because of unread inputs, of which {@link VerdictText#inShort} says it all}
     */
    public static List<String> sentences(Verdict verdict, Voice voice) {
        if (!(verdict instanceof Verdict.Undetermined open) || VerdictText.isOpen(open)) {
            return List.of();
        }
        boolean isNothing =
                open.sure() == 0 && open.atMost() >= open.about().members().pending();
        return isNothing ? List.of(why(open, voice)) : List.of(known(open), why(open, voice));
    }

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

    /** {@return whether it is open because there is more to look at than is looked at, whatever the budget} */
    public static boolean isTooMuch(Verdict verdict) {
        return verdict instanceof Verdict.Undetermined open
                && open.stopped() == StopReason.MEMORY
                && !open.objection().isEmpty();
    }

    /** {@return why the search stopped, and what to do about it} */
    public static String why(Verdict.Undetermined open, Voice voice) {
        return switch (open.stopped()) {
            case STEPS -> "the limit of steps was reached; " + voice.moreSteps() + " may decide it";
            case TIME -> "the time was over; " + voice.moreTime() + " may decide it";
            case DEPTH ->
                "the search found no further cases to tell apart, or nested them too deeply; a larger budget does"
                        + " not help";
            case CERTIFICATE ->
                "a proof would be larger than the search writes or the checker reads; a larger budget does"
                        + " not help";
            case MEMORY ->
                isTooMuch(open)
                        ? Style.printable(open.objection()) + "; a larger budget does not help"
                        : "the search would need more memory than it may take; a larger budget does not help, but fewer"
                                + " different pods may";
            case AMOUNTS ->
                "the pods ask too much " + Style.printable(open.objection())
                        + " together to be counted (2^63-1 or more);" + " a larger budget does not help";
            case DEVICES ->
                (open.objection().isEmpty()
                                ? "there are more ways to give the pods their devices than are looked at"
                                : Style.printable(open.objection()))
                        + "; a larger budget does not help";
            case SELECTORS -> "which devices are meant cannot be told here: " + Style.printable(open.objection());
            case ALLOCATOR ->
                "it would fit, but the scheduler's allocator may end with an error and give a pod up: "
                        + Style.printable(open.objection());
            case CLAIMS ->
                "a pod names a claim twice that others share: in some orders kube-scheduler gives it volumes in ways"
                        + " that are not looked at; name the claim once";
            case EARLIER ->
                "its pods come after those of " + Style.printable(open.objection())
                        + ", of which it is not known whether they get a place";
            case INPUTS -> UnmodelledText.OPEN;
            case INTERRUPTED -> "the search was interrupted";
            case DEFECT ->
                "the checker refuses what the search found (" + Style.printable(open.objection())
                        + "). That is a defect of this program: please report it, with the inputs";
        };
    }
}
