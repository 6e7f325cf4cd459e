package io.github.workload4j.gang.devices;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.gang.selector.DeviceSelectors;
import java.util.ArrayList;
import java.util.List;

/** The devices of a cluster as questions see them. Not thread-safe. */
public final class DeviceWorld {

    final Inventory inventory;
    final Asks asks;
    final PodClaims claims;
    final DeviceRelease release;

    /** The devices of a cluster, and its claims. */
    public DeviceWorld(Inventory inventory, PodClaims claims, DeviceRelease release, DeviceSelectors selectors) {
        this.claims = claims;
        this.release = release;
        this.inventory = inventory;
        this.asks = new Asks(claims, inventory, release, selectors);
    }

    /** The same for another question; nobody may be asking that one. */
    DeviceWorld(DeviceWorld like) {
        this.claims = like.claims;
        this.release = like.release;
        this.inventory = like.inventory;
        this.asks = new Asks(like.asks);
    }

    /** {@return whether a node has a resource of its own, so that no device stands for it there} */
    static boolean offers(Node node, String resource) {
        Quantity amount = node.status().allocatable().get(resource);
        return amount != null && amount.signum() > 0;
    }

    /** {@return what a claim asks on a node: of resources those that the node does not offer itself} */
    static ResourceClaimSpec on(Node node, ClaimUse use) {
        if (use.resources().isEmpty()) {
            return use.spec();
        }
        List<DeviceRequest> requests = new ArrayList<>();
        for (int r = 0; r < use.resources().size(); r++) {
            if (!offers(node, use.resources().get(r))) {
                requests.add(use.spec().requests().get(r));
            }
        }
        return requests.size() == use.spec().requests().size()
                ? use.spec()
                : new ResourceClaimSpec(requests, List.of(), List.of());
    }

    /** {@return why a claim can be had nowhere, or the empty text} */
    String impossible(ClaimUse use) {
        if (use.state() == ClaimUse.State.MISSING) {
            return "claim " + use.name() + " is not there";
        }
        for (DeviceRequest request : use.spec().requests()) {
            for (DeviceAsk ask : request.asks()) {
                if (claims.deviceClass(ask.deviceClassName()) == null) {
                    return "class " + ask.deviceClassName() + " does not exist";
                }
                if (!ask.derivedAttributes().isEmpty()) {
                    return "claim " + use.name() + " has derived attributes, which no release has on";
                }
            }
        }
        return "";
    }
}
