package io.github.workload4j.cli.purchase;

import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.purchase.NodeOffer;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.whatif.Suggestion;
import io.github.workload4j.gang.words.RefusalText;
import io.github.workload4j.gang.words.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why nodes of a catalogue take no pod of a group, wherever they stand: taints, and too little of a resource. */
final class OfferRefusals {

    private static final int MOST_NAMED = 3;

    private OfferRefusals() {}

    /** {@return the offers that take no pod, and why, in words; empty if there are none} */
    static String of(GroupQuestion question, List<NodeOffer> offers) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        ClusterSnapshot snapshot = question.snapshot();
        for (NodeOffer offer : offers) {
            String name = NodesToAdd.nodes(one(offer)).get(0).metadata().name();
            if (snapshot.indexOf(name) < 0) {
                snapshot = NodesToAdd.applyTo(snapshot, one(offer));
            }
        }
        GroupQuestion with = question.on(snapshot);
        for (NodeOffer offer : offers) {
            int node = snapshot.indexOf(
                    NodesToAdd.nodes(one(offer)).get(0).metadata().name());
            String reason = reason(with, node);
            if (!reason.isEmpty()) {
                byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(Style.printable(offer.name()));
            }
        }
        return byReason.entrySet().stream()
                .map(each -> named(each.getValue()) + ": " + each.getKey())
                .collect(Collectors.joining("; "));
    }

    private static Suggestion.MoreNodes one(NodeOffer offer) {
        return new Suggestion.MoreNodes(offer.like(), null, null, 1, false);
    }

    /** {@return why a node takes no pod of the kind that it is nearest to taking; empty if it may take one} */
    private static String reason(GroupQuestion question, int node) {
        String nearest = "";
        int fewest = Integer.MAX_VALUE;
        for (int c = 0; c < question.podClasses().size(); c++) {
            List<FilterReason> lasting = question.filterReasons(c).of(node).stream()
                    .filter(each -> each instanceof FilterReason.Tainted || each instanceof FilterReason.Short)
                    .toList();
            if (lasting.size() < fewest) {
                fewest = lasting.size();
                nearest = lasting.stream().map(RefusalText::of).collect(Collectors.joining(", "));
            }
        }
        return nearest;
    }

    private static String named(List<String> names) {
        int more = names.size() - MOST_NAMED;
        return String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
