package io.github.workload4j.cli.screen;

import io.github.workload4j.gang.Verdict;
import java.util.Collection;

/** The exit statuses of the command, as {@code docs/cli.md} promises them. */
public final class ExitStatus {

    /** Valid; or every asked group is feasible or satisfied. */
    public static final int YES = 0;
    /** Something is invalid; or a group is infeasible, gated or in error. */
    public static final int NO = 1;
    /** The command was called wrongly, or an input could not be read at all. */
    public static final int UNUSABLE = 2;
    /** No group is infeasible, but at least one is undetermined. */
    public static final int UNDETERMINED = 3;

    /**
     * Every asked group is feasible or satisfied as far as the inputs show, but an answer depends on what they do not
     * show.
     */
    public static final int DEPENDS = 4;

    private ExitStatus() {}

    /** {@return the status of these verdicts together} */
    public static int of(Collection<Verdict> verdicts) {
        boolean undetermined = false;
        boolean depends = false;
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Infeasible
                    || verdict instanceof Verdict.Gated
                    || verdict instanceof Verdict.Errored) {
                return NO;
            }
            undetermined |= verdict instanceof Verdict.Undetermined;
            depends |= !verdict.about().unmodelled().isEmpty();
        }
        return undetermined ? UNDETERMINED : depends ? DEPENDS : YES;
    }
}
