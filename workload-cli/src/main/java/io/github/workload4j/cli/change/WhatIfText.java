package io.github.workload4j.cli.change;

import io.github.workload4j.cli.answer.DerivedText;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.whatif.Evictions;
import io.github.workload4j.gang.words.Lines;
import io.github.workload4j.gang.words.ReleaseText;
import io.github.workload4j.gang.words.Style;
import io.github.workload4j.gang.words.SuggestionText;
import io.github.workload4j.gang.words.UnmodelledText;
import io.github.workload4j.gang.words.VerdictText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The result of {@code workload whatif} for people: for each group a line for each change that alone is enough. */
final class WhatIfText {

    private final PrintWriter out;
    private final Style style;
    private final LoadedCluster cluster;

    WhatIfText(PrintWriter out, Style style, LoadedCluster cluster) {
        this.out = out;
        this.style = style;
        this.cluster = cluster;
    }

    public void write(Collection<WhatIfCommand.Found> all) {
        if (all.isEmpty()) {
            out.println(style.good("nothing waits") + ": no group has a pending pod");
        }
        for (WhatIfCommand.Found found : all) {
            String name =
                    style.strong(Style.printable(found.before().about().group().toString()));
            if (found.after() != null) {
                out.println(
                        name + "  now: " + VerdictText.inShort(found.before()) + " (" + coloured(found.before()) + ")");
                out.println(" ".repeat(2) + "then: " + VerdictText.inShort(found.after()) + " ("
                        + coloured(found.after()) + ")");
            } else if (found.suggestions().isEmpty()
                    && !(found.before() instanceof Verdict.Infeasible
                            || found.before() instanceof Verdict.Undetermined)) {
                out.println(name + "  " + coloured(found.before()) + ": " + VerdictText.inShort(found.before()));
                if (found.evictions() != null) {
                    Lines.wrapped(SuggestionText.scheduler(found.evictions()), " ", "    ")
                            .forEach(out::println);
                }
            } else {
                suggestions(name, found);
            }
            UnmodelledText.lines(found.last().about().unmodelled(), found.ignored())
                    .forEach(out::println);
            DerivedText.lines(found.last().about().group(), cluster, null).forEach(out::println);
        }
        ReleaseText.lines(all.stream()
                        .map(found -> found.before().about().release())
                        .toList())
                .forEach(out::println);
    }

    private String coloured(Verdict verdict) {
        boolean good = verdict instanceof Verdict.Feasible || verdict instanceof Verdict.Satisfied;
        return good ? style.good(verdict.word()) : style.bad(verdict.word());
    }

    private void suggestions(String name, WhatIfCommand.Found found) {
        List<String> lines = new ArrayList<>();
        found.suggestions().forEach(suggestion -> lines.add(SuggestionText.of(suggestion)));
        Evictions evictions = found.evictions();
        if (evictions != null && !evictions.fewest().isEmpty()) {
            lines.add(SuggestionText.of(evictions));
        }
        if (lines.isEmpty()) {
            out.println(name + "  " + coloured(found.before()) + ": no single change that was tried would make it fit");
            notLookedAt(found);
            return;
        }
        String why = found.before() instanceof Verdict.Gated ? ": " + VerdictText.inShort(found.before()) : "";
        out.println(name + "  " + coloured(found.before()) + why + "; "
                + (lines.size() == 1 ? "with this it would fit:" : "with any one of these it would fit:"));
        lines.forEach(line -> Lines.item("- ", line, "  ").forEach(out::println));
        if (evictions != null) {
            Lines.wrapped(SuggestionText.scheduler(evictions), " ", "    ").forEach(out::println);
        }
        notLookedAt(found);
    }

    private void notLookedAt(WhatIfCommand.Found found) {
        if (!found.notLookedAt().isEmpty()) {
            String all = String.join(", ", found.notLookedAt());
            Lines.wrapped("the budget ran out before these were fully tried: " + Style.printable(all), " ", "  ")
                    .forEach(out::println);
        }
    }
}
