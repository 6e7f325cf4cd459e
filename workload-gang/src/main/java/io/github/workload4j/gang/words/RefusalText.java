package io.github.workload4j.gang.words;

import io.github.workload4j.api.core.RequestPart;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.explain.NodeReasons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Why nodes do not take a pod, in a few words each. */
public final class RefusalText {

    private RefusalText() {}

    public static String of(NodeReasons nodes) {
        List<String> parts = new ArrayList<>();
        boolean cordoned = nodes.reasons().stream().anyMatch(FilterReason.Cordoned.class::isInstance);
        for (FilterReason reason : nodes.reasons()) {
            if (cordoned && reason instanceof FilterReason.Tainted tainted && tainted.isCordon()) {
                continue;
            }
            parts.add(reason instanceof FilterReason.Short missing ? shortOf(missing, nodes) : of(reason));
        }
        return String.join("; ", parts);
    }

    /**
     * Finds the reasons that all these nodes share, with the most that is free on any of them.
     *
     * @return the reasons in words; empty if the nodes share none
     */
    static String onEvery(List<NodeReasons> groups) {
        List<FilterReason> common = new ArrayList<>(groups.get(0).reasons());
        List<NodeReasons.Closest> closest = new ArrayList<>();
        Set<String> sample = new TreeSet<>();
        for (NodeReasons nodes : groups) {
            common.retainAll(nodes.reasons());
            closest.addAll(nodes.closest());
            sample.addAll(nodes.sample());
        }
        closest.sort(Comparator.comparingLong(each -> -each.free()));
        return of(new NodeReasons(common, 0, List.copyOf(sample), closest));
    }

    private static String shortOf(FilterReason.Short missing, NodeReasons nodes) {
        for (NodeReasons.Closest closest : nodes.closest()) {
            if (closest.resource().equals(missing.resource())) {
                return closest.resource().equals("pods")
                        ? "no pod slot free"
                        : Amounts.name(closest.resource()) + ": " + Amounts.exact(closest.resource(), closest.asked())
                                + " asked" + parts(closest) + ", "
                                + (closest.free() <= 0
                                        ? "none"
                                        : "at most "
                                                + Amounts.mostFree(closest.resource(), closest.free(), closest.asked()))
                                + " free";
            }
        }
        return "too little " + Amounts.name(missing.resource());
    }

    /** {@return what an amount is made of, unless it is one container's alone} */
    private static String parts(NodeReasons.Closest closest) {
        boolean plain = closest.parts().size() <= 1
                && closest.parts().stream().allMatch(part -> part.kind() == RequestPart.Kind.CONTAINER);
        return plain
                ? ""
                : closest.parts().stream()
                        .map(part -> part(part, closest.resource()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String part(RequestPart part, String resource) {
        long amount =
                resource.equals("cpu") ? part.amount().millis() : part.amount().units();
        String who = switch (part.kind()) {
            case CONTAINER -> "container " + Style.printable(part.container());
            case SIDECAR -> "sidecar " + Style.printable(part.container());
            case INIT -> "init container " + Style.printable(part.container());
            case POD -> "the pod as a whole";
            case OVERHEAD -> "overhead of its runtime class";
        };
        return Amounts.exact(resource, amount) + " " + who;
    }

    public static String of(Taint taint) {
        return Style.printable(
                taint.key() + (taint.value().isEmpty() ? "" : "=" + taint.value()) + ":" + taint.effect());
    }

    public static String of(FilterReason reason) {
        if (reason instanceof FilterReason.Cordoned) {
            return "cordoned";
        }
        if (reason instanceof FilterReason.Tainted tainted) {
            return "taint " + of(tainted.taint()) + " not tolerated";
        }
        if (reason instanceof FilterReason.NotSelected label) {
            return "label " + Style.printable(label.key()) + "=" + Style.value(label.value()) + " missing";
        }
        if (reason instanceof FilterReason.NodeAffinity) {
            return "node affinity does not match";
        }
        if (reason instanceof FilterReason.LacksFeature lacks) {
            return "does not declare " + Style.printable(lacks.feature());
        }
        if (reason instanceof FilterReason.HostPort) {
            return "host port taken";
        }
        if (reason instanceof FilterReason.AntiAffinity) {
            return "must be kept apart from a pod there or in the same domain (anti-affinity)";
        }
        if (reason instanceof FilterReason.Affinity) {
            return "no pod that it must be with is there or in the same domain (affinity)";
        }
        if (reason instanceof FilterReason.Spread spread) {
            String key = Style.printable(spread.topologyKey());
            return spread.labelMissing()
                    ? "no label " + key + ", over which the pods are spread"
                    : "spread over " + key + " does not allow it";
        }
        if (reason instanceof FilterReason.OutsideDomain outside) {
            return outside.pinned()
                    ? "outside the " + Style.printable(outside.key()) + " in which "
                            + Style.printable(outside.group().toString()) + " runs already"
                    : "no label " + Style.printable(outside.key());
        }
        if (reason instanceof FilterReason.Devices devices) {
            return Style.printable(devices.why());
        }
        if (reason instanceof FilterReason.OfVolumes volumes) {
            return VolumeText.of(volumes);
        }
        if (reason instanceof FilterReason.Short missing) {
            return "too little " + Amounts.name(missing.resource());
        }
        return "further reasons";
    }
}
