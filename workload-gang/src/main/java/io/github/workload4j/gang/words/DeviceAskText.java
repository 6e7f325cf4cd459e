package io.github.workload4j.gang.words;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceConstraint;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.ResourceClaimSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a claim asks for, in words: {@code 2 devices of class gpu that agree in gpu.example.com/numa}. */
public final class DeviceAskText {

    private DeviceAskText() {}

    /** {@return what each request of some claims asks for, in their order} */
    public static List<String> of(List<ResourceClaimSpec> claims) {
        List<String> all = new ArrayList<>();
        for (ResourceClaimSpec claim : claims) {
            String rules = claim.constraints().stream().map(DeviceAskText::rule).collect(Collectors.joining(" and"));
            for (DeviceRequest request : claim.requests()) {
                all.add(request.asks().stream().map(DeviceAskText::ask).collect(Collectors.joining(" or "))
                        + (rules.isEmpty() ? "" : " that" + rules));
            }
        }
        return all;
    }

    private static String ask(DeviceAsk ask) {
        String count = ask.isAll() ? "all devices" : Counted.of(ask.devices(), "device");
        return count + " of class " + ask.deviceClassName();
    }

    private static String rule(DeviceConstraint constraint) {
        return constraint.matchAttribute() != null
                ? " agree in " + constraint.matchAttribute()
                : " differ in " + constraint.distinctAttribute();
    }
}
