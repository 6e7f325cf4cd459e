package io.github.workload4j.gang.devices;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceConstraint;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.gang.eligibility.NodeRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a pod cannot have its devices on a node, even if nobody else comes: the first cause found, in words. */
public final class Shortage {

    private final DeviceQuestion question;

    private @Nullable List<HallColumns.Column> counted;

    /** What falls short in a question. */
    public Shortage(DeviceQuestion question) {
        this.question = question;
    }

    /** {@return the cause for a class of pods on a node, without a full stop} */
    public String of(int podClass, int node) {
        List<ClaimUse> uses = question.uses.get(podClass);
        for (ClaimUse use : uses) {
            String impossible = question.world.impossible(use);
            if (!impossible.isEmpty()) {
                return impossible;
            }
        }
        for (ClaimUse use : uses) {
            if (use.where() != null && !NodeRules.isSelected(question.inventory.node(node), use.where())) {
                return "claim " + use.name() + " has devices that this node does not reach";
            }
        }
        for (ClaimUse use : uses) {
            String cause = ofClaim(use, DeviceWorld.on(question.inventory.node(node), use), node);
            if (!cause.isEmpty()) {
                return cause + broken(node);
            }
        }
        return together(podClass, node) + broken(node);
    }

    private String ofClaim(ClaimUse use, ResourceClaimSpec spec, int node) {
        long least = 0;
        for (DeviceRequest request : spec.requests()) {
            List<String> parts = new ArrayList<>();
            long fewest = Long.MAX_VALUE;
            for (DeviceAsk ask : request.asks()) {
                Funnel funnel = new Funnel(ask, node);
                fewest = Math.min(fewest, ask.isAll() ? funnel.suiting : ask.devices());
                if (!funnel.isEnough()) {
                    parts.add(funnel.words());
                }
            }
            if (parts.size() == request.asks().size()) {
                return "claim " + use.name() + ": " + String.join("; or ", parts);
            }
            least += fewest;
        }
        if (least > DeviceMatcher.MOST_DEVICES) {
            return "claim " + use.name() + ": a claim holds at most " + DeviceMatcher.MOST_DEVICES
                    + " devices; this one would hold " + least;
        }
        List<String> all = new ArrayList<>();
        for (DeviceConstraint constraint : spec.constraints()) {
            boolean match = constraint.matchAttribute() != null;
            String attribute = String.valueOf(match ? constraint.matchAttribute() : constraint.distinctAttribute());
            List<DeviceRequest> requests = spec.requests().stream()
                    .filter(each -> constraint.requests().isEmpty()
                            || constraint.requests().contains(each.name()))
                    .toList();
            long asked = requests.stream()
                    .mapToLong(each -> each.asks().stream()
                            .mapToLong(ask -> ask.isAll() ? new Funnel(ask, node).suiting : ask.devices())
                            .min()
                            .orElse(0))
                    .sum();
            long best = best(requests, attribute, match, node);
            String words = (match ? "agree" : "differ") + " in attribute " + attribute;
            if (best < asked) {
                return "claim " + use.name() + ": " + asked + " devices that " + words + " asked; at most " + best
                        + (best == 1 ? " that is free does" : " that are free do");
            }
            all.add(words);
        }
        return all.size() < 2
                ? ""
                : "claim " + use.name() + ": no such devices that are free " + String.join(" and ", all);
    }

