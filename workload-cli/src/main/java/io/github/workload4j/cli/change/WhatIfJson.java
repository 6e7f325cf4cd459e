package io.github.workload4j.cli.change;

import io.github.workload4j.cli.answer.CheckJson;
import io.github.workload4j.cli.answer.DerivedJson;
import io.github.workload4j.cli.answer.ExplanationJson;
import io.github.workload4j.cli.answer.RequirementText;
import io.github.workload4j.cli.answer.VerdictJson;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.screen.JsonLines;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.explain.Requirement;
import io.github.workload4j.gang.whatif.Evicted;
import io.github.workload4j.gang.whatif.Evictions;
import io.github.workload4j.gang.whatif.Preemption;
import io.github.workload4j.gang.whatif.Suggestion;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code workload whatif} as JSON, a group a line. Amounts of cpu are in thousandths, others in units.
 */
final class WhatIfJson {

    private WhatIfJson() {}

    public static void write(Collection<WhatIfCommand.Found> all, LoadedCluster cluster, Writer out) {
        try (JsonLines json = new JsonLines(out)) {
            json.startList("groups");
            for (WhatIfCommand.Found found : all) {
                json.startObject(null);
                CheckJson.write(found.before().about().group(), json);
                DerivedJson.write(found.before().about().group(), cluster, json);
                json.field(
                        "beside", found.beside() == null ? null : found.beside().word());
                VerdictJson.write(found.before(), json);
                VerdictJson.dependsOn(found.last().about().unmodelled(), json);
                VerdictJson.ignored(found.ignored(), json);
                after(found.after(), json);
                json.startList("suggestions");
                found.suggestions().forEach(suggestion -> write(suggestion, json));
                json.endList();
                write(found.evictions(), json);
                json.texts("notLookedAt", found.notLookedAt());
                CheckJson.stopped(found.last(), json);
                json.endObject();
            }
            json.endList();
            VerdictJson.inputs(cluster, json);
            json.schema("whatif");
        }
    }

    private static void after(@Nullable Verdict after, JsonLines json) {
        json.field("after", after == null ? null : after.word())
                .field("afterReason", after == null ? null : VerdictJson.reason(after))
                .field("afterDetail", after == null ? null : VerdictJson.detail(after));
    }

    private static void write(Suggestion suggestion, JsonLines json) {
        json.startObject(null);
        if (suggestion instanceof Suggestion.LowerMinimum lower) {
            json.field("kind", "lowerMinimum")
                    .field("group", lower.group().toString())
                    .field("most", lower.most())
                    .field("asked", lower.asked())
                    .field("exact", lower.exact());
        } else if (suggestion instanceof Suggestion.SmallerRequest less) {
            json.field("kind", "smallerRequest")
                    .field("resource", less.resource())
                    .field("largest", less.largest())
                    .field("asked", less.asked())
                    .field("step", less.step())
                    .field("exact", less.exact());
        } else if (suggestion instanceof Suggestion.WiderDomain wider) {
            json.field("kind", "widerDomain")
                    .field("group", wider.group().toString())
                    .field("key", wider.key())
                    .field("wider", wider.wider())
                    .startList("tooNarrow");
            wider.tooNarrow()
                    .forEach(key -> json.startObject(null).field("key", key).endObject());
            json.endList().field("exact", wider.exact());
        } else if (suggestion instanceof Suggestion.WithoutRules rules) {
            json.field("kind", "withoutRules").startList("rules");
            for (Requirement rule : rules.requirements()) {
                json.startObject(null)
                        .field("kind", ExplanationJson.word(rule.getClass().getSimpleName()))
                        .field("text", RequirementText.of(rule))
                        .endObject();
            }
            json.endList();
            if (rules.then() != null) {
                json.field("most", rules.then().most());
            } else {
                json.nullField("most");
            }
            json.field("exact", rules.exact());
        } else if (suggestion instanceof Suggestion.HonorTaints honor) {
            json.field("kind", "honorTaints").field("key", honor.topologyKey()).field("exact", honor.exact());
        } else if (suggestion instanceof Suggestion.Uncordon open) {
            json.field("kind", "uncordon").startList("nodes");
            open.nodes()
                    .forEach(name -> json.startObject(null).field("node", name).endObject());
            json.endList().field("exact", open.exact());
        } else if (suggestion instanceof Suggestion.MoreNodes more) {
            json.field("kind", "moreNodes")
                    .field("like", more.like().metadata().name())
                    .field("key", more.key())
                    .field("domain", more.domain())
                    .field("count", more.count())
                    .startList("resources");
            WhatIfText.allocatable(more.like())
                    .forEach((resource, amount) -> json.startObject(null)
                            .field("resource", resource)
                            .field("amount", amount)
                            .endObject());
            json.endList().field("exact", more.exact());
        }
        json.texts("args", SuggestionArgs.of(suggestion));
        json.field("text", WhatIfText.text(suggestion)).endObject();
    }

    private static void write(@Nullable Evictions evictions, JsonLines json) {
        if (evictions == null) {
            json.nullField("evictions");
            return;
        }
        json.startObject("evictions");
        write("fewest", evictions.fewest(), json);
        json.field("leastProved", evictions.leastProved()).field("complete", evictions.complete());
        Preemption scheduler = evictions.scheduler();
        json.startObject("scheduler")
                .field("refusal", scheduler.refusal().map(WhatIfJson::word).orElse(null));
        write("victims", scheduler.victims(), json);
        json.endObject();
        json.endObject();
    }

    private static String word(Preemption.Refusal refusal) {
        return switch (refusal) {
            case NEVER -> "never";
            case VICTIMS_LEAVING -> "victimsLeaving";
            case NO_PLACEMENT -> "noPlacement";
            case OUT_OF_BUDGET -> "outOfBudget";
        };
    }

    private static void write(String name, List<Evicted> units, JsonLines json) {
        json.startList(name);
        for (Evicted unit : units) {
            json.startObject(null)
                    .field(unit.group() == null ? "pod" : "group", unit.name())
                    .field("pods", unit.pods().size())
                    .field("priority", unit.priority())
                    .startList("brokenBudgets");
            unit.brokenBudgets()
                    .forEach(budget ->
                            json.startObject(null).field("budget", budget).endObject());
            json.endList().endObject();
        }
        json.endList();
    }
}
