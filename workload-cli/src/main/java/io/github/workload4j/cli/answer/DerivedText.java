package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.Lines;
import io.github.workload4j.gang.words.Style;
import io.github.workload4j.intent.derive.Completed;
import io.github.workload4j.intent.derive.DerivedGroup;
import io.github.workload4j.intent.read.ReadingLint;
import io.github.workload4j.intent.read.ReadingLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was derived of the object that a group was read from, and what was assumed about it, for people. */
public final class DerivedText {

    /** What to say of a group beside which those that come before it could not be put. */
    public static final String ALONE = "no place was found for those, so it was asked about alone";

    private DerivedText() {}

    /**
     * {@return lines about a group; none for a group of the inputs about which nothing was assumed}
     *
     * @param verdict what was answered
     * @param beside what it gets beside the groups that come before it; null if there are none, or they have no place
     */
    static List<String> lines(GroupRef root, LoadedCluster cluster, Verdict verdict, @Nullable Verdict beside) {
        boolean isOne = cluster.inputs().meant().before(root).size() == 1;
        return lines(
                root,
                cluster,
                beside == null
                        ? ALONE
                        : verdict instanceof Verdict.Feasible ? fits(beside, isOne ? "it" : "them") : "");
    }

    /**
     * {@return lines about a group; none for a group of the inputs about which nothing was assumed}
     *
     * @param beside what to say of it beside the groups that come before it, or nothing
     */
    public static List<String> lines(GroupRef root, LoadedCluster cluster, String beside) {
        List<String> lines = new ArrayList<>();
        cluster.inputs().meant().sources(root).forEach((reading, derived) -> {
            lines.addAll(wrapped("read from " + reading.object() + pods(derived)));
            if (reading.suspended()) {
                lines.add("  it is suspended; asked as if it were resumed");
            }
            for (ReadingLint lint : reading.lint()) {
                lines.addAll(
                        wrapped("odd: " + (lint.group() == null ? "" : "group `" + lint.group() + "` ") + lint.what()));
            }
            for (ReadingLoss loss : reading.losses()) {
                lines.addAll(wrapped(of(loss)));
            }
        });
        List<GroupRef> before = cluster.inputs().meant().before(root);
        if (!before.isEmpty()) {
            lines.addAll(wrapped(after(before, beside)));
        }
        for (Completed each :
                cluster.inputs().meant().completed(cluster.groups().leavesOf(root))) {
            lines.addAll(wrapped("assumed of " + each.namespace() + "/" + each.name() + ": " + assumed(each)));
        }
        return lines;
    }

    private static List<String> wrapped(String text) {
        return Lines.wrapped(Style.printable(text), " ", "  ");
    }

    /** {@return a loss in words} */
    public static String of(ReadingLoss loss) {
        String word = switch (loss.kind()) {
            case DROPPED -> "left out";
            case APPROXIMATED -> "taken roughly";
            case SYNTHESIZED -> "made up";
            case NEEDS_CONTEXT -> "not known";
            case INVALID_IN_TARGET -> "not allowed in a group";
        };
        return word + ": " + loss.where() + ": " + loss.what();
    }

    private static String pods(List<DerivedGroup> derived) {
        List<String> made =
                derived.stream().flatMap(group -> group.pods().stream()).toList();
        int there = derived.stream().mapToInt(DerivedGroup::members).sum();
        if (made.isEmpty() && there == 0) {
            return "; nothing in the inputs makes pods for it (give the object that does, or ask about such pods with"
                    + " --pod)";
        }
        String members = there == 0 ? "" : Counted.of(there, "pod") + (there == 1 ? " is" : " are") + " there";
        if (made.isEmpty()) {
            return ": " + members;
        }
        return (there == 0 ? ", which makes " : ": " + members + ", and it makes ")
                + Counted.of(made.size(), (there == 0 ? "" : "more ") + "pod") + ", " + made.get(0)
                + (made.size() == 1 ? "" : " to " + made.get(made.size() - 1));
    }

    private static String after(List<GroupRef> before, String beside) {
        String names = before.stream().map(GroupRef::toString).collect(Collectors.joining(", "));
        return "its pods come after those of " + names + (beside.isEmpty() ? "" : "; " + beside);
    }

    private static String fits(Verdict beside, String them) {
        return beside instanceof Verdict.Feasible
                ? "it fits beside " + them + " as placed above"
                : "it is " + beside.word() + " beside " + them + " as placed above, which another placement of " + them
                        + " may change";
    }

    private static String assumed(Completed each) {
        List<String> parts = new ArrayList<>();
        if (each.ungated() > 0) {
            parts.add("the gates of " + Counted.of(each.ungated(), "pod") + " are open");
        }
        if (!each.pods().isEmpty()) {
            parts.add(Counted.of(each.pods().size(), "missing pod") + " like those there");
        }
        if (each.missing() > 0) {
            parts.add(Counted.of(each.missing(), "missing pod") + " not completed, since there is none to copy or they"
                    + " differ");
        }
        return String.join(", ", parts);
    }
}
