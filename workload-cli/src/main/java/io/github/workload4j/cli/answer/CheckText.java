package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.words.Cells;
import io.github.workload4j.gang.words.EvidenceText;
import io.github.workload4j.gang.words.ExplanationText;
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

/**
 * The result of {@code workload check} for people. First a line for each group, verdict first. Then, group by group,
 * where its pods go, by domain and node, or what is missing.
 */
public final class CheckText {

    private final PrintWriter out;
    private final Style style;
    private final ClusterSnapshot snapshot;
    private final LoadedCluster cluster;

    CheckText(PrintWriter out, Style style, LoadedCluster cluster) {
        this.out = out;
        this.style = style;
        this.snapshot = cluster.snapshot();
        this.cluster = cluster;
    }

    /**
     * Writes answers.
     *
     * @param quiet whether those that are good news are left out
     */
    public void write(List<Answered> all, boolean quiet) {
        List<Answered> answers = quiet
                ? all.stream()
                        .filter(answered -> !VerdictText.isGood(answered.verdict()))
                        .toList()
                : all;
        if (quiet && answers.isEmpty()) {
            return;
        }
        if (answers.isEmpty()) {
            out.println(style.good("nothing waits") + ": no group has a pending pod");
            return;
        }
        int width = Cells.widest(answers.stream().map(answered -> VerdictText.name(answered.verdict())));
        for (Answered answered : answers) {
            Verdict verdict = answered.verdict();
            String word = String.format(Locale.ROOT, "%-12s", verdict.word());
            out.println(VerdictText.coloured(verdict, word, style) + "  "
                    + style.strong(Cells.padded(VerdictText.name(verdict), width)) + "  "
                    + VerdictText.inShort(verdict));
        }
        for (Answered answered : answers) {
            details(answered);
        }
        ReleaseText.lines(answers.stream()
                        .map(answered -> answered.verdict().about().release())
                        .toList())
                .forEach(out::println);
    }

    private void details(Answered answered) {
        Verdict verdict = answered.verdict();
        List<String> lines = new ArrayList<>(
                answered.explanation() == null
                        ? List.of()
                        : ExplanationText.of(answered.explanation(), style, Voice.COMMAND));
        if (!lines.isEmpty() && VerdictText.isOpen(verdict)) {
            lines.add(0, "  as far as the inputs could be used:");
        } else if (verdict instanceof Verdict.Feasible feasible) {
            lines.addAll(0, PlacementText.lines(feasible, snapshot, Voice.COMMAND));
            if (answered.fewest() != null) {
                lines.addAll(Lines.wrapped(VerdictText.fewest(answered.fewest()), " ", "  "));
            }
            for (int d = 0; d < answered.fits().size(); d++) {
                lines.addAll(Lines.wrapped(
                        VerdictText.elsewhere(
                                feasible.domains().get(d), answered.fits().get(d)),
                        " ",
                        "  "));
            }
            if (answered.explanation() != null) {
                lines.addAll(Lines.wrapped(VerdictText.greedy(feasible, answered.greedy()), " ", "  "));
            }
        } else if (!lines.isEmpty()) {
            // The explanation says it all, and better.
        } else if (verdict instanceof Verdict.Infeasible infeasible && answered.question() != null) {
            String why = EvidenceText.of(infeasible, answered.question(), Voice.COMMAND);
            lines.addAll(Lines.wrapped("why: " + why, " ", "  "));
        } else if (verdict instanceof Verdict.Undetermined) {
            lines.addAll(StopText.lines(verdict, Voice.COMMAND));
        } else if (verdict instanceof Verdict.Gated gated && gated.why() == Reason.GROUP_NOT_FOUND) {
            cluster.inputs()
                    .members()
                    .first(verdict.about().group())
                    .ifPresent(member -> lines.add("  named by " + Style.printable(member)));
        }
        lines.addAll(GoneMembersText.lines(cluster.goneMembers(verdict.about().group())));
        lines.addAll(UnmodelledText.lines(verdict.about().unmodelled(), answered.ignored()));
        lines.addAll(DerivedText.lines(verdict.about().group(), cluster, verdict, answered.beside()));
        if (!lines.isEmpty()) {
            print(verdict, lines);
        }
    }

    private void print(Verdict verdict, List<String> lines) {
        out.println();
        out.println(style.strong(VerdictText.name(verdict)));
        lines.forEach(out::println);
    }
}
