package io.github.workload4j.cli.capacity;

import io.github.workload4j.cli.answer.DerivedText;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.picture.StartsPicture;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.question.IgnoredPreference;
import io.github.workload4j.gang.timetable.Outlook;
import io.github.workload4j.gang.timetable.Start;
import io.github.workload4j.gang.timetable.Timetable;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.Lines;
import io.github.workload4j.gang.words.PlacementText;
import io.github.workload4j.gang.words.ReleaseText;
import io.github.workload4j.gang.words.StopText;
import io.github.workload4j.gang.words.Style;
import io.github.workload4j.gang.words.UnmodelledText;
import io.github.workload4j.gang.words.VerdictText;
import io.github.workload4j.gang.words.Voice;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** When groups start, as text. */
final class WhenText {

    /** At most this many pods that end are named. */
    private static final int MOST_NAMED = 3;

    private final PrintWriter out;
    private final Style style;
    private final LoadedCluster cluster;

    WhenText(PrintWriter out, Style style, LoadedCluster cluster) {
        this.out = out;
        this.style = style;
        this.cluster = cluster;
    }

    void write(List<Start> starts, NeverStarts never, Timetable timetable, Outlook outlook) {
        if (starts.isEmpty()) {
            out.println(style.good("nothing waits") + ": no group has a pending pod");
            return;
        }
        int place = 0;
        for (Start start : starts) {
            out.println(String.format(Locale.ROOT, "%3d. ", ++place)
                    + style.strong(VerdictText.name(start.verdict()))
                    + "  "
                    + VerdictText.coloured(start.verdict(), word(start, outlook), style)
                    + ": "
                    + VerdictText.inShort(start.verdict()));
            details(start, never, outlook, place > 1).forEach(line -> out.println("     " + line));
            UnmodelledText.lines(start.verdict().about().unmodelled(), ignored(start.verdict(), cluster)).stream()
                    .map(line -> "   " + line)
                    .forEach(out::println);
            DerivedText.lines(start.group(), cluster, "").stream()
                    .map(line -> "   " + line)
                    .forEach(out::println);
        }
        long starting = starts.stream().filter(start -> start.at().isPresent()).count();
        boolean isExact = starts.stream().allMatch(Start::exact);
        out.println(StartsPicture.count(starts)
                + (starting == 0 || !isExact ? "" : ", each as early as it can without delaying one before it"));
        List<String> overdue = timetable.overdue();
        if (!overdue.isEmpty()) {
            out.println(Counted.of(overdue.size(), "pod") + (overdue.size() == 1 ? " is" : " are")
                    + " still there after the end that was said, and taken to run on: " + named(overdue));
        }
        OverbookedText.lines(timetable.overbooked()).stream()
                .flatMap(line -> Lines.item("", line, "  ").stream())
                .forEach(out::println);
        ReleaseText.lines(starts.stream()
                        .map(start -> start.verdict().about().release())
                        .toList())
                .forEach(out::println);
    }

    static List<IgnoredPreference> ignored(Verdict verdict, LoadedCluster cluster) {
        return IgnoredPreference.of(
                cluster.snapshot(), cluster.groups(), verdict.about().group());
    }

    private static String word(Start start, Outlook outlook) {
        if (start.at().isEmpty()) {
            return NeverStarts.is(start) ? "never starts" : start.verdict().word();
        }
        String at = start.at().get().equals(outlook.now())
                ? "starts at once"
                : "starts at " + start.at().get();
        return at + start.until().map(end -> ", ends at " + end).orElse(", runs on");
    }

    private List<String> details(Start start, NeverStarts never, Outlook outlook, boolean beside) {
        List<String> lines = new ArrayList<>();
        Start.FreedBy freedBy = start.freedBy();
        List<String> ends = new ArrayList<>();
        freedBy.groups().forEach(group -> ends.add(Style.printable(group.toString())));
        freedBy.reservations().forEach(name -> ends.add("reservation " + Style.printable(name)));
        if (!freedBy.pods().isEmpty()) {
            ends.add((freedBy.pods().size() == 1 ? "pod " : "pods ") + named(freedBy.pods()));
        }
        if (!ends.isEmpty()) {
            lines.add("waits for the end of " + String.join(", ", ends));
        }
        if (NeverStarts.is(start)) {
            lines.addAll(Lines.wrapped("why: " + never.why(start), " ", ""));
        }
        StopText.sentences(start.verdict(), Voice.COMMAND).forEach(each -> lines.addAll(Lines.wrapped(each, " ", "")));
        String proof = proof(start, outlook, beside);
        if (!proof.isEmpty()) {
            lines.add(proof);
        }
        if (start.verdict() instanceof Verdict.Feasible feasible) {
            lines.addAll(PlacementText.lines(feasible, cluster.snapshot(), Voice.COMMAND));
        }
        return lines;
    }

    /** {@return what is proved of a start, {@code beside} others that come before it} */
    private static String proof(Start start, Outlook outlook, boolean beside) {
        String proved = "proved" + (beside ? " with the groups before it as they are placed here" : "");
        boolean isLater = start.at().filter(at -> !at.equals(outlook.now())).isPresent();
        String same = start.notBefore()
                .map(group -> "; " + Style.printable(group.toString()) + " before it asks no more")
                .orElse("");
        if (isLater) {
            return start.exact()
                    ? "no earlier, which is " + proved + same
                    : "perhaps earlier: that it cannot was not proved";
        }
        return NeverStarts.is(start) ? "that is " + proved + same : "";
    }

    private static String named(List<String> names) {
        List<String> some = new ArrayList<>(
                names.stream().limit(MOST_NAMED).map(Style::printable).toList());
        if (names.size() > MOST_NAMED) {
            some.add(Counted.of(names.size() - MOST_NAMED) + " more");
        }
        return String.join(", ", some);
    }
}
