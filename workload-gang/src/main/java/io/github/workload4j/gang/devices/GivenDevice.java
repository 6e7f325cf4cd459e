package io.github.workload4j.gang.devices;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A device that is given to a claim.
 *
 * @param pod which pod, by its place among those that are looked at
 * @param claim name of the pod's entry
 * @param request the request, or {@code request/alternative}
 * @param device the device
 * @param admin whether it is only looked at
 * @param consumed what is taken of each capacity, if the device is shared
 */
public record GivenDevice(
        int pod, String claim, String request, OfferedDevice device, boolean admin, Map<String, BigDecimal> consumed) {

    /** {@return the same, by another name of the claim} */
    GivenDevice as(String name) {
        return new GivenDevice(pod, name, request, device, admin, consumed);
    }
}
