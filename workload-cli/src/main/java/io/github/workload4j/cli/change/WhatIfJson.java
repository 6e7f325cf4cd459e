package io.github.workload4j.cli.change;

import io.github.workload4j.cli.answer.DerivedJson;
import io.github.workload4j.cli.answer.InputsJson;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.purchase.Purchase;
import io.github.workload4j.cli.purchase.PurchaseJson;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.words.JsonLines;
import io.github.workload4j.gang.words.MovesJson;
import io.github.workload4j.gang.words.SuggestionJson;
import io.github.workload4j.gang.words.VerdictJson;
import io.github.workload4j.gang.words.Voice;
import java.io.Writer;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code workload whatif} as JSON, a group a line. Amounts of cpu are in thousandths, others in units.
 */
final class WhatIfJson {

    private WhatIfJson() {}

    public static void write(
            Collection<WhatIfCommand.Found> all, @Nullable Purchase together, LoadedCluster cluster, Writer out) {
        try (JsonLines json = new JsonLines(out)) {
            json.objects("groups", all, found -> {
                VerdictJson.group(found.before().about().group(), json);
                DerivedJson.write(found.before().about().group(), cluster, json);
                json.field(
                        "beside", found.beside() == null ? null : found.beside().word());
                VerdictJson.write(found.before(), json);
                VerdictJson.dependsOn(found.last().about().unmodelled(), json);
                VerdictJson.ignored(found.ignored(), json);
                after(found.after(), json);
                json.list(
                        "suggestions",
                        found.suggestions(),
                        suggestion ->
                                SuggestionJson.write(suggestion, SuggestionArgs.of(suggestion), Voice.COMMAND, json));
                SuggestionJson.write(found.evictions(), Voice.COMMAND, json);
                MovesJson.write(found.repair(), Voice.COMMAND, json);
                Purchase purchase = found.purchase();
                if (purchase != null) {
                    PurchaseJson.write(purchase, json);
                }
                json.texts("notLookedAt", found.notLookedAt());
                VerdictJson.stopped(found.last(), json);
            });
            if (together != null) {
                json.startObject("together");
                PurchaseJson.write(together, json);
                json.endObject();
            }
            InputsJson.write(cluster, json);
            json.schema("whatif");
        }
    }

    private static void after(@Nullable Verdict after, JsonLines json) {
        json.field("after", after == null ? null : after.word())
                .field("afterReason", after == null ? null : VerdictJson.reason(after))
                .field("afterDetail", after == null ? null : VerdictJson.detail(after));
    }
}
