package io.github.workload4j.gang.words;

import io.github.workload4j.gang.proof.ClaimedDevices;
import io.github.workload4j.gang.proof.ClaimedDevices.Choice;
import io.github.workload4j.gang.proof.ClaimedDevices.Claim;
import io.github.workload4j.gang.proof.ClaimedDevices.Column;
import io.github.workload4j.gang.proof.ClaimedDevices.Kind;
import io.github.workload4j.gang.proof.ClaimedDevices.Misfit;
import io.github.workload4j.gang.proof.ClaimedDevices.Offered;
import io.github.workload4j.gang.proof.ClaimedDevices.Pods;
import io.github.workload4j.gang.proof.ClaimedDevices.Request;
import io.github.workload4j.gang.proof.ClaimedDevices.Rule;
import io.github.workload4j.gang.proof.ClaimedDevices.Take;
import java.util.List;

/** Devices and claims in numbers, as {@code docs/certificates.md} specifies. What is empty is left out. */
final class ClaimedDevicesJson {

    private final JsonLines json;

    private ClaimedDevicesJson(JsonLines json) {
        this.json = json;
    }

    static void write(ClaimedDevices claimed, JsonLines json) {
        new ClaimedDevicesJson(json).write(claimed);
    }

    private void write(ClaimedDevices claimed) {
        json.startObject("devices");
        texts("asks", claimed.asks());
        json.startList("claims");
        for (List<Claim> own : claimed.claims()) {
            json.startList(null);
            own.forEach(this::claim);
            json.endList();
        }
        json.endList();
        json.objects("kinds", claimed.kinds(), this::kind);
        json.objects("columns", claimed.columns(), this::column);
        json.objects("misfits", claimed.misfits(), this::misfit);
        json.endObject();
    }

    private void texts(String name, List<String> all) {
        if (!all.isEmpty()) {
            json.texts(name, all);
        }
    }

    private void numbers(String name, List<? extends Number> all) {
        if (!all.isEmpty()) {
            json.numbers(name, all.stream().mapToLong(Number::longValue));
        }
    }

    private void claim(Claim claim) {
        json.startObject(null);
        json.objects("requests", claim.requests(), this::request);
        if (!claim.rules().isEmpty()) {
            json.objects("rules", claim.rules(), this::rule);
        }
        flag("shared", claim.shared());
        json.endObject();
    }

    private void flag(String name, boolean set) {
        if (set) {
            json.field(name, true);
        }
    }

    private void request(Request request) {
        if (!request.resource().isEmpty()) {
            json.field("resource", request.resource());
        }
        json.objects("choices", request.choices(), this::choice);
    }

    private void choice(Choice choice) {
        json.field("ask", choice.ask());
        if (choice.count() > 0) {
            json.field("count", choice.count());
        }
        flag("all", choice.count() == 0);
        flag("admin", choice.admin());
        numbers("rules", choice.rules());
    }

    private void rule(Rule rule) {
        json.field("attribute", rule.attribute());
        json.field("same", rule.same());
    }

    private void kind(Kind kind) {
        json.field("nodes", kind.nodes().toString());
        json.objects("devices", kind.devices(), this::offered);
        numbers("left", kind.left());
        texts("offers", kind.offers());
        numbers("none", kind.none());
        numbers("some", kind.some());
    }

    private void offered(Offered device) {
        json.field("count", device.count());
        flag("held", device.held());
        numbers("suits", device.suits());
        numbers("values", device.values());
        if (!device.takes().isEmpty()) {
            json.objects("takes", device.takes(), this::take);
        }
        flag("shares", device.shares());
        numbers("room", device.room());
        if (!device.room().isEmpty()) {
            json.startList("uses");
            for (List<Long> use : device.uses()) {
                json.startList(null);
                use.forEach(json::item);
                json.endList();
            }
            json.endList();
        }
    }

    private void take(Take take) {
        json.field("counter", take.counter());
        json.field("amount", take.amount());
    }

    private void column(Column column) {
        json.field("resource", column.resource());
        numbers("asks", column.asks());
    }

    private void misfit(Misfit misfit) {
        json.field("nodes", misfit.nodes().toString());
        json.objects("pods", misfit.pods(), this::pods);
    }

    private void pods(Pods pods) {
        json.field("class", pods.podClass());
        json.field("count", pods.count());
    }
}
