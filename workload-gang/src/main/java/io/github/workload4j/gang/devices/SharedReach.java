package io.github.workload4j.gang.devices;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.NodeReach;
import io.github.workload4j.gang.eligibility.NodeRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where pods that share a claim without devices must be together: its devices, once chosen, are used where all of them
 * are reached. Every request has a device, so all users lie among nodes that some devices join which suit it.
 */
public final class SharedReach {

    private final DeviceQuestion question;

    private SharedReach(DeviceQuestion question) {
        this.question = question;
    }

    /**
     * Classes whose pods share a claim, all of them in one domain.
     *
     * @param classes the classes
     * @param domainOf for each node its domain; -1 where the claim cannot be used
     */
    public record Together(BitSet classes, int[] domainOf) {}

    /** {@return what claims that pods share keep together, in the order of classes} */
    public static List<Together> of(DeviceQuestion question) {
        return new SharedReach(question).all();
    }

    private List<Together> all() {
        Map<String, BitSet> users = new LinkedHashMap<>();
        Map<String, ClaimUse> claims = new HashMap<>();
        for (int c = 0; c < question.uses.size(); c++) {
            for (ClaimUse use : question.uses.get(c)) {
                if (use.isShared() && use.state() == ClaimUse.State.NEW) {
                    users.computeIfAbsent(use.key(), key -> new BitSet()).set(c);
                    claims.putIfAbsent(use.key(), use);
                }
            }
        }
        Map<BitSet, int[]> together = new LinkedHashMap<>();
        users.forEach((key, classes) -> together.merge(classes, domains(claims.get(key)), SharedReach::meet));
        List<Together> all = new ArrayList<>();
        together.forEach((classes, domainOf) -> all.add(new Together(classes, domainOf)));
        return all;
    }

    private int[] domains(ClaimUse claim) {
        int[] domainOf = new int[question.inventory.nodes()];
        for (DeviceRequest request : claim.spec().requests()) {
            domainOf = meet(domainOf, joined(request));
        }
        return domainOf;
    }

    /** {@return for each node the first of those that devices join which suit a request, or -1} */
    private int[] joined(DeviceRequest request) {
        int[] root = new int[question.inventory.nodes()];
        Arrays.setAll(root, n -> n);
        BitSet reached = new BitSet();
        Set<NodeReach> looked = new HashSet<>();
        boolean looks = request.asks().stream().anyMatch(DeviceAsk::adminAccess);
        for (int n = 0; n < root.length; n++) {
            for (PoolView view : question.inventory.seenBy(n)) {
                for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                    if ((looks || !question.state.isHeld(device)) && question.suitsOne(request.asks(), device)) {
                        reached.set(n);
                        if (!isForOneNode(device) && looked.add(device.reach())) {
                            join(root, reached, n, device);
                        }
                    }
                }
            }
        }
        int[] domainOf = new int[root.length];
        Arrays.setAll(domainOf, n -> reached.get(n) ? Coupling.find(root, n) : -1);
        return domainOf;
    }

    private static boolean isForOneNode(OfferedDevice device) {
        return !device.reach().nodeName().isEmpty() || device.device().bindsToNode();
    }

    /** Nodes that reach a device may share it, whether they see it or not. */
    private void join(int[] root, BitSet reached, int from, OfferedDevice device) {
        for (int n = 0; n < root.length; n++) {
            if (device.reach().nodeSelector() == null
                    || NodeRules.isSelected(
                            question.inventory.node(n), device.reach().nodeSelector())) {
                reached.set(n);
                Coupling.union(root, from, n);
            }
        }
    }

    private static int[] meet(int[] a, int[] b) {
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        int[] meet = new int[a.length];
        for (int n = 0; n < a.length; n++) {
            meet[n] = a[n] < 0 || b[n] < 0 ? -1 : numbers.computeIfAbsent(List.of(a[n], b[n]), any -> numbers.size());
        }
        return meet;
    }
}
