package io.github.workload4j.cli.capacity;

import io.github.workload4j.gang.timetable.Overbooked;
import io.github.workload4j.gang.words.Amounts;
import io.github.workload4j.gang.words.Counted;
import io.github.workload4j.gang.words.Style;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reservations that take more than there is, as text: a line for each on a node, for the first nodes. */
final class OverbookedText {

    private static final int MOST_NODES = 3;

    private OverbookedText() {}

    static List<String> lines(List<Overbooked> all) {
        Map<String, Map<String, List<Overbooked>>> byName = new LinkedHashMap<>();
        for (Overbooked each : all) {
            byName.computeIfAbsent(each.reservation(), name -> new LinkedHashMap<>())
                    .computeIfAbsent(each.node(), node -> new ArrayList<>())
                    .add(each);
        }
        List<String> lines = new ArrayList<>();
        byName.forEach((name, nodes) -> {
            String takes = "reservation " + Style.printable(name) + " takes more than is left on ";
            nodes.entrySet().stream()
                    .limit(MOST_NODES)
                    .map(each -> takes + "node " + Style.printable(each.getKey()) + ": " + missing(each.getValue()))
                    .forEach(lines::add);
            if (nodes.size() > MOST_NODES) {
                lines.add(takes + Counted.of(nodes.size() - MOST_NODES, "more node"));
            }
        });
        return lines;
    }

    private static String missing(List<Overbooked> resources) {
        Instant first = resources.stream()
                .map(Overbooked::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return Counted.all(resources.stream()
                        .map(each -> Amounts.named(each.resource(), each.missing()))
                        .toList())
                + " too much, first at " + first;
    }
}
