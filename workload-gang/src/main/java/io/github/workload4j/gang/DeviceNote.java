package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

/**
 * Where kube-scheduler's own choice of devices is likely to fail though a group fits: it takes pods one after the
 * other, gives each the first devices that will do, and never takes one back.
 *
 * @param pod name of the pod that gets none
 * @param node its node in the placement
 * @param device name of a device that the placement gives it and another pod has by then; empty if that is not it
 * @param taker name of that other pod; empty if there is none
 */
public record DeviceNote(String pod, String node, String device, String taker) {

    public DeviceNote {
        requireNonNull(pod, "pod");
        requireNonNull(node, "node");
        requireNonNull(device, "device");
        requireNonNull(taker, "taker");
    }
}
