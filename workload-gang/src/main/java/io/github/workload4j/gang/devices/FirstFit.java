package io.github.workload4j.gang.devices;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What kube-scheduler makes of pods that come one after the other to nodes: each gets the first devices that will do,
 * in the order of drivers, pools, slices and devices, and keeps them.
 */
final class FirstFit {

    private static final long MOST_STEPS = 20_000;
    private static final long MOST_OF_ALL = 1_000_000;

    /** More pods, or looks at nodes, than are followed. */
    private static final int MOST = 2_000;

    private final DeviceQuestion question;
    private final Map<Integer, Integer> takers = new HashMap<>();
    private @Nullable DeviceMatcher before;
    private long left = MOST_OF_ALL;

    /**
     * The first pod that gets no devices.
     *
     * @param pod which
     * @param takers for each device that was given, by number, the pod that has it
     */
    record Failure(int pod, Map<Integer, Integer> takers) {}

    FirstFit(DeviceQuestion question) {
        this.question = question;
    }

    /**
     * {@return the first pod that gets none, or null if all get some}
     *
     * @param of class of each pod, in the order in which they come
     * @param on node of each
     */
    @Nullable
    Failure failure(int[] of, int[] on) throws DeviceQuestion.Open {
        if (of.length > MOST) {
            throw new DeviceQuestion.Open();
        }
        int mark = question.state.mark();
        try {
            for (int p = 0; p < of.length; p++) {
                if (!place(p, of[p], on[p], false)) {
                    return new Failure(p, takers);
                }
            }
            return null;
        } catch (DeviceMatcher.Overrun overrun) {
            throw new DeviceQuestion.Open();
        } finally {
            question.state.back(mark);
        }
    }

    /**
     * {@return whether all get devices and the allocator ends with an error for none, whichever node it looks at}
     *
     * @param eligible for each class the nodes that are looked at, as bits; null for all
     */
    boolean meetsNoError(int[] of, int[] on, List<long @Nullable []> eligible) {
        int nodes = question.inventory.nodes();
        if ((long) of.length * nodes > MOST) {
            return false;
        }
        int mark = question.state.mark();
        try {
            for (int p = 0; p < of.length; p++) {
                long[] open = eligible.get(of[p]);
                for (int n = 0; n < nodes; n++) {
                    if (open == null || (open[n >> 6] >>> (n & 63) & 1) != 0) {
                        int here = question.state.mark();
                        DeviceMatcher last = before;
                        place(p, of[p], n, true);
                        before = last;
                        question.state.back(here);
                    }
                }
                if (!place(p, of[p], on[p], true)) {
                    return false;
                }
            }
            return true;
        } catch (DeviceMatcher.Overrun | DeviceMatcher.Met met) {
            return false;
        } finally {
            question.state.back(mark);
        }
    }

    private boolean place(int pod, int podClass, int node, boolean strict) {
        List<Need> needs = question.needs(pod, podClass, node);
        if (strict) {
            refuseErrors(needs);
        }
        DeviceMatcher matcher = question.matcher(needs, Math.min(MOST_STEPS, left));
        matcher.inTurn(before, strict);
        List<List<GivenDevice>> found = needs.isEmpty() ? new ArrayList<>() : matcher.match();
        left -= matcher.taken();
        if (found == null) {
            return false;
        }
        found.forEach(
                some -> some.forEach(each -> takers.putIfAbsent(each.device().number(), pod)));
        before = matcher;
        return true;
    }

    /** What "all" means, and how many devices a claim needs at least, is found out before anything is given. */
    private void refuseErrors(List<Need> needs) {
        for (Need need : needs) {
            for (DeviceRequest request : need.requests()) {
                for (DeviceAsk ask : request.asks()) {
                    if (ask.isAll()) {
                        refuseErrors(ask, need.node());
                    }
                }
            }
            String tooMany = AllocatorErrors.tooMany(question, need.use(), need.node());
            if (!tooMany.isEmpty()) {
                throw new DeviceMatcher.Met(tooMany);
            }
        }
    }

    private void refuseErrors(DeviceAsk ask, int node) {
        for (PoolView view : question.inventory.seenBy(node)) {
            for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                if (question.world.asks.suits(ask, device) == Asks.Suit.ERROR) {
                    throw new DeviceMatcher.Met(question.world.asks.error(ask, device));
                }
            }
        }
    }
}
