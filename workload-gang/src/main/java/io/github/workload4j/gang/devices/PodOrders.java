package io.github.workload4j.gang.devices;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which orders pods are given devices: those that only look at devices come first; of those that do both, every
 * order is tried; then those with the fewest devices to choose from.
 */
final class PodOrders {

    /** More pods that do both, and their orders are too many. */
    private static final int MOST_MIXED = 6;

    private final DeviceQuestion question;
    private final int[] of;
    private final int[] on;

    /**
     * Orders of some pods.
     *
     * @param of class of each
     * @param on node of each
     */
    PodOrders(DeviceQuestion question, int[] of, int[] on) {
        this.question = question;
        this.of = of;
        this.on = on;
    }

    List<List<Integer>> all() throws DeviceQuestion.Open {
        List<Integer> looking = new ArrayList<>();
        List<Integer> both = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int p = 0; p < of.length; p++) {
            int looks = looks(of[p]);
            (looks == 2 ? looking : looks == 1 ? both : others).add(p);
        }
        Map<Integer, Integer> choices = new HashMap<>();
        others.sort((a, b) -> Integer.compare(
                choices.computeIfAbsent(a, p -> choices(of[p], on[p])),
                choices.computeIfAbsent(b, p -> choices(of[p], on[p]))));
        if (both.size() > MOST_MIXED) {
            throw new DeviceQuestion.Open();
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> order : orders(both)) {
            List<Integer> whole = new ArrayList<>(looking);
            whole.addAll(order);
            whole.addAll(others);
            all.add(whole);
        }
        return all;
    }

    /** {@return 2 if all requests of a class only look at devices, 1 if some do, else 0} */
    private int looks(int podClass) {
        int admin = 0;
        int normal = 0;
        for (ClaimUse use : question.uses.get(podClass)) {
            for (DeviceRequest request : use.spec().requests()) {
                for (DeviceAsk ask : request.asks()) {
                    admin += ask.adminAccess() ? 1 : 0;
                    normal += ask.adminAccess() ? 0 : 1;
                }
            }
        }
        return admin == 0 ? 0 : normal == 0 ? 2 : 1;
    }

    private static List<List<Integer>> orders(List<Integer> some) {
        if (some.size() < 2) {
            return List.of(some);
        }
        List<List<Integer>> all = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            List<Integer> rest = new ArrayList<>(some);
            Integer first = rest.remove(i);
            for (List<Integer> tail : orders(rest)) {
                List<Integer> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }

    /** {@return how many devices suit the request of a class that has fewest on a node} */
    private int choices(int podClass, int node) {
        int fewest = Integer.MAX_VALUE;
        for (ClaimUse use : question.uses.get(podClass)) {
            for (DeviceRequest request : use.spec().requests()) {
                int some = 0;
                for (DeviceAsk ask : request.asks()) {
                    some += question.count(List.of(ask), node);
                }
                fewest = Math.min(fewest, some);
            }
        }
        return fewest;
    }
}
