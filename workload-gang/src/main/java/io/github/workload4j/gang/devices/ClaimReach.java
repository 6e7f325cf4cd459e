package io.github.workload4j.gang.devices;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.gang.eligibility.NodeRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a claim that has devices can be used.
 *
 * @param node the only node, or -1 where selectors say it
 * @param selectors what must select a node
 */
record ClaimReach(int node, List<NodeSelector> selectors) {

    /** {@return where a claim can be used that has these devices on a node} */
    static ClaimReach of(int node, List<GivenDevice> devices) {
        List<NodeSelector> selectors = new ArrayList<>();
        for (GivenDevice each : devices) {
            OfferedDevice device = each.device();
            if (!device.reach().nodeName().isEmpty() || device.device().bindsToNode()) {
                return new ClaimReach(node, List.of());
            }
            if (device.reach().nodeSelector() != null) {
                selectors.add(device.reach().nodeSelector());
            }
        }
        return new ClaimReach(-1, selectors);
    }

    boolean includes(int number, Node other) {
        return node < 0
                ? selectors.stream().allMatch(selector -> NodeRules.isSelected(other, selector))
                : node == number;
    }
}
