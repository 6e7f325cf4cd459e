package io.github.workload4j.gang.words;

import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.repair.FewestMoves;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which running pods to move, as JSON. */
public final class MovesJson {

    private MovesJson() {}

    /** Writes the member {@code repair}; null where none was looked for. */
    public static void write(@Nullable FewestMoves found, Voice voice, JsonLines json) {
        if (found == null) {
            json.nullField("repair");
            return;
        }
        json.startObject("repair");
        json.objects(
                "moves",
                found.moves(),
                move -> json.field("pod", MovesText.pod(move, voice))
                        .field("from", voice.node(move.from()))
                        .field("to", voice.node(move.to()))
                        .field("waits", move.waits())
                        .field("controller", move.controller().orElse(null)));
        json.field("found", found.then().isPresent());
        if (found.atLeast().isPresent()) {
            json.field("atLeast", found.atLeast().getAsInt());
        } else {
            json.nullField("atLeast");
        }
        json.field("fewest", found.isFewest())
                .field("open", found.open().map(FewestMoves.Open::word).orElse(null));
        json.objects(
                "immovable",
                found.immovable().entrySet(),
                each -> json.field("why", each.getKey().word()).field("pods", each.getValue()));
        List<Assignment> placement =
                found.then().map(Verdict.Feasible::placement).orElse(List.of());
        json.objects(
                "placement",
                found.moves().isEmpty() ? List.<Assignment>of() : placement,
                each -> json.field("pod", voice.pod(each.namespace(), each.pod()))
                        .field("node", voice.node(each.node())));
        json.endObject();
    }
}
