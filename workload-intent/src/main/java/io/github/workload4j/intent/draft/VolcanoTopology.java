package io.github.workload4j.intent.draft;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.yaml.PlainValue;

/** Volcano's {@code networkTopology}: tiers of a network, which are no node labels. */
public final class VolcanoTopology {

    private VolcanoTopology() {}

    public static void read(Draft draft, PlainValue topology) {
        if (!topology.isThere()) {
            return;
        }
        if (draft.text(topology.field("mode")).equals("soft")) {
            draft.drop(topology, "no wishes");
        } else if (topology.field("highestTierAllowed").isThere()
                || topology.field("highestTierName").isThere()) {
            draft.lose(topology, Loss.Kind.NEEDS_CONTEXT, "which node label is the tier");
        }
    }
}
