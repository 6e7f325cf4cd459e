package io.github.workload4j.cli.picture;

import io.github.workload4j.cli.picture.view.GroupView;
import io.github.workload4j.cli.picture.view.VerdictWords;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.MemberCounts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of a group as one bar: those that run, those that are placed, those that wait, those that do not exist
 * yet.
 *
 * @param box the bar
 * @param running length of the part that runs
 * @param placed length of the part that is placed
 * @param waiting length of the part that waits
 * @param missing length of the part that does not exist
 * @param needed where on the bar the minimum is reached, or -1 if the minimum is not a number of pods
 * @param label the same in words
 */
record Tally(Box box, int running, int placed, int waiting, int missing, int needed, Label label) {

    private static final int LENGTH = 320;
    private static final int HEIGHT = 12;
    private static final int FONT = 12;
    private static final int GAP = 10;

    static @Nullable Tally of(GroupView view, int y, int width) {
        MemberCounts members = view.verdict().about().members();
        boolean pods = view.verdict().about().group().kind() != GroupRef.Kind.COMPOSITE_POD_GROUP;
        int minimum = pods ? view.verdict().about().minimum() : 0;
        int all = Math.max(members.total(), minimum);
        if (all == 0) {
            return null;
        }
        int placedPods = Math.min(view.placed(), members.pending());
        int running = length(members.running(), all);
        int placed = length(members.running() + placedPods, all) - running;
        int waiting = length(members.total(), all) - running - placed;
        int missing = LENGTH - running - placed - waiting;
        int needed = minimum > 0 ? length(minimum, all) : -1;
        Box box = new Box(0, y + 4, LENGTH, HEIGHT);
        int x = LENGTH + GAP;
        Label label = Label.of(
                x, box.bottom() - 1, width - x, FONT, Label.Weight.PLAIN, words(view, minimum, all, placedPods));
        return new Tally(box, running, placed, waiting, missing, needed, label);
    }

    private static int length(int pods, int all) {
        return (int) ((long) LENGTH * pods / all);
    }

    private static String words(GroupView view, int minimum, int all, int placed) {
        MemberCounts members = view.verdict().about().members();
        List<String> parts = new ArrayList<>();
        if (minimum > 0) {
            parts.add(VerdictWords.grouped(minimum) + " needed");
        }
        if (members.running() > 0) {
            parts.add(VerdictWords.grouped(members.running()) + " running");
        }
        if (placed > 0) {
            parts.add(VerdictWords.grouped(placed) + " placed");
        }
        if (members.pending() > placed) {
            parts.add(VerdictWords.grouped(members.pending() - placed) + " waiting"
                    + (members.gated() > 0 ? " (" + members.gated() + " held by scheduling gates)" : ""));
        }
        if (all > members.total()) {
            parts.add(VerdictWords.grouped(all - members.total()) + " missing");
        }
        return String.join(" \u00b7 ", parts);
    }
}
