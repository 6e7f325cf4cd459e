package io.github.workload4j.gang.words;

import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.DomainsThatFit;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.Unmodelled;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.question.FewestDomains;
import io.github.workload4j.gang.question.Greedy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A verdict in a few words, and what is said about a placement. */
public final class VerdictText {

    private VerdictText() {}

    /** {@return the group that a verdict is about, safe to print} */
    public static String name(Verdict verdict) {
        return Style.printable(verdict.about().group().toString());
    }

    /** {@return whether a verdict is "no" by the inputs that could be read, and open because of the others} */
    public static boolean isOpen(Verdict verdict) {
        return verdict instanceof Verdict.Undetermined open
                && open.stopped() == StopReason.INPUTS
                && verdict.about().unmodelled().stream().anyMatch(each -> each.what() == Unmodelled.What.UNREAD_INPUTS);
    }

    /** {@return whether a verdict is good news} */
    public static boolean isGood(Verdict verdict) {
        return verdict instanceof Verdict.Feasible || verdict instanceof Verdict.Satisfied;
    }

    /** {@return a word of a verdict, in its colour} */
    public static String coloured(Verdict verdict, String word, Style style) {
        if (isGood(verdict)) {
            return style.good(word);
        }
        return verdict instanceof Verdict.Undetermined ? style.odd(word) : style.bad(word);
    }

    /** {@return a verdict in one line, without the word for it} */
    public static String inShort(Verdict verdict) {
        GroupSummary about = verdict.about();
        if (verdict instanceof Verdict.Feasible feasible) {
            return placed(feasible) + needed(about);
        }
        if (verdict instanceof Verdict.Gated gated) {
            return gated.why().code() + ": " + Style.printable(gated.detail());
        }
        if (verdict instanceof Verdict.Errored errored) {
            return errored.why().code() + ": " + Style.printable(errored.detail());
        }
        if (verdict instanceof Verdict.Satisfied) {
            return "no pod is pending, " + about.members().running() + " running";
        }
        if (isOpen(verdict)) {
            return UnmodelledText.OPEN + needed(about);
        }
        if (verdict instanceof Verdict.Undetermined) {
            return "no placement found, and no proof that there is none" + needed(about);
        }
        return "does not fit: " + waiting(about.members()) + needed(about);
    }

    private static String placed(Verdict.Feasible feasible) {
        MemberCounts members = feasible.about().members();
        int placed = feasible.placed();
        String pods = placed == members.pending()
                ? (placed == 1
                        ? "the pending pod fits"
                        : (placed == 2 ? "both" : "all " + Counted.of(placed)) + " pending pods fit")
                : placed + " of " + Counted.of(members.pending(), "pending pod") + (placed == 1 ? " fits" : " fit");
        return pods + (feasible.isMaximal() || placed == members.pending() ? "" : ", perhaps more");
    }

    private static String waiting(MemberCounts members) {
        return Counted.of(members.pending(), "pod") + " pending"
                + (members.gated() > 0 ? ", " + members.gated() + " of them held by scheduling gates" : "");
    }

    private static String needed(GroupSummary about) {
        String noun = about.group().kind() == GroupRef.Kind.COMPOSITE_POD_GROUP ? "group" : "pod";
        int running = about.members().running();
        String need = about.minimum() != 1 || noun.equals("group")
                ? ", " + Counted.of(about.minimum(), noun) + " needed"
                : about.members().total() == 1 ? "" : ", one is enough";
        return need + (running > 0 ? ", " + running + " running" : "");
    }

    /** {@return what kube-scheduler's cycle would do, as a sentence; null if it was not followed to its end} */
    public static String greedy(Verdict.Feasible feasible, @Nullable Greedy greedy) {
        String cycle = "kube-scheduler's documented cycle, pod by pod, ";
        if (greedy == null || greedy.stopped().isPresent()) {
            boolean devices = greedy != null;
            boolean volumes =
                    feasible.placement().stream().anyMatch(one -> !one.volumes().isEmpty());
            return cycle + "was not followed to its end: "
                    + (devices || volumes
                            ? "its choice of " + (devices ? "devices" : "volumes")
                                    + " was looked at for this placement alone"
                            : "the budget was spent");
        }
        int places = greedy.placement().size();
        String would = places == 0
                ? "get stuck and place none"
                : "place " + (places == feasible.placed() ? "as many" : String.valueOf(places));
        String lots = greedy.lots().stream().map(VerdictText::lot).collect(Collectors.joining(" and "));
        return cycle + "would " + would + (lots.isEmpty() ? "" : "; lots decide " + lots);
    }

    private static String lot(Greedy.Lot lot) {
        return switch (lot) {
            case NODE -> "between nodes";
            case DOMAIN -> "between domains";
            case DOMAINS_TRIED -> "which domains are tried";
        };
    }

    /** {@return in which other domains a group fits, as a sentence} */
    public static String elsewhere(ChosenDomain chosen, DomainsThatFit fits) {
        List<String> others = new ArrayList<>(fits.values());
        others.remove(chosen.value());
        String open = fits.undetermined().isEmpty()
                ? ""
                : "; not decided within the budget: "
                        + Counted.of(fits.undetermined().size(), "domain");
        return Style.printable(chosen.group().name()) + " fits in "
                + (others.isEmpty()
                        ? "no other domain of " + Style.printable(fits.key())
                        : Counted.of(others.size(), "other domain") + " of " + Style.printable(fits.key()) + " too: "
                                + others.stream().map(Style::value).collect(Collectors.joining(", ")))
                + open;
    }

    /** {@return in which domains of a label a placement lies that prefers few, and what of that is proved, in words} */
    public static String fewest(FewestDomains fewest) {
        String key = Style.printable(fewest.key());
        if (fewest.domains().isEmpty()) {
            return "no placement of as many pods was found on nodes with the label " + key + " alone";
        }
        int many = fewest.domains().size();
        String others = many == 1 ? "no other one has" : "no other " + Counted.of(many) + " have";
        return "in " + Counted.of(many, "domain") + " of " + key + ": "
                + fewest.domains().stream().map(Style::value).collect(Collectors.joining(", "))
                + (fewest.isFewest()
                        ? many == 1 ? "" : "; fewer do not hold as many pods"
                        : "; as few as " + Counted.of(fewest.atLeast()) + " may do, which was not found out")
                + (fewest.isTightest()
                        ? "; " + others + " less room"
                        : "; whether " + (many == 1 ? "another one has" : "others have")
                                + " less room was not found out");
    }
}
