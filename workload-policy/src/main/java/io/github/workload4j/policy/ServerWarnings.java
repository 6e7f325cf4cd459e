package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the API server of every release accepts and warns of: so far that a pod asks for part of a byte ({@code 4096m}
 * of memory are four bytes and a bit, where {@code 4096M} was meant). Source: {@code pkg/api/pod/warnings.go} of
 * Kubernetes 1.37. Pure; costs a look at each container.
 */
public final class ServerWarnings {

    private static final List<String> IN_BYTES = List.of("memory", "ephemeral-storage");

    private ServerWarnings() {}

    /** {@return the warnings about a new object, in the order of its fields; of objects that are no pods none} */
    public static List<Violation> of(ApiObject object) {
        requireNonNull(object, "object");
        List<Violation> warnings = new ArrayList<>();
        if (object instanceof Pod pod) {
            FieldPath spec = FieldPath.DOCUMENT.child("spec");
            containers(pod.spec().initContainers(), spec.child("initContainers"), warnings);
            containers(pod.spec().containers(), spec.child("containers"), warnings);
            amounts(pod.spec().overhead(), spec.child("overhead"), warnings);
        }
        return List.copyOf(warnings);
    }

    private static void containers(List<Container> containers, FieldPath at, List<Violation> to) {
        for (int i = 0; i < containers.size(); i++) {
            FieldPath resources = at.index(i).child("resources");
            Map<String, Quantity> limits = containers.get(i).resources().limits();
            // The server fills a request that is not given from the limit before it looks.
            Map<String, Quantity> requests = new LinkedHashMap<>(limits);
            requests.putAll(containers.get(i).resources().requests());
            amounts(limits, resources.child("limits"), to);
            amounts(requests, resources.child("requests"), to);
        }
    }

    private static void amounts(Map<String, Quantity> amounts, FieldPath at, List<Violation> to) {
        for (String resource : IN_BYTES) {
            Quantity amount = amounts.get(resource);
            if (amount != null && isFractional(amount)) {
                to.add(new Violation(
                        at.key(resource),
                        Violation.Type.INVALID,
                        "\"" + amount + "\"",
                        "fractional byte value \"" + amount + "\" is invalid, must be an integer",
                        "P-W1",
                        ""));
            }
        }
    }

    /** In thousandths, rounded up, as the server does. */
    private static boolean isFractional(Quantity amount) {
        return amount.amount().setScale(3, RoundingMode.UP).stripTrailingZeros().scale() > 0;
    }
}
