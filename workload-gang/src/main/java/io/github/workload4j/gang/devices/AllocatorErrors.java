package io.github.workload4j.gang.devices;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceConstraint;
import io.github.workload4j.api.device.DeviceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what may make the scheduler's allocator end with an error, which makes it give a pod up on all nodes. */
final class AllocatorErrors {

    private static final int MOST_OF_CLAIM = 32;

    private final DeviceQuestion question;

    AllocatorErrors(DeviceQuestion question) {
        this.question = question;
    }

    /** Notes it with the asks of the question, node by node of those that classes may use. */
    void note(List<long @Nullable []> eligible) {
        for (int c = 0; c < question.uses.size(); c++) {
            for (ClaimUse use : question.uses.get(c)) {
                long[] nodes = eligible.get(c);
                for (int n = 0; n < question.inventory.nodes(); n++) {
                    if (nodes == null || (nodes[n >> 6] >>> (n & 63) & 1) != 0) {
                        noteErrors(use, n);
                    }
                }
            }
        }
    }

    /**
     * All devices of a kind, and a constraint over them and others: which others come first is the allocator's choice,
     * and one that breaks the constraint ends it.
     */
    private void noteConstraints(ClaimUse use, int node) {
        for (DeviceConstraint constraint : use.spec().constraints()) {
            for (DeviceRequest request : use.spec().requests()) {
                for (DeviceAsk ask : request.asks()) {
                    boolean covers = constraint.requests().isEmpty()
                            || constraint.requests().contains(request.name())
                            || constraint.requests().contains(request.name() + "/" + ask.name());
                    boolean others = use.spec().requests().size() > 1
                            && constraint.requests().size() != 1;
                    if (ask.isAll()
                            && covers
                            && (others || breaks(constraint, request, ask, node))
                            && question.count(List.of(ask), node) > 0) {
                        question.world.asks.fail("all devices of class " + ask.deviceClassName()
                                + " are asked for, and others given first may break a constraint with them");
                    }
                }
            }
        }
    }

    /** Whether all devices that an ask means break a constraint by themselves. */
    private boolean breaks(DeviceConstraint constraint, DeviceRequest request, DeviceAsk ask, int node) {
        Constraints constraints = new Constraints(question.world.release);
        List<GivenDevice> given = new ArrayList<>();
        for (PoolView view : question.inventory.seenBy(node)) {
            for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                Asks.Suit suit = question.world.asks.suits(ask, device);
                if (suit == Asks.Suit.YES || suit == Asks.Suit.BLOCKED) {
                    GivenDevice more =
                            new GivenDevice(0, "", request.name() + "/" + ask.name(), device, false, Map.of());
                    if (!constraints.hold(List.of(constraint), given, more)) {
                        return true;
                    }
                    given.add(more);
                }
            }
        }
        return false;
    }

    private void noteErrors(ClaimUse use, int node) {
        noteConstraints(use, node);
        for (DeviceRequest request :
                DeviceWorld.on(question.inventory.node(node), use).requests()) {
            for (DeviceAsk ask : request.asks()) {
                for (PoolView view : question.inventory.seenBy(node)) {
                    for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                        boolean looked = ask.isAll() || !question.state.isHeld(device);
                        if (looked && question.world.asks.suits(ask, device) == Asks.Suit.ERROR) {
                            question.world.asks.fail(question.world.asks.error(ask, device));
                        }
                    }
                }
            }
        }
        String tooMany = tooMany(question, use, node);
        if (!tooMany.isEmpty()) {
            question.world.asks.fail(tooMany);
        }
    }

    /** {@return that a claim needs more devices on a node than a claim is given, in words; empty if it does not} */
    static String tooMany(DeviceQuestion question, ClaimUse use, int node) {
        long least = 0;
        for (DeviceRequest request :
                DeviceWorld.on(question.inventory.node(node), use).requests()) {
            long fewest = Long.MAX_VALUE;
            for (DeviceAsk ask : request.asks()) {
                fewest = Math.min(fewest, ask.isAll() ? meant(question, ask, node) : ask.devices());
            }
            least += fewest == Long.MAX_VALUE ? 0 : fewest;
        }
        return least <= MOST_OF_CLAIM
                ? ""
                : "claim " + use.name() + " needs " + least + " devices on "
                        + question.inventory.node(node).metadata().name() + ", " + MOST_OF_CLAIM
                        + " at most are given";
    }

    private static long meant(DeviceQuestion question, DeviceAsk ask, int node) {
        long meant = 0;
        for (PoolView view : question.inventory.seenBy(node)) {
            for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                Asks.Suit suit = question.world.asks.suits(ask, device);
                meant += suit == Asks.Suit.YES || suit == Asks.Suit.BLOCKED ? 1 : 0;
            }
        }
        return meant;
    }
}