    /** {@return how many free devices, each of which suits one of some requests, agree or differ in an attribute} */
    private long best(List<DeviceRequest> requests, String attribute, boolean match, int node) {
        List<DeviceAsk> asks =
                requests.stream().flatMap(each -> each.asks().stream()).toList();
        Map<String, Long> byValue = new HashMap<>();
        for (PoolView view : question.inventory.seenBy(node)) {
            for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                String value = new Constraints(question.world.release).value(device, attribute);
                if (value != null && !question.state.isHeld(device) && question.suitsOne(asks, device)) {
                    byValue.merge(value, 1L, Long::sum);
                }
            }
        }
        return match
                ? byValue.values().stream().mapToLong(Long::longValue).max().orElse(0)
                : byValue.size();
    }

    /** Each claim could be had, and all together cannot. */
    private String together(int podClass, int node) {
        for (HallColumns.Column column : counted()) {
            if (column.request()[podClass] > column.free()[node]) {
                return "its claims ask for " + column.request()[podClass] + " " + column.name() + " together; "
                        + column.free()[node] + (column.free()[node] == 1 ? " is free" : " are free");
            }
        }
        boolean looks = question.uses.get(podClass).stream()
                .flatMap(use -> use.spec().requests().stream())
                .flatMap(request -> request.asks().stream())
                .anyMatch(DeviceAsk::adminAccess);
        return "the devices of its claims cannot be had together"
                + (looks ? ": one that is looked at with admin access is not given to a later claim of the pod" : "");
    }

    private List<HallColumns.Column> counted() {
        List<HallColumns.Column> known = counted;
        if (known == null) {
            known = HallColumns.of(question);
            counted = known;
        }
        return known;
    }

    /** How many devices of a node are left for an ask, step by step. */
    private final class Funnel {
        private final DeviceAsk ask;
        private int seen;
        private int selected;
        private int suiting;
        private int blocked;
        private int held;
        private int uncovered;
        private String error = "";

        Funnel(DeviceAsk ask, int node) {
            this.ask = ask;
            Asks asks = question.world.asks;
            DeviceAsk ofAnySize = new DeviceAsk(
                    "", ask.deviceClassName(), ask.selectors(), "", 0, false, ask.tolerations(), Map.of(), List.of());
            for (PoolView view : question.inventory.seenBy(node)) {
                for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                    seen++;
                    Asks.Suit suit = asks.suits(ask, device);
                    selected += suit == Asks.Suit.NO && asks.suits(ofAnySize, device) == Asks.Suit.NO ? 0 : 1;
                    if (suit == Asks.Suit.ERROR) {
                        error = "; " + asks.error(ask, device);
                    } else if (suit == Asks.Suit.BLOCKED) {
                        suiting++;
                        blocked++;
                    } else if (suit != Asks.Suit.NO) {
                        suiting++;
                        boolean taken = question.state.isHeld(device) && !ask.adminAccess()
                                || device.isShared() && asks.takes(ask, device, question.state.shares(device)) == null;
                        held += taken ? 1 : 0;
                        uncovered += !taken && !isCovered(device) ? 1 : 0;
                    }
                }
            }
        }

        private boolean isCovered(OfferedDevice device) {
            int mark = question.state.mark();
            question.state.count(device, 1);
            boolean covered = question.state.isCovered(device);
            question.state.back(mark);
            return covered;
        }

        boolean isEnough() {
            int free = suiting - blocked - held - uncovered;
            return ask.isAll() ? suiting > 0 && free == suiting : free >= ask.devices();
        }

        String words() {
            String asked = ask.isAll() ? "all devices" : ask.devices() + (ask.devices() == 1 ? " device" : " devices");
            return asked + " of class " + ask.deviceClassName() + " asked; " + seen + " seen, " + selected + " selected"
                    + (selected == suiting || !error.isEmpty() ? "" : ", " + suiting + " with the capacity asked")
                    + (blocked == 0 ? "" : ", " + blocked + " tainted or unusable")
                    + (held == 0 ? "" : ", " + held + " held")
                    + (uncovered == 0 ? "" : ", " + uncovered + " for which counters of the pool have too little left")
                    + error;
        }
    }

    private String broken(int node) {
        StringBuilder broken = new StringBuilder();
        for (PoolView view : question.inventory.seenBy(node)) {
            if (!view.broken().isEmpty()) {
                broken.append("; pool ")
                        .append(view.key())
                        .append(" gives none: ")
                        .append(view.broken());
            }
        }
        return broken.toString();
    }
}
