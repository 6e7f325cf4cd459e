package io.github.workload4j.gang.devices;

import io.github.workload4j.gang.DeviceRoom;
import io.github.workload4j.gang.NodeDevices;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many pods of one class have devices on a node, if nobody else comes. Nodes that offer the same are one. */
public final class RoomForPods {

    private final DeviceQuestion question;
    private final Map<String, DeviceRoom> known = new HashMap<>();

    /** Room for the pods of a question. */
    public RoomForPods(DeviceQuestion question) {
        this.question = question;
    }

    /** {@return for how many pods there are devices, up to a limit} */
    public synchronized DeviceRoom of(int podClass, int node, long atMost) {
        if (question.uses.get(podClass).isEmpty()) {
            return new DeviceRoom(atMost, true);
        }
        boolean shares = question.uses.get(podClass).stream()
                .anyMatch(use -> use.isShared() && use.state() == ClaimUse.State.NEW);
        boolean perNode = question.isAlone(node) && !shares;
        DeviceRoom room = known.computeIfAbsent(
                question.offer(node) + " " + podClass + " " + atMost, any -> look(podClass, node, atMost));
        return new DeviceRoom(room.pods(), room.exact() && perNode);
    }

    /** {@return the devices of a node that suit a claim} */
    public synchronized NodeDevices devices(int node) {
        int suiting = 0;
        int free = 0;
        for (PoolView view : question.inventory.seenBy(node)) {
            for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                suiting += question.kinds.isSuitable(device) ? 1 : 0;
                free += question.suitsOne(question.kinds.asks(), device) && !question.state.isHeld(device) ? 1 : 0;
            }
        }
        return new NodeDevices(suiting, free);
    }

    private DeviceRoom look(int podClass, int node, long atMost) {
        long fits = 0;
        long not = atMost + 1;
        boolean exact = true;
        for (long pods = atMost; not - fits > 1; pods = fits + (not - fits) / 2) {
            int[] of = new int[Math.toIntExact(pods)];
            int[] on = new int[of.length];
            Arrays.fill(of, podClass);
            Arrays.fill(on, node);
            try {
                if (question.assign(of, on) == null) {
                    not = pods;
                } else {
                    fits = pods;
                }
            } catch (DeviceQuestion.Open open) {
                fits = pods;
                exact = false;
            }
        }
        return new DeviceRoom(fits, exact);
    }
}
