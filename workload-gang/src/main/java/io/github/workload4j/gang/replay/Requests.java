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
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a pod asks, resource by resource: every amount rounded up to thousandths, as it is stored; the sum rounded up
 * once more, cpu to thousandths, the rest to whole units.
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
        for (ResourceRequirements whole :
                Arrays.asList(pod.spec().resources(), pod.status().resources())) {
            if (whole != null) {
                names.addAll(whole.requests().keySet());
                names.addAll(whole.limits().keySet());
            }
        }
        names.addAll(pod.status().allocatedResources().keySet());
        Map<String, BigDecimal> ofWhole = ofWhole(pod, names);
        Map<String, BigInteger> requests = new HashMap<>();
        for (String name : names) {
            if (counts(name)) {
                BigInteger rounded = rounded(name, request(pod, name, ofWhole.get(name)));
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

    private static BigDecimal request(Pod pod, String name, @Nullable BigDecimal ofWhole) {
        BigDecimal result = ofWhole == null ? ofContainers(pod, name) : ofWhole;
        return result.add(stored(pod.spec().overhead(), name));
    }

    private static BigDecimal ofContainers(Pod pod, String name) {
        boolean infeasible = isInfeasible(pod);
        ResourceRequirements whole = pod.status().resources();
        BigDecimal largest = infeasible ? BigDecimal.ZERO : total(pod, container -> asked(container, name));
        if (whole != null
                && !whole.requests().isEmpty()
                && !pod.status().allocatedResources().isEmpty()) {
            return largest.max(stored(whole.requests(), name))
                    .max(stored(pod.status().allocatedResources(), name));
        }
        return largest.max(total(pod, container -> ofStatus(pod, container, name, infeasible, false)))
                .max(total(pod, container -> ofStatus(pod, container, name, infeasible, true)));
    }

    /** All that run together, or one that starts while the sidecars before it run. */
    private static BigDecimal total(Pod pod, Function<Container, BigDecimal> amount) {
        BigDecimal together = BigDecimal.ZERO;
        for (Container container : pod.spec().containers()) {
            together = together.add(amount.apply(container));
        }
        BigDecimal sidecars = BigDecimal.ZERO;
        BigDecimal starting = BigDecimal.ZERO;
        for (Container container : pod.spec().initContainers()) {
            BigDecimal now = amount.apply(container).add(sidecars);
            if (container.restartPolicy().equals("Always")) {
                together = together.add(now.subtract(sidecars));
                sidecars = now;
            }
            starting = starting.max(now);
        }
        return together.max(starting);
    }

    private static BigDecimal asked(Container container, String name) {
        return container.resources().requests().containsKey(name)
                ? stored(container.resources().requests(), name)
                : stored(container.resources().limits(), name);
    }

    private static BigDecimal ofStatus(Pod pod, Container container, String name, boolean infeasible, boolean inForce) {
        List<ContainerStatus> statuses = new ArrayList<>(pod.status().containerStatuses());
        statuses.addAll(pod.status().initContainerStatuses());
        for (ContainerStatus status : statuses) {
            if (status.name().equals(container.name())) {
                if (inForce
                        && status.resources() != null
                        && !status.resources().requests().isEmpty()) {
                    return stored(status.resources().requests(), name);
                }
                if (!status.allocatedResources().isEmpty()) {
                    return stored(status.allocatedResources(), name);
                }
                break;
            }
        }
        return infeasible ? BigDecimal.ZERO : asked(container, name);
    }

    private static boolean isInfeasible(Pod pod) {
        return pod.status().conditions().stream()
                .filter(condition -> condition.type().equals("PodResizePending"))
                .findFirst()
                .filter(condition -> condition.reason().equals("Infeasible"))
                .isPresent();
    }

    /** {@return what the pod as a whole asks, of the resources that it can ask for as a whole} */
    private static Map<String, BigDecimal> ofWhole(Pod pod, Set<String> names) {
        Map<String, BigDecimal> asked = new HashMap<>();
        ResourceRequirements whole = pod.spec().resources();
        for (String name : names) {
            BigDecimal own = whole == null || !isOfWhole(name) ? null : ofWhole(pod, whole, name);
            if (own != null) {
                asked.put(name, own);
            }
        }
        ResourceRequirements inForce = pod.status().resources();
        if (!asked.isEmpty() && inForce != null) {
            if (isInfeasible(pod)) {
                asked.clear();
            }
            for (String name : names) {
                boolean said = inForce.requests().containsKey(name)
                        || pod.status().allocatedResources().containsKey(name);
                if (said && isOfWhole(name)) {
                    asked.merge(name, stored(inForce.requests(), name), BigDecimal::max);
                    asked.merge(name, stored(pod.status().allocatedResources(), name), BigDecimal::max);
                }
            }
        }
        return asked;
    }

    /** {@return what is asked, or filled in once anything is asked or limited; null if nothing is} */
    private static @Nullable BigDecimal ofWhole(Pod pod, ResourceRequirements whole, String name) {
        if (whole.requests().containsKey(name)) {
            return stored(whole.requests(), name);
        }
        boolean says = !whole.requests().isEmpty() || !whole.limits().isEmpty();
        boolean hasLimit = !whole.limits().isEmpty()
                || says
                        && all(pod).stream()
                                .flatMap(container -> container.resources().limits().keySet().stream())
                                .anyMatch(limited -> limited.startsWith("hugepages-")
                                        && !whole.requests().containsKey(limited));
        if (!hasLimit) {
            return null;
        }
        boolean pages = name.startsWith("hugepages-");
        if (!pages && all(pod).stream().anyMatch(container -> mentions(container, name))) {
            return total(pod, container -> asked(container, name));
        }
        if (whole.limits().containsKey(name)) {
            return stored(whole.limits(), name);
        }
        boolean limited = pages
                && all(pod).stream()
                        .anyMatch(container -> container.resources().limits().containsKey(name));
        return limited ? total(pod, container -> stored(container.resources().limits(), name)) : null;
    }

    private static boolean isOfWhole(String name) {
        return name.equals("cpu") || name.equals("memory") || name.startsWith("hugepages-");
    }

    private static List<Container> all(Pod pod) {
        List<Container> all = new ArrayList<>(pod.spec().containers());
        all.addAll(pod.spec().initContainers());
        return all;
    }

    private static boolean mentions(Container container, String name) {
        return container.resources().requests().containsKey(name)
                || container.resources().limits().containsKey(name);
    }

    private static BigDecimal stored(Map<String, Quantity> amounts, String name) {
        Quantity amount = amounts.get(name);
        return amount == null
                ? BigDecimal.ZERO
                : amount.amount()
                        .setScale(Math.min(3, Math.max(0, amount.amount().scale())), RoundingMode.CEILING);
    }
}
