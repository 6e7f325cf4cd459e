package io.github.workload4j.gang.words;

import io.github.workload4j.gang.AssignedDevice;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where pods go: pods and nodes by domain, by those that the answer chose, or by zone. */
public final class PlacementText {

    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final int MOST_NODES = 40;

    /** Most pods whose devices and volumes are listed. */
    private static final int MOST_PODS = 16;

    private PlacementText() {}

    /** {@return lines, indented by two; a line for each pod if a reader has keys for them} */
    public static List<String> lines(Verdict.Feasible feasible, ClusterSnapshot snapshot, Voice voice) {
        List<String> lines = voice.hasKeys() ? byPod(feasible, voice) : byDomain(feasible, snapshot);
        claimed(feasible, voice, lines);
        return lines;
    }

    private static List<String> byPod(Verdict.Feasible feasible, Voice voice) {
        List<String> lines = new ArrayList<>();
        for (Assignment each : feasible.placement()) {
            lines.add(
                    "  " + Style.printable(voice.pod(each.namespace(), each.pod()) + " -> " + voice.node(each.node())));
        }
        return lines;
    }

    private static List<String> byDomain(Verdict.Feasible feasible, ClusterSnapshot snapshot) {
        Set<String> keys = new LinkedHashSet<>();
        feasible.domains().stream().map(ChosenDomain::key).forEach(keys::add);
        if (keys.isEmpty()) {
            keys.add(ZONE);
        }
        Map<String, Map<String, Integer>> byDomain = new TreeMap<>();
        for (Assignment assignment : feasible.placement()) {
            byDomain.computeIfAbsent(domain(assignment.node(), keys, snapshot), domain -> new TreeMap<>())
                    .merge(assignment.node(), 1, Integer::sum);
        }
        List<String> lines = new ArrayList<>();
        byDomain.forEach((domain, nodes) -> {
            int pods = nodes.values().stream().mapToInt(Integer::intValue).sum();
            lines.add("  " + (domain.isEmpty() ? "" : Style.printable(domain) + ": ") + Counted.of(pods, "pod") + " on "
                    + Counted.of(nodes.size(), "node"));
            lines.addAll(Lines.wrapped(counts(nodes), ", ", "    "));
        });
        return lines;
    }

    /** What the first pods get that claim devices, or volumes that are not bound. */
    private static void claimed(Verdict.Feasible feasible, Voice voice, List<String> lines) {
        List<Assignment> with = feasible.placement().stream()
                .filter(each -> !each.devices().isEmpty() || !each.volumes().isEmpty())
                .toList();
        for (Assignment each : with.subList(0, Math.min(with.size(), MOST_PODS))) {
            Map<String, List<String>> byPool = new TreeMap<>();
            Set<String> waitsFor = new TreeSet<>();
            for (AssignedDevice device : each.devices()) {
                waitsFor.addAll(device.waitsFor());
                byPool.computeIfAbsent(device.driver() + "/" + device.pool(), pool -> new ArrayList<>())
                        .add(device.device());
            }
            List<String> parts = new ArrayList<>();
            byPool.forEach((pool, names) -> parts.add(String.join(", ", names) + " of " + pool));
            each.volumes()
                    .forEach(choice -> parts.add("claim " + choice.claim()
                            + (choice.volume().isEmpty()
                                    ? " has one made of class " + choice.provision()
                                    : " gets volume " + choice.volume())));
            String pod = voice.member(each.pod()) + " on " + voice.node(each.node()) + ": " + String.join("; ", parts)
                    + (waitsFor.isEmpty() ? "" : "; then it waits for " + String.join(", ", waitsFor));
            lines.addAll(Lines.wrapped(Style.printable(pod), " ", "    "));
        }
        if (with.size() > MOST_PODS) {
            lines.add("    devices and volumes of " + Counted.of(with.size() - MOST_PODS, "more pod") + ": -o json");
        }
    }

    private static String domain(String node, Set<String> keys, ClusterSnapshot snapshot) {
        Map<String, String> labels =
                snapshot.node(snapshot.indexOf(node)).metadata().labels();
        List<String> parts = new ArrayList<>();
        for (String key : keys) {
            String value = labels.get(key);
            if (value != null) {
                parts.add(key.substring(key.indexOf('/') + 1) + " " + Style.value(value));
            }
        }
        return String.join(", ", parts);
    }

    private static String counts(Map<String, Integer> nodes) {
        List<String> parts = new ArrayList<>();
        nodes.forEach((node, pods) -> {
            if (parts.size() < MOST_NODES) {
                parts.add(Style.printable(node) + (pods > 1 ? " (" + pods + ")" : ""));
            }
        });
        if (nodes.size() > parts.size()) {
            parts.add("and " + (nodes.size() - parts.size()) + " more");
        }
        return String.join(", ", parts);
    }
}
