package io.github.workload4j.gang.words;

import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.explain.Bottleneck;
import io.github.workload4j.gang.explain.ConflictSet;
import io.github.workload4j.gang.explain.DomainFit;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.explain.GroupCount;
import io.github.workload4j.gang.explain.NodeReasons;
import io.github.workload4j.gang.explain.PodClassNodes;
import io.github.workload4j.gang.explain.ProofKind;
import io.github.workload4j.gang.explain.Requirement;
import io.github.workload4j.gang.explain.SpreadLimit;
import io.github.workload4j.gang.question.Greedy;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** An explanation as JSON, all of it. Amounts of cpu are in thousandths, of the rest in units. */
public final class ExplanationJson {

    private ExplanationJson() {}

    public static void write(@Nullable Explanation explanation, @Nullable Greedy greedy, Voice voice, JsonLines json) {
        if (explanation == null) {
            json.nullField("explanation");
            return;
        }
        json.startObject("explanation");
        json.field("proof", word(explanation.proof()));
        json.list("groups", explanation.counts(), count -> write(count, json));
        json.field(
                "focus",
                explanation.focus() == null ? null : explanation.focus().toString());
        json.field("key", explanation.key());
        json.list("domains", explanation.domains(), domain -> write(domain, json));
        json.field("allDomains", explanation.allDomains());
        json.json("othersAtMost", text(explanation.othersAtMost()));
        json.field("sumsSufficeShapesDoNot", explanation.sumsAgainstShapes().isPresent());
        json.list("spreads", explanation.spreads(), limit -> write(limit, json))
                .objects(
                        "similarLabels",
                        explanation.similarLabels(),
                        similar -> json.field("key", similar.key())
                                .field("value", similar.value())
                                .field("similar", similar.similar())
                                .field("nodes", similar.nodes())
                                .field("text", SimilarLabelText.of(similar)));
        VolumeNoteJson.write(explanation.volumes(), voice, json);
        json.texts(
                "devices",
                explanation.devices().stream()
                        .map(note -> DeviceNoteText.of(note, voice))
                        .toList());
        json.list("conflicts", explanation.conflicts(), set -> write(set, voice, json));
        json.json("tooSmall", String.valueOf(explanation.tooSmall()));
        json.list("nodes", explanation.nodes(), kind -> write(kind, voice, json));
        boolean isKnown = greedy != null && greedy.stopped().isEmpty();
        json.json("greedyPlaces", isKnown ? String.valueOf(greedy.placement().size()) : "null");
        json.texts(
                "greedyLots",
                greedy == null
                        ? List.of()
                        : greedy.lots().stream().map(Greedy.Lot::word).toList());
        json.field("complete", explanation.complete());
        json.endObject();
    }

    private static @Nullable String word(ProofKind proof) {
        return switch (proof) {
            case NONE -> null;
            case NOT_ENOUGH_MEMBERS -> "notEnoughMembers";
            case MEMBER_FITS_NOWHERE -> "memberFitsNowhere";
            case DOMAIN_SUMS -> "domainSums";
            case DOMAIN_ROOM -> "domainRoom";
            case WEIGHTS -> "weights";
            case CASES -> "cases";
            case EXHAUSTED -> "exhausted";
            case UNDETERMINED -> "undetermined";
        };
    }

    private static void write(GroupCount count, JsonLines json) {
        GroupNode level = count.level();
        json.startObject(null)
                .field("group", level.group().toString())
                .field("depth", level.depth())
                .field("minimum", level.minimum())
                .field("running", level.members().running())
                .field("pending", level.members().pending())
                .field("needed", count.needed())
                .field("placeable", count.placeable())
                .field("exact", count.exact())
                .field("starves", count.starves())
                .field("topologyKey", level.topologyKey())
                .field("pinned", level.pinned())
                .endObject();
    }

