package io.github.workload4j.gang.words;

import io.github.workload4j.gang.whatif.Evicted;
import io.github.workload4j.gang.whatif.Evictions;
import io.github.workload4j.gang.whatif.Preemption;
import io.github.workload4j.gang.whatif.Suggestion;
import io.github.workload4j.gang.whatif.VolumeSuggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would help, as JSON. Amounts of cpu are in thousandths, others in units. */
public final class SuggestionJson {

    private SuggestionJson() {}

    /**
     * Writes an item of a list of suggestions.
     *
     * @param args what to type for the command to try it; null if that is of no use
     */
    public static void write(Suggestion suggestion, @Nullable List<String> args, Voice voice, JsonLines json) {
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
        } else if (suggestion instanceof Suggestion.FewerDevices fewer) {
            json.field("kind", "fewerDevices")
                    .field("deviceClass", fewer.deviceClass())
                    .field("largest", fewer.largest())
                    .field("asked", fewer.asked())
                    .field("exact", fewer.exact());
        } else if (suggestion instanceof Suggestion.MoreDevices more) {
            json.field("kind", "moreDevices")
                    .startObject("like")
                    .field("driver", more.like().driver())
                    .field("pool", more.like().pool())
                    .field("device", more.like().device().name())
                    .endObject()
                    .field("count", more.count())
                    .objects(
                            "nodes",
                            more.nodes(),
                            (node, count) -> json.field("node", node).field("count", count))
                    .field("exact", more.exact());
        } else if (suggestion instanceof Suggestion.WiderDomain wider) {
            json.field("kind", "widerDomain")
                    .field("group", wider.group().toString())
                    .field("key", wider.key())
                    .field("wider", wider.wider())
                    .objects("tooNarrow", wider.tooNarrow(), key -> json.field("key", key))
                    .field("exact", wider.exact());
        } else if (suggestion instanceof Suggestion.WithoutRules rules) {
            json.field("kind", "withoutRules")
                    .objects(
                            "rules",
                            rules.requirements(),
                            rule -> json.field(
                                            "kind",
                                            ExplanationJson.word(rule.getClass().getSimpleName()))
                                    .field("text", RequirementText.of(rule, voice)));
            if (rules.then() != null) {
                json.field("most", rules.then().most());
            } else {
                json.nullField("most");
            }
            json.field("exact", rules.exact());
        } else if (suggestion instanceof Suggestion.HonorTaints honor) {
            json.field("kind", "honorTaints").field("key", honor.topologyKey()).field("exact", honor.exact());
        } else if (suggestion instanceof Suggestion.Uncordon open) {
            json.field("kind", "uncordon")
                    .objects("nodes", open.nodes(), name -> json.field("node", voice.node(name)))
                    .field("exact", open.exact());
        } else if (suggestion instanceof VolumeSuggestion volumes) {
            VolumeSuggestionText.write(volumes, voice, json);
        } else if (suggestion instanceof Suggestion.Wait wait) {
            json.field("kind", "wait")
                    .field("until", wait.until().toString())
                    .field("pods", wait.pods())
                    .field("exact", wait.exact());
        } else if (suggestion instanceof Suggestion.MoreNodes more) {
            json.field("kind", "moreNodes")
                    .field("like", voice.node(more.like().metadata().name()))
                    .field("key", more.key())
                    .field("domain", more.domain())
                    .field("count", more.count())
                    .objects(
                            "resources",
                            SuggestionText.allocatable(more.like()),
                            (resource, amount) ->
                                    json.field("resource", resource).field("amount", amount))
                    .field("exact", more.exact());
        }
        if (args != null) {
            json.texts("args", args);
        }
        json.field("text", SuggestionText.of(suggestion, voice)).endObject();
    }

    /** Writes {@code evictions}. */
    public static void write(@Nullable Evictions evictions, Voice voice, JsonLines json) {
        if (evictions == null) {
            json.nullField("evictions");
            return;
        }
        json.startObject("evictions");
        write("fewest", evictions.fewest(), voice, json);
        json.field("leastProved", evictions.leastProved()).field("complete", evictions.complete());
        Preemption scheduler = evictions.scheduler();
        json.startObject("scheduler")
                .field("refusal", scheduler.refusal().map(SuggestionJson::word).orElse(null));
        write("victims", scheduler.victims(), voice, json);
        json.endObject();
        json.endObject();
    }

    private static String word(Preemption.Refusal refusal) {
        return switch (refusal) {
            case NEVER -> "never";
            case VICTIMS_LEAVING -> "victimsLeaving";
            case NO_PLACEMENT -> "noPlacement";
            case OUT_OF_BUDGET -> "outOfBudget";
            case NOT_FOLLOWED -> "notFollowed";
        };
    }

    private static void write(String name, List<Evicted> units, Voice voice, JsonLines json) {
        json.objects(name, units, unit -> {
            json.field(unit.group() == null ? "pod" : "group", SuggestionText.name(unit, voice))
                    .field("pods", unit.pods().size())
                    .field("priority", unit.priority())
                    .objects("brokenBudgets", unit.brokenBudgets(), budget -> json.field("budget", budget));
        });
    }
}
