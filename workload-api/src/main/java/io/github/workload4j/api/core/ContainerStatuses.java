package io.github.workload4j.api.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the status of a pod says of the resources of its containers, while these are being changed in place. */
final class ContainerStatuses {

    /** So many names are looked through; of more a table is made. */
    private static final int FEW = 8;

    private final PodStatus status;
    private @Nullable Function<String, @Nullable ContainerStatus> byName;

    ContainerStatuses(PodStatus status) {
        this.status = status;
    }

    /** {@return what is set aside for a container: unless it is said, what it asks; if that is infeasible, nothing} */
    Map<String, Quantity> setAside(Container container, boolean infeasible) {
        ContainerStatus own = of(container);
        if (own != null && !own.allocatedResources().isEmpty()) {
            return own.allocatedResources();
        }
        return infeasible ? Map.of() : PodResources.asked(container);
    }

    /** {@return what is in force for a container; if nothing is said, what is set aside} */
    Map<String, Quantity> inForce(Container container, boolean infeasible) {
        ContainerStatus own = of(container);
        Map<String, Quantity> inForce = own == null ? Map.of() : inForce(own);
        return inForce.isEmpty() ? setAside(container, infeasible) : inForce;
    }

    private @Nullable ContainerStatus of(Container container) {
        if (byName == null) {
            byName = byName(status.containerStatuses(), status.initContainerStatuses(), ContainerStatus::name);
        }
        return byName.apply(container.name());
    }

    /** {@return whether some status of a pod may say something else than what its container asks} */
    static boolean sayElse(Pod pod) {
        return sayElse(pod.status().containerStatuses(), pod.spec())
                || sayElse(pod.status().initContainerStatuses(), pod.spec());
    }

    private static boolean sayElse(List<ContainerStatus> statuses, PodSpec spec) {
        Function<String, @Nullable Container> containers = null;
        for (ContainerStatus each : statuses) {
            if (each.allocatedResources().isEmpty() && inForce(each).isEmpty()) {
                continue;
            }
            if (containers == null) {
                containers = byName(spec.containers(), spec.initContainers(), Container::name);
            }
            Container own = containers.apply(each.name());
            Map<String, Quantity> asked =
                    own == null ? Map.of() : own.resources().requests();
            if (!isSame(each.allocatedResources(), asked) || !isSame(inForce(each), asked)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Quantity> inForce(ContainerStatus said) {
        ResourceRequirements resources = said.resources();
        return resources == null ? Map.of() : resources.requests();
    }

    private static boolean isSame(Map<String, Quantity> said, Map<String, Quantity> asked) {
        return said.isEmpty() || said.equals(asked);
    }

    /** {@return what finds the first of a name in two lists, or null} */
    private static <T> Function<String, @Nullable T> byName(List<T> first, List<T> then, Function<T, String> name) {
        if (first.size() + then.size() <= FEW) {
            return wanted -> {
                T found = find(first, wanted, name);
                return found == null ? find(then, wanted, name) : found;
            };
        }
        Map<String, T> table = new HashMap<>();
        first.forEach(each -> table.putIfAbsent(name.apply(each), each));
        then.forEach(each -> table.putIfAbsent(name.apply(each), each));
        return table::get;
    }

    private static <T> @Nullable T find(List<T> list, String wanted, Function<T, String> name) {
        for (T each : list) {
            if (name.apply(each).equals(wanted)) {
                return each;
            }
        }
        return null;
    }
}
