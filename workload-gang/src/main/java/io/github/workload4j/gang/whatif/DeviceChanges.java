package io.github.workload4j.gang.whatif;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.gang.DevicesAsked;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks for numbers of devices with which a group would fit: fewer that are asked for, or more that are there. */
final class DeviceChanges {

    private static final int MOST_KINDS = 4;
    private static final int MOST_ADDED = 64;

    private final GroupQuestion question;
    private final Probe probe;
    private final List<Suggestion> found;

    /**
     * Looks with the answers that {@code probe} gets.
     *
     * @param found what is found is added here
     */
    DeviceChanges(GroupQuestion question, Probe probe, List<Suggestion> found) {
        this.question = question;
        this.probe = probe;
        this.found = found;
    }

    void fewer() {
        Map<String, Long> most = new TreeMap<>();
        for (ResourceClaimSpec spec : question.claims().devicesAsked().claims()) {
            for (DeviceRequest request : spec.requests()) {
                for (DeviceAsk ask : request.asks()) {
                    most.merge(ask.deviceClassName(), ask.isAll() ? 1 : ask.devices(), Math::max);
                }
            }
        }
        most.forEach((deviceClass, asked) -> {
            if (asked > 1 && probe.fits(() -> atMost(deviceClass, 1))) {
                Probe.Threshold threshold = probe.threshold(1, asked, devices -> atMost(deviceClass, devices));
                found.add(new Suggestion.FewerDevices(deviceClass, threshold.last(), asked, threshold.exact()));
            }
        });
    }

    private GroupQuestion atMost(String deviceClass, long devices) {
        return new Suggestion.FewerDevices(deviceClass, devices, devices, false).applyTo(question);
    }

    /** For each kind of device asks with some that any one node may take, and puts them where a placement does. */
    void more() {
        question.claims().devicesAsked().examples().stream().limit(MOST_KINDS).forEach(this::more);
    }

    private void more(DevicesAsked.Offered like) {
        long few = 0;
        long enough = 1;
        boolean fewProved = probe.isProved();
        Verdict verdict = probe.ask(() -> anywhere(like, 1));
        while (!(verdict instanceof Verdict.Feasible)) {
            few = enough;
            enough *= 2;
            fewProved = verdict instanceof Verdict.Infeasible;
            if (enough > MOST_ADDED) {
                return;
            }
            long count = enough;
            verdict = probe.ask(() -> anywhere(like, count));
        }
        Probe.Threshold threshold = probe.threshold(enough, few, count -> anywhere(like, count));
        if (probe.ask(() -> anywhere(like, threshold.last())) instanceof Verdict.Feasible feasible) {
            boolean exact = enough - few > 1 ? threshold.exact() : fewProved;
            Suggestion.MoreDevices more = new Suggestion.MoreDevices(
                    like, AddedDevices.taken(question.snapshot(), like, feasible.placement()), exact);
            if (probe.fits(() -> question.on(more.applyTo(question.snapshot())))) {
                found.add(more);
            }
        }
    }

    private GroupQuestion anywhere(DevicesAsked.Offered like, long count) {
        return question.on(AddedDevices.anywhere(question.snapshot(), like, (int) count));
    }
}
