package io.github.workload4j.gang.report;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.OwnKeys;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.repair.FewestMoves;
import io.github.workload4j.gang.whatif.Evictions;
import io.github.workload4j.gang.whatif.Suggestion;
import io.github.workload4j.gang.words.JsonLines;
import io.github.workload4j.gang.words.Lines;
import io.github.workload4j.gang.words.MovesJson;
import io.github.workload4j.gang.words.MovesText;
import io.github.workload4j.gang.words.StopText;
import io.github.workload4j.gang.words.SuggestionJson;
import io.github.workload4j.gang.words.SuggestionText;
import io.github.workload4j.gang.words.VerdictJson;
import io.github.workload4j.gang.words.VerdictText;
import io.github.workload4j.gang.words.Voice;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would help a group that does not fit, with the verdict that it would change. */
public final class WhatIfReport {

    private final Verdict verdict;
    private final List<Suggestion> suggestions;
    private final @Nullable Evictions evictions;
    private final @Nullable FewestMoves repair;
    private final Voice voice;

    private WhatIfReport(
            Verdict verdict,
            List<Suggestion> suggestions,
            @Nullable Evictions evictions,
            @Nullable FewestMoves repair,
            Voice voice) {
        this.verdict = verdict;
        this.suggestions = suggestions;
        this.evictions = evictions;
        this.repair = repair;
        this.voice = voice;
    }

    /**
     * {@return a report of what was found}
     *
     * @param verdict the verdict as things are
     * @param suggestions changes each of which is enough, such as those of {@code NearestFits} and {@code NodesToAdd}
     */
    public static WhatIfReport of(Verdict verdict, List<? extends Suggestion> suggestions) {
        requireNonNull(verdict, "verdict");
        return new WhatIfReport(
                verdict, List.copyOf(requireNonNull(suggestions, "suggestions")), null, null, Voice.LIBRARY);
    }

    /** {@return the same with those who would have to leave} */
    public WhatIfReport with(Evictions evictions) {
        return new WhatIfReport(verdict, suggestions, requireNonNull(evictions, "evictions"), repair, voice);
    }

    /** {@return the same with the running pods to move, or what is known of that} */
    public WhatIfReport with(FewestMoves repair) {
        return new WhatIfReport(verdict, suggestions, evictions, requireNonNull(repair, "repair"), voice);
    }

    /**
     * {@return the same, in which pods and nodes are named by the caller's keys, as these print, in text and JSON; one
     * without a key keeps the name it has in the cluster}
     */
    public WhatIfReport named(OwnKeys<?, ?> keys) {
        requireNonNull(keys, "keys");
        return new WhatIfReport(
                verdict,
                suggestions,
                evictions,
                repair,
                Voice.LIBRARY.naming(keys, verdict.about().group().namespace()));
    }

    /** {@return the verdict in one line, and how many changes were found} */
    @Override
    public String toString() {
        return verdict.word() + " " + VerdictText.name(verdict) + ", "
                + changes().size() + " changes that would help";
    }

    private List<String> changes() {
        List<String> changes = new ArrayList<>();
        suggestions.forEach(suggestion -> changes.add(SuggestionText.of(suggestion, voice)));
        if (evictions != null && !evictions.fewest().isEmpty()) {
            changes.add(SuggestionText.of(evictions, voice));
        }
        if (repair != null && !repair.moves().isEmpty()) {
            changes.add(MovesText.of(repair, voice));
        }
        return changes;
    }

    /** {@return the report for people, its lines ended by {@code \n}: each change that alone is enough} */
    public String toText() {
        List<String> lines = new ArrayList<>();
        lines.add(verdict.word() + " " + VerdictText.name(verdict) + ": " + VerdictText.inShort(verdict));
        lines.addAll(StopText.lines(verdict, voice));
        List<String> changes = changes();
        if (!changes.isEmpty()) {
            lines.add(changes.size() == 1 ? "with this it would fit:" : "with any one of these it would fit:");
        }
        changes.forEach(change -> lines.addAll(Lines.item("- ", change, "  ")));
        if (evictions != null) {
            lines.addAll(Lines.wrapped(SuggestionText.scheduler(evictions, voice), " ", "    "));
        }
        if (repair != null && !MovesText.open(repair).isEmpty()) {
            lines.addAll(Lines.wrapped(MovesText.open(repair), " ", "  "));
        }
        return String.join("\n", lines) + "\n";
    }

    /** {@return the report as one JSON object on one line, as {@code docs/schema/suggestions.json} says} */
    public String toJson() {
        StringWriter out = new StringWriter();
        try (JsonLines json = JsonLines.onOneLine(out)) {
            VerdictJson.group(verdict.about().group(), json);
            VerdictJson.write(verdict, json);
            json.list("suggestions", suggestions, suggestion -> SuggestionJson.write(suggestion, null, voice, json));
            SuggestionJson.write(evictions, voice, json);
            MovesJson.write(repair, voice, json);
            VerdictJson.stopped(verdict, json);
            json.schema("suggestions");
        }
        return out.toString();
    }
}
