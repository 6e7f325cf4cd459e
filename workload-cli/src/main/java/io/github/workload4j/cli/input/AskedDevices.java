package io.github.workload4j.cli.input;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceConstraint;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.api.device.ResourceClaimTemplate;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Devices that each pod of a gang in no file claims: a request for each text such as {@code class=gpu,count=2}. */
final class AskedDevices {

    static final String FORM = "class=NAME[,count=N][,match=ATTRIBUTE]";
    private static final Set<String> KEYS = Set.of("class", "count", "match");
    private static final int MOST = 32;

    private AskedDevices() {}

    /**
     * {@return what the claims of the pods are made from}
     *
     * @throws IllegalArgumentException if a text is not of the {@link #FORM}
     */
    static ResourceClaimTemplate template(ObjectMeta metadata, List<String> texts) {
        List<DeviceRequest> requests = new ArrayList<>();
        List<DeviceConstraint> constraints = new ArrayList<>();
        for (String text : texts) {
            String name = "devices-" + requests.size();
            String deviceClass = "";
            String match = "";
            long count = 1;
            for (String part : text.split(",", -1)) {
                int equals = part.indexOf('=');
                String key = equals < 0 ? "" : part.substring(0, equals);
                String value = part.substring(equals + 1);
                if (!KEYS.contains(key) || value.isEmpty()) {
                    throw wrong(text);
                }
                if (key.equals("class")) {
                    deviceClass = value;
                } else if (key.equals("match")) {
                    match = value;
                } else if (value.matches("[0-9]{1,2}")) {
                    count = Long.parseLong(value);
                } else {
                    throw wrong(text);
                }
            }
            if (deviceClass.isEmpty() || count < 1 || count > MOST || requests.size() == MOST) {
                throw wrong(text);
            }
            requests.add(new DeviceRequest(
                    name,
                    new DeviceAsk(
                            "", deviceClass, List.of(), "ExactCount", count, false, List.of(), Map.of(), List.of()),
                    List.of()));
            if (!match.isEmpty()) {
                constraints.add(new DeviceConstraint(List.of(name), match, null));
            }
        }
        return new ResourceClaimTemplate(
                metadata, ObjectMeta.EMPTY, new ResourceClaimSpec(requests, constraints, List.of()));
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("`" + text + "` (expected: " + FORM + ", of 1 to " + MOST + " devices)");
    }
}
