package io.github.workload4j.gang.words;

import io.github.workload4j.gang.repair.FewestMoves;
import io.github.workload4j.gang.repair.Move;
import java.util.ArrayList;
import java.util.List;

/** Which running pods to move, in a few words. */
public final class MovesText {

    private MovesText() {}

    /** {@return the moves, which were found, and whether fewer do} */
    public static String of(FewestMoves found, Voice voice) {
        List<String> parts = new ArrayList<>();
        List<String> unowned = new ArrayList<>();
        for (Move move : found.moves()) {
            String pod = Style.printable(pod(move, voice));
            parts.add(pod + " from " + Style.printable(voice.node(move.from())) + " to "
                    + Style.printable(voice.node(move.to())) + (move.waits() ? " (it leaves first, and waits)" : ""));
            if (move.controller().isEmpty()) {
                unowned.add(pod);
            }
        }
        int moves = parts.size();
        String all = "move " + (moves == 1 ? "" : moves + ": ") + String.join(", then ", parts);
        String fewest = moves == 1
                ? ""
                : found.isFewest() ? "; fewer moves are not enough" : "; whether fewer are enough is not known";
        return all + fewest + unowned(unowned, moves);
    }

    /** {@return each move as a sentence, in order} */
    public static List<String> sentences(FewestMoves found) {
        return found.moves().stream()
                .map(move -> Style.printable(move.name()) + " moves from " + Style.printable(move.from()) + " to "
                        + Style.printable(move.to()) + ".")
                .toList();
    }

    private static String unowned(List<String> unowned, int moves) {
        if (unowned.isEmpty()) {
            return "";
        }
        return "; no controller is named that creates "
                + (unowned.size() < moves
                        ? String.join(", ", unowned) + " anew"
                        : moves == 1 ? "it anew" : "them anew");
    }

    /** {@return what is not known where no moves were found, as a sentence without a full stop; empty if all is} */
    public static String open(FewestMoves found) {
        if (found.then().isPresent() || found.open().isEmpty()) {
            return "";
        }
        return switch (found.open().get()) {
            case BUDGET -> "the budget ran out before it was known whether moving pods would help";
            case MORE_MOVES ->
                "moving up to " + FewestMoves.MOST_MOVES + " running pods is not enough; more moves were not tried";
            case UNDETERMINED -> "whether moving pods would help is not known";
        };
    }

    static String pod(Move move, Voice voice) {
        return voice.pod(
                move.pod().metadata().namespaceOrDefault(),
                move.pod().metadata().name());
    }
}
