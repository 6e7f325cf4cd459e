package io.github.workload4j.testkit.oracle;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.meta.Condition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
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
        for (ResourceRequirements whole :
                Arrays.asList(pod.spec().resources(), pod.status().resources())) {
            if (whole != null) {
                resources.addAll(whole.requests().keySet());
                resources.addAll(whole.limits().keySet());
            }
        }
        resources.addAll(pod.status().allocatedResources().keySet());
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
        BigDecimal amount = sums(pod, resource);
        if (isOfWhole(resource) && pod.spec().resources() != null) {
            Map<String, BigDecimal> whole = whole(pod, pod.spec().resources());
            amount = whole.getOrDefault(resource, amount);
        }
        return amount.add(written(pod.spec().overhead().getOrDefault(resource, Quantity.ZERO)));
    }

    private static boolean isOfWhole(String resource) {
        return resource.equals("cpu") || resource.equals("memory") || resource.startsWith("hugepages-");
    }

    /** The server keeps thousandths. */
    private static BigDecimal written(Quantity amount) {
        return amount.amount().scale() > 3 ? amount.amount().setScale(3, RoundingMode.CEILING) : amount.amount();
    }

    /** The largest of three sums: asked (unless that is infeasible), set aside, in force. */
    private static BigDecimal sums(Pod pod, String resource) {
        BigDecimal[] sums = new BigDecimal[3];
        for (int way = 0; way < 3; way++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Container c : pod.spec().containers()) {
                sum = sum.add(of(pod, c, resource, way));
            }
            BigDecimal side = BigDecimal.ZERO;
            BigDecimal init = BigDecimal.ZERO;
            for (Container c : pod.spec().initContainers()) {
                BigDecimal own = of(pod, c, resource, way);
                if (c.restartPolicy().equals("Always")) {
                    sum = sum.add(own);
                    side = side.add(own);
                    init = init.max(side);
                } else {
                    init = init.max(own.add(side));
                }
            }
            sums[way] = sum.max(init);
        }
        ResourceRequirements force = pod.status().resources();
        if (force != null
                && !force.requests().isEmpty()
                && !pod.status().allocatedResources().isEmpty()) {
            sums[1] = written(pod.status().allocatedResources().getOrDefault(resource, Quantity.ZERO));
            sums[2] = written(force.requests().getOrDefault(resource, Quantity.ZERO));
        }
        return infeasible(pod) ? sums[1].max(sums[2]) : sums[0].max(sums[1]).max(sums[2]);
    }

    /** One container: 0 what is asked, 1 what is set aside, 2 what is in force. */
    private static BigDecimal of(Pod pod, Container c, String resource, int way) {
        ContainerStatus status = null;
        List<ContainerStatus> all = new ArrayList<>(pod.status().containerStatuses());
        all.addAll(pod.status().initContainerStatuses());
        for (ContainerStatus s : all) {
            status = status == null && s.name().equals(c.name()) ? s : status;
        }
        if (way == 2 && status != null && status.resources() != null) {
            Map<String, Quantity> force = status.resources().requests();
            if (!force.isEmpty()) {
                return written(force.getOrDefault(resource, Quantity.ZERO));
            }
        }
        if (way > 0 && status != null && !status.allocatedResources().isEmpty()) {
            return written(status.allocatedResources().getOrDefault(resource, Quantity.ZERO));
        }
        if (way > 0 && infeasible(pod)) {
            return BigDecimal.ZERO;
        }
        Quantity limit = c.resources().limits().getOrDefault(resource, Quantity.ZERO);
        return written(c.resources().requests().getOrDefault(resource, limit));
    }

    /** What stands in for the sums: pod-level requests, those that the server fills in, and what a status says. */
    private static Map<String, BigDecimal> whole(Pod pod, ResourceRequirements said) {
        Map<String, BigDecimal> requests = new HashMap<>();
        said.requests().forEach((resource, amount) -> requests.put(resource, written(amount)));
        Map<String, BigDecimal> limits = new HashMap<>();
        said.limits().forEach((resource, amount) -> limits.put(resource, written(amount)));
        List<Container> all = new ArrayList<>(pod.spec().containers());
        all.addAll(pod.spec().initContainers());
        if (!requests.isEmpty() || !limits.isEmpty()) {
            for (Container c : all) {
                for (String resource : c.resources().limits().keySet()) {
                    if (resource.startsWith("hugepages-") && !requests.containsKey(resource)) {
                        limits.putIfAbsent(resource, sums(onlyLimits(pod), resource));
                    }
                }
            }
        }
        if (!limits.isEmpty()) {
            for (String resource : List.of("cpu", "memory")) {
                boolean asked = all.stream()
                        .anyMatch(c -> c.resources().requests().containsKey(resource)
                                || c.resources().limits().containsKey(resource));
                if (asked) {
                    requests.putIfAbsent(resource, sums(withoutStatus(pod), resource));
                }
            }
            limits.forEach(requests::putIfAbsent);
        }
        requests.keySet().removeIf(resource -> !isOfWhole(resource));
        ResourceRequirements force = pod.status().resources();
        if (!requests.isEmpty() && force != null) {
            if (infeasible(pod)) {
                requests.clear();
            }
            for (Map<String, Quantity> more :
                    List.of(force.requests(), pod.status().allocatedResources())) {
                more.forEach((resource, amount) -> requests.merge(resource, written(amount), BigDecimal::max));
            }
        }
        return requests;
    }

    private static Pod withoutStatus(Pod pod) {
        return new Pod(pod.metadata(), pod.spec(), PodStatus.EMPTY);
    }

    private static Pod onlyLimits(Pod pod) {
        return withoutStatus(pod.withSpec(pod.spec().toBuilder()
                .containers(onlyLimits(pod.spec().containers()))
                .initContainers(onlyLimits(pod.spec().initContainers()))
                .build()));
    }

    private static List<Container> onlyLimits(List<Container> containers) {
        return containers.stream()
                .map(c -> new Container(
                        c.name(),
                        c.image(),
                        new ResourceRequirements(c.resources().limits(), Map.of()),
                        c.ports(),
                        c.restartPolicy()))
                .toList();
    }

    private static boolean infeasible(Pod pod) {
        for (Condition condition : pod.status().conditions()) {
            if (condition.type().equals("PodResizePending")) {
                return condition.reason().equals("Infeasible");
            }
        }
        return false;
    }
}