    private static void write(DomainFit fit, JsonLines json) {
        json.startObject(null)
                .field("domain", fit.domain())
                .field("fits", fit.fits())
                .field("exact", fit.exact())
                .field("needed", fit.needed())
                .field("missing", fit.missing())
                .field("nodes", fit.nodes())
                .field("usable", fit.usable())
                .field("full", fit.full())
                .field("closed", fit.closed())
                .field("sumsSuffice", fit.sumsSuffice());
        Bottleneck bottleneck = fit.bottleneck();
        if (bottleneck == null) {
            json.nullField("bottleneck");
        } else {
            json.startObject("bottleneck");
            if (bottleneck instanceof Bottleneck.Resource resource) {
                json.field("kind", "resource")
                        .field("resource", resource.resource())
                        .field("perPod", resource.perPod())
                        .field("needed", resource.needed())
                        .field("free", resource.free())
                        .field("shortfall", resource.shortfall())
                        .field("largestOnOneNode", resource.largest())
                        .field("nodesWithSome", resource.nodesWithSome())
                        .field("nodesWithEnough", resource.nodesWithEnough());
            } else {
                json.field("kind", word(bottleneck.getClass().getSimpleName()));
            }
            json.endObject();
        }
        json.endObject();
    }

    private static @Nullable String text(OptionalInt number) {
        return number.isEmpty() ? null : String.valueOf(number.getAsInt());
    }

    public static String word(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static void write(SpreadLimit limit, JsonLines json) {
        json.startObject(null)
                .field("topologyKey", limit.topologyKey())
                .field("maxSkew", limit.maxSkew())
                .field("domain", limit.domain())
                .field("nodes", limit.nodes())
                .field("now", limit.now())
                .field("atMost", limit.atMost())
                .field("tooFewDomains", limit.tooFewDomains())
                .field("alike", limit.alike())
                .field("domains", limit.domains())
                .field("othersAtMost", limit.othersAtMost())
                .field("text", SpreadLimitText.of(limit))
                .endObject();
    }

    private static void write(ConflictSet set, Voice voice, JsonLines json) {
        json.startObject(null)
                .field("minimal", set.minimal())
                .list("requirements", set.requirements(), dropped -> {
                    Requirement requirement = dropped.requirement();
                    json.startObject(null)
                            .field("kind", word(requirement.getClass().getSimpleName()))
                            .field("text", RequirementText.of(requirement, voice))
                            .field("fitsWithout", dropped.fits());
                    if (requirement instanceof Requirement.Repelled repelled) {
                        write(repelled, voice, json);
                    }
                    json.endObject();
                })
                .endObject();
    }

    private static void write(Requirement.Repelled repelled, Voice voice, JsonLines json) {
        json.field("repelling", repelled.all())
                .objects(
                        "pods",
                        repelled.pods(),
                        pod -> json.field("pod", voice.pod(pod.namespace(), pod.pod()))
                                .field("node", voice.node(pod.node()))
                                .field("topologyKey", pod.topologyKey()));
    }

    private static void write(NodeReasons.Closest closest, JsonLines json) {
        json.startObject(null)
                .field("resource", closest.resource())
                .field("asked", closest.asked())
                .field("free", closest.free())
                .list("parts", closest.parts(), part -> {
                    boolean cpu = closest.resource().equals("cpu");
                    json.startObject(null)
                            .field("kind", part.kind().name().toLowerCase(Locale.ROOT))
                            .field("container", part.container().isEmpty() ? null : part.container())
                            .field(
                                    "amount",
                                    cpu ? part.amount().millis() : part.amount().units())
                            .endObject();
                })
                .endObject();
    }

    private static void write(PodClassNodes all, Voice voice, JsonLines json) {
        json.startObject(null)
                .field("group", all.podClass().group().toString())
                .field("pod", voice.member(all.podClass().pod().metadata().name()))
                .field("pods", all.podClass().count())
                .field("usable", all.usable())
                .objects("refusing", all.refusing(), nodes -> {
                    json.field("nodes", nodes.nodes())
                            .objects(
                                    "reasons",
                                    nodes.reasons(),
                                    reason -> json.field(
                                                    "kind",
                                                    word(reason.getClass().getSimpleName()))
                                            .field("text", RefusalText.of(reason)))
                            .list("closest", nodes.closest(), closest -> write(closest, json))
                            .objects("sample", nodes.sample(), name -> json.field("node", voice.node(name)));
                })
                .field("otherwise", all.otherwise())
                .endObject();
    }
}
