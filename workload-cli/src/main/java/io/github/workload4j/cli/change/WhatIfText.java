package io.github.workload4j.cli.change;

import io.github.workload4j.cli.answer.DerivedText;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.purchase.Purchase;
import io.github.workload4j.cli.purchase.PurchaseText;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.repair.FewestMoves;
import io.github.workload4j.gang.whatif.Evictions;
import io.github.workload4j.gang.words.Lines;
import io.github.workload4j.gang.words.MovesText;
import io.github.workload4j.gang.words.ReleaseText;
import io.github.workload4j.gang.words.StopText;
import io.github.workload4j.gang.words.Style;
import io.github.workload4j.gang.words.SuggestionText;
import io.github.workload4j.gang.words.UnmodelledText;
import io.github.workload4j.gang.words.VerdictText;
import io.github.workload4j.gang.words.Voice;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    public void write(Collection<WhatIfCommand.Found> all, @Nullable Purchase together) {
        if (all.isEmpty()) {
            out.println(style.good("nothing waits") + ": no group has a pending pod");
        }
        for (WhatIfCommand.Found found : all) {
            String name =
                    style.strong(Style.printable(found.before().about().group().toString()));
            if (found.after() != null) {
                out.println(name + "  now: " + VerdictText.inShort(found.now()) + " (" + coloured(found.now()) + ")");
                out.println(" ".repeat(2) + "then: " + VerdictText.inShort(found.after()) + " ("
                        + coloured(found.after()) + ")");
            } else if (found.suggestions().isEmpty()
                    && !(found.now() instanceof Verdict.Infeasible || found.now() instanceof Verdict.Undetermined)) {
                out.println(name + "  " + coloured(found.now()) + ": " + VerdictText.inShort(found.now()));
                if (found.evictions() != null) {
                    Lines.wrapped(SuggestionText.scheduler(found.evictions(), Voice.COMMAND), " ", "    ")
                            .forEach(out::println);
                }
                if (found.purchase() != null && found.now() instanceof Verdict.Feasible fits) {
                    String bought = PurchaseText.besideFitting(found.purchase(), fits);
                    Lines.wrapped(bought, " ", "  ").stream()
                            .filter(line -> !line.isBlank())
                            .forEach(out::println);
                }
            } else {
                suggestions(name, found);
            }
            StopText.lines(found.last(), Voice.COMMAND).forEach(out::println);
            UnmodelledText.lines(found.last().about().unmodelled(), found.ignored())
                    .forEach(out::println);
            DerivedText.lines(found.last().about().group(), cluster, beside(found))
                    .forEach(out::println);
        }
        if (together != null) {
            String fit = together.now() instanceof Verdict.Undetermined
                    ? style.odd("are not decided")
                    : style.bad("do not fit");
            out.println(style.strong("all groups together") + "  " + fit
                    + (together.helps() ? "; with this they would:" : ":"));
            StopText.lines(together.now(), Voice.COMMAND).forEach(out::println);
            Lines.item("- ", PurchaseText.of(together), "  ").forEach(out::println);
        }
        ReleaseText.lines(all.stream()
                        .map(found -> found.before().about().release())
                        .toList())
                .forEach(out::println);
    }

    /** Beside others "no" is no proof: those could be elsewhere. */
    private static String beside(WhatIfCommand.Found found) {
        if (found.beside() == null) {
            return DerivedText.ALONE;
        }
        boolean isOpen = !(found.now() instanceof Verdict.Feasible) && found.before() instanceof Verdict.Feasible;
        return "asked beside those as placed" + (isOpen ? "; alone it is feasible" : "");
    }

    private String coloured(Verdict verdict) {
        return VerdictText.coloured(verdict, verdict.word(), style);
    }

    private void suggestions(String name, WhatIfCommand.Found found) {
        List<String> lines = new ArrayList<>();
        found.suggestions().forEach(suggestion -> lines.add(SuggestionText.of(suggestion, Voice.COMMAND)));
        Evictions evictions = found.evictions();
        if (evictions != null && !evictions.fewest().isEmpty()) {
            lines.add(SuggestionText.of(evictions, Voice.COMMAND));
        }
        FewestMoves repair = found.repair();
        if (repair != null && !repair.moves().isEmpty()) {
            lines.add(MovesText.of(repair, Voice.COMMAND));
        }
        Purchase purchase = found.purchase();
        if (purchase != null && purchase.helps()) {
            lines.add(PurchaseText.of(purchase));
        }
        boolean saysWhy = found.now() instanceof Verdict.Gated || VerdictText.isOpen(found.now());
        String why = saysWhy ? ": " + VerdictText.inShort(found.now()) : "";
        out.print(name + "  " + coloured(found.now()) + why + (saysWhy || !lines.isEmpty() ? "; " : ": "));
        if (lines.isEmpty()) {
            out.println("no single change was found that would make it fit");
            notLookedAt(found);
            return;
        }
        out.println(lines.size() == 1 ? "with this it would fit:" : "with any one of these it would fit:");
        lines.forEach(line -> Lines.item("- ", line, "  ").forEach(out::println));
        if (evictions != null) {
            Lines.wrapped(SuggestionText.scheduler(evictions, Voice.COMMAND), " ", "    ")
                    .forEach(out::println);
        }
        notLookedAt(found);
    }

    private void notLookedAt(WhatIfCommand.Found found) {
        Purchase purchase = found.purchase();
        if (purchase != null && !purchase.helps()) {
            String asFar = VerdictText.isOpen(found.now()) ? "as far as the inputs could be used, " : "";
            Lines.wrapped(asFar + PurchaseText.of(purchase), " ", "  ").forEach(out::println);
        }
        FewestMoves repair = found.repair();
        if (repair != null && !MovesText.open(repair).isEmpty()) {
            Lines.wrapped(MovesText.open(repair), " ", "  ").forEach(out::println);
        }
        if (!found.notLookedAt().isEmpty()) {
            String all = String.join(", ", found.notLookedAt());
            String tried = StopText.isTooMuch(found.now()) ? "not tried: " : "not fully tried, for want of budget: ";
            Lines.wrapped(tried + Style.printable(all), " ", "  ").forEach(out::println);
        }
    }
}
