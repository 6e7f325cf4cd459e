package io.github.workload4j.cli.fleet;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.fleet.ClusterAnswer;
import io.github.workload4j.gang.fleet.ScarcestResource;
import io.github.workload4j.gang.whatif.Evictions;
import io.github.workload4j.gang.words.Amounts;
import io.github.workload4j.gang.words.Cells;
import io.github.workload4j.gang.words.Lines;
import io.github.workload4j.gang.words.ReleaseText;
import io.github.workload4j.gang.words.StopText;
import io.github.workload4j.gang.words.Style;
import io.github.workload4j.gang.words.SuggestionText;
import io.github.workload4j.gang.words.UnmodelledText;
import io.github.workload4j.gang.words.VerdictText;
import io.github.workload4j.gang.words.Voice;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Clusters and what they say to groups, for people. */
final class WhereText {

    private final PrintWriter out;
    private final Style style;
    private final boolean explained;

    WhereText(PrintWriter out, Style style, boolean explained) {
        this.out = out;
        this.style = style;
        this.explained = explained;
    }

    void write(List<GroupRanking> rankings) {
        if (rankings.isEmpty()) {
            out.println(style.good("nothing waits") + ": no group has a pending pod");
        }
        rankings.forEach(this::write);
    }

    private void write(GroupRanking ranking) {
        List<ClusterAnswer> answers = ranking.answers();
        out.println(style.strong(Style.printable(ranking.group().toString())) + ": " + ranking.summary());
        int names = Cells.widest(answers.stream().map(answer -> Style.printable(answer.cluster())));
        int words = Cells.widest(answers.stream().map(answer -> answer.verdict().word()));
        boolean isOneRelease =
                answers.stream().map(WhereText::release).distinct().count() == 1;
        int place = 0;
        for (ClusterAnswer answer : answers) {
            Verdict verdict = answer.verdict();
            String name = Cells.padded(Style.printable(answer.cluster()), names);
            String word = Cells.padded(verdict.word(), words);
            out.println(String.format(Locale.ROOT, "%3d. ", ++place) + style.strong(name) + "  "
                    + VerdictText.coloured(verdict, word, style) + "  " + VerdictText.inShort(verdict));
            details(answer, ranking.of(answer).why()).forEach(line -> out.println("   " + line));
            if (!isOneRelease) {
                release(answer).forEach(line -> out.println("     " + line));
            }
        }
        if (isOneRelease) {
            release(answers.get(0)).forEach(out::println);
        }
        if (ranking.lacksHelp(explained)) {
            out.println(GroupRanking.HELP);
        }
    }

    private static List<String> release(ClusterAnswer answer) {
        return ReleaseText.lines(List.of(answer.verdict().about().release()));
    }

    private static List<String> details(ClusterAnswer answer, String why) {
        List<String> lines = new ArrayList<>();
        ScarcestResource scarcest = answer.scarcest();
        if (answer.takesIt() && scarcest != null) {
            String what = share(answer, scarcest) + Amounts.name(scarcest.resource());
            lines.addAll(Lines.wrapped(what + " free on nodes that its pods may use", " ", "  "));
        }
        if (!why.isEmpty()) {
            lines.addAll(Lines.wrapped("why: " + why, " ", "  "));
        }
        lines.addAll(StopText.lines(answer.verdict(), Voice.COMMAND));
        help(answer).forEach(help -> lines.addAll(Lines.item("- ", help, "  ")));
        if (!answer.complete() && !StopText.isTooMuch(answer.verdict())) {
            lines.add("  not all that may help was looked at within the budget");
        }
        lines.addAll(UnmodelledText.lines(answer.verdict().about().unmodelled(), List.of()));
        return lines;
    }

    /** {@return what would help, a sentence for each way} */
    static List<String> help(ClusterAnswer answer) {
        List<String> help = new ArrayList<>();
        Evictions evictions = answer.evictions();
        if (evictions != null && !evictions.fewest().isEmpty()) {
            help.add(SuggestionText.of(evictions, Voice.COMMAND));
        }
        if (!answer.nodes().isEmpty()) {
            help.add(SuggestionText.of(answer.nodes().get(0), Voice.COMMAND));
        }
        return help;
    }

    /**
     * {@return which share a group takes that fits, up to the name of the resource}; it is rounded up, so that no
     * cluster seems to have more room than it has
     */
    static String share(ClusterAnswer answer, ScarcestResource scarcest) {
        boolean all = answer.verdict() instanceof Verdict.Feasible feasible
                && feasible.placed() == feasible.about().members().pending();
        return (all ? "takes " : "all pending pods together ask ")
                + new BigDecimal(scarcest.asked())
                        .movePointRight(2)
                        .divide(new BigDecimal(scarcest.free()), 0, RoundingMode.CEILING)
                + " % of the ";
    }
}
