package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a pod asks, resource by resource, exact and then rounded up once: cpu to thousandths, the rest to whole units.
 */
final class Requests {

    private Requests() {}

    static Map<String, BigInteger> of(Pod pod) {
        Set<String> names = new HashSet<>(pod.spec().overhead().keySet());
        List<Container> both = new ArrayList<>(pod.spec().containers());
        both.addAll(pod.spec().initContainers());
        for (Container container : both) {
            names.addAll(container.resources().requests().keySet());
            names.addAll(container.resources().limits().keySet());
        }
        List<ContainerStatus> statuses = new ArrayList<>(pod.status().containerStatuses());
        statuses.addAll(pod.status().initContainerStatuses());
        for (ContainerStatus status : statuses) {
            names.addAll(status.allocatedResources().keySet());
            if (status.resources() != null) {
                names.addAll(status.resources().requests().keySet());
            }
        }
        ResourceRequirements whole = pod.spec().resources();
        if (whole != null) {
            names.addAll(whole.requests().keySet());
            names.addAll(whole.limits().keySet());
        }
        Map<String, BigInteger> requests = new HashMap<>();
        for (String name : names) {
            if (counts(name)) {
                BigInteger rounded = rounded(name, request(pod, name));
                if (rounded.signum() > 0) {
                    requests.put(name, rounded);
                }
            }
        }
        return requests;
    }

    static boolean counts(String name) {
        return Set.of("cpu", "memory", "ephemeral-storage").contains(name)
                || name.startsWith("hugepages-")
                || name.startsWith("attachable-volumes-")
                || name.indexOf('/') > 0 && !name.startsWith("requests.");
    }

    static BigInteger rounded(String name, BigDecimal amount) {
        BigDecimal scaled = name.equals("cpu") ? amount.movePointRight(3) : amount;
        return scaled.setScale(0, RoundingMode.CEILING).toBigInteger();
    }

    private static BigDecimal request(Pod pod, String name) {
        BigDecimal together = BigDecimal.ZERO;
        boolean asked = false;
        for (Container container : pod.spec().containers()) {
            together = together.add(ask(pod, container, pod.status().containerStatuses(), name));
            asked |= mentions(container, name);
        }
        BigDecimal sidecars = BigDecimal.ZERO;
        BigDecimal starting = BigDecimal.ZERO;
        for (Container container : pod.spec().initContainers()) {
            BigDecimal own = ask(pod, container, pod.status().initContainerStatuses(), name);
            asked |= mentions(container, name);
            BigDecimal now = own.add(sidecars);
            if (container.restartPolicy().equals("Always")) {
                sidecars = now;
                together = together.add(own);
            }
            starting = starting.max(now);
        }
        BigDecimal result = together.max(starting);
        ResourceRequirements whole = pod.spec().resources();
        if (whole != null && (name.equals("cpu") || name.equals("memory") || name.startsWith("hugepages-"))) {
            Quantity request = whole.requests().get(name);
            Quantity limit = whole.limits().get(name);
            if (request != null) {
                result = request.amount();
            } else if (limit != null && !asked) {
                result = limit.amount();
            }
        }
        Quantity overhead = pod.spec().overhead().get(name);
        return overhead == null ? result : result.add(overhead.amount());
    }

    private static boolean mentions(Container container, String name) {
        return container.resources().requests().containsKey(name)
                || container.resources().limits().containsKey(name);
    }

    private static BigDecimal ask(Pod pod, Container container, List<ContainerStatus> statuses, String name) {
        Quantity request = container.resources().requests().get(name);
        if (request == null) {
            request = container.resources().limits().getOrDefault(name, Quantity.ZERO);
        }
        BigDecimal largest = request.amount();
        for (ContainerStatus status : statuses) {
            if (status.name().equals(container.name()) && status.resources() != null) {
                if (pod.status().conditions().stream()
                        .anyMatch(c -> c.type().equals("PodResizePending")
                                && c.reason().equals("Infeasible"))) {
                    largest = BigDecimal.ZERO;
                }
                largest = largest.max(status.resources()
                        .requests()
                        .getOrDefault(name, Quantity.ZERO)
                        .amount());
                largest = largest.max(status.allocatedResources()
                        .getOrDefault(name, Quantity.ZERO)
                        .amount());
            }
        }
        return largest;
    }
}
