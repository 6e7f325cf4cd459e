package io.github.workload4j.gang.devices;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceConstraint;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.gang.eligibility.NodeRules;
import java.util.ArrayList;
import java.util.List;

/** Why a pod cannot have its devices on a node, even if nobody else comes: the first cause found, in words. */
public final class Shortage {

    private final DeviceQuestion question;

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
        return "the devices of its claims cannot be had together" + broken(node);
    }

    private String ofClaim(ClaimUse use, ResourceClaimSpec spec, int node) {
        for (DeviceRequest request : spec.requests()) {
            List<String> parts = new ArrayList<>();
            for (DeviceAsk ask : request.asks()) {
                String part = ofAsk(ask, node);
                if (part.isEmpty()) {
                    parts.clear();
                    break;
                }
                parts.add(part);
            }
            if (!parts.isEmpty()) {
                return "claim " + use.name() + ": " + String.join("; or ", parts);
            }
        }
        for (DeviceConstraint constraint : spec.constraints()) {
            String attribute = String.valueOf(
                    constraint.matchAttribute() == null ? constraint.distinctAttribute() : constraint.matchAttribute());
            return "claim " + use.name() + ": too few free devices "
                    + (constraint.matchAttribute() == null ? "differ" : "agree") + " in attribute " + attribute;
        }
        return "";
    }

    /** How many devices are left for an ask, step by step; empty if enough are. */
    private String ofAsk(DeviceAsk ask, int node) {
        int seen = 0;
        int selected = 0;
        int blocked = 0;
        int held = 0;
        String error = "";
        for (PoolView view : question.inventory.seenBy(node)) {
            for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                seen++;
                Asks.Suit suit = question.world.asks.suits(ask, device);
                if (suit == Asks.Suit.ERROR) {
                    error = "; " + question.world.asks.error(ask, device);
                } else if (suit != Asks.Suit.NO) {
                    selected++;
                    blocked += suit == Asks.Suit.BLOCKED ? 1 : 0;
                    held += suit != Asks.Suit.BLOCKED && question.state.isHeld(device) && !ask.adminAccess() ? 1 : 0;
                }
            }
        }
        int free = selected - blocked - held;
        boolean enough = ask.isAll() ? selected > 0 && free == selected : free >= ask.devices();
        if (enough) {
            return "";
        }
        String asked = ask.isAll() ? "all devices" : ask.devices() + (ask.devices() == 1 ? " device" : " devices");
        return asked + " of class " + ask.deviceClassName() + " asked; " + seen + " seen, " + selected
                + " that suit" + (blocked == 0 ? "" : ", " + blocked + " tainted or unusable")
                + (held == 0 ? "" : ", " + held + " held") + error;
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
