package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.input.GoneMembers;
import io.github.workload4j.gang.words.Counted;
import java.util.ArrayList;
import java.util.List;

/** Pods of a group that are finished or being deleted, and whether they count. */
final class GoneMembersText {

    private GoneMembersText() {}

    /** {@return lines, indented by two; none if there are no such pods} */
    static List<String> lines(GoneMembers gone) {
        List<String> lines = new ArrayList<>();
        if (gone.finished() > 0) {
            lines.add("  " + Counted.of(gone.finished(), "pod") + (gone.finished() == 1 ? " has" : " have")
                    + " finished and " + (gone.finished() == 1 ? "does" : "do") + " not count");
        }
        if (gone.leaving() > 0) {
            lines.add("  " + Counted.of(gone.leaving(), "pod") + " without a node "
                    + (gone.leaving() == 1 ? "is" : "are") + " being deleted and "
                    + (gone.leaving() == 1 ? "does" : "do") + " not count");
        }
        if (gone.terminating() > 0) {
            lines.add("  " + Counted.of(gone.terminating(), "running pod") + (gone.terminating() == 1 ? " is" : " are")
                    + " being deleted and " + (gone.terminating() == 1 ? "counts until it is" : "count until they are")
                    + " gone");
        }
        return lines;
    }
}
