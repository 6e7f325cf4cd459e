package io.github.workload4j.testkit.oracle;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Section 8: what a pod takes of its node. */
final class Request {

    private Request() {}

    static BigDecimal rounded(String resource, BigDecimal amount) {
        int digits = resource.equals("cpu") ? 3 : 0;
        return amount.setScale(digits, RoundingMode.CEILING);
    }

    /** {@return what a pod takes, resource by resource} */
    static Map<String, BigDecimal> of(Pod pod) {
        Set<String> resources = new TreeSet<>(pod.spec().overhead().keySet());
        List<Container> all = new ArrayList<>(pod.spec().containers());
        all.addAll(pod.spec().initContainers());
        for (Container c : all) {
            resources.addAll(c.resources().requests().keySet());
            resources.addAll(c.resources().limits().keySet());
        }
        List<ContainerStatus> statuses = new ArrayList<>(pod.status().containerStatuses());
        statuses.addAll(pod.status().initContainerStatuses());
        for (ContainerStatus status : statuses) {
            resources.addAll(status.allocatedResources().keySet());
            if (status.resources() != null) {
                resources.addAll(status.resources().requests().keySet());
            }
        }
        if (pod.spec().resources() != null) {
            resources.addAll(pod.spec().resources().requests().keySet());
        }
        Map<String, BigDecimal> request = new HashMap<>();
        for (String resource : resources) {
            boolean compared = resource.equals("cpu")
                    || resource.equals("memory")
                    || resource.equals("ephemeral-storage")
                    || resource.contains("/")
                    || resource.startsWith("hugepages-")
                    || resource.startsWith("attachable-volumes-");
            if (compared && !resource.startsWith("requests.")) {
                request.put(resource, rounded(resource, amount(pod, resource)));
            }
        }
        return request;
    }

    private static BigDecimal amount(Pod pod, String resource) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Container c : pod.spec().containers()) {
            sum = sum.add(asked(pod, c, pod.status().containerStatuses(), resource));
        }
        BigDecimal side = BigDecimal.ZERO;
        BigDecimal init = BigDecimal.ZERO;
        for (Container c : pod.spec().initContainers()) {
            if (c.restartPolicy().equals("Always")) {
                sum = sum.add(asked(pod, c, pod.status().initContainerStatuses(), resource));
                side = side.add(asked(pod, c, pod.status().initContainerStatuses(), resource));
                init = init.max(side);
            } else {
                init = init.max(asked(pod, c, pod.status().initContainerStatuses(), resource)
                        .add(side));
            }
        }
        BigDecimal amount = sum.max(init);
        boolean podLevel = resource.equals("cpu") || resource.equals("memory") || resource.startsWith("hugepages-");
        if (podLevel
                && pod.spec().resources() != null
                && pod.spec().resources().requests().containsKey(resource)) {
            amount = pod.spec().resources().requests().get(resource).amount();
        }
        return amount.add(
                pod.spec().overhead().getOrDefault(resource, Quantity.ZERO).amount());
    }

    /**
     * What is asked; where a status says what is there, the largest of asked, allocated and actual, without asked if
     * that is infeasible.
     */
    private static BigDecimal asked(Pod pod, Container c, List<ContainerStatus> statuses, String resource) {
        Quantity limit = c.resources().limits().getOrDefault(resource, Quantity.ZERO);
        BigDecimal asked =
                c.resources().requests().getOrDefault(resource, limit).amount();
        for (ContainerStatus status : statuses) {
            if (status.name().equals(c.name()) && status.resources() != null) {
                BigDecimal allocated = status.allocatedResources()
                        .getOrDefault(resource, Quantity.ZERO)
                        .amount();
                BigDecimal actual = status.resources()
                        .requests()
                        .getOrDefault(resource, Quantity.ZERO)
                        .amount();
                asked = (infeasible(pod) ? BigDecimal.ZERO : asked)
                        .max(allocated)
                        .max(actual);
            }
        }
        return asked;
    }

    private static boolean infeasible(Pod pod) {
        return pod.status().conditions().stream()
                .anyMatch(c -> c.type().equals("PodResizePending") && c.reason().equals("Infeasible"));
    }
}
