package io.github.workload4j.cli.input;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PreemptionPolicy;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fills in priorities as the server would. Pods and groups that state no number get that of the PriorityClass they
 * name, from the inputs or from the two that every cluster has. Those that name none get the global default, if there
 * is one.
 */
final class Priorities {

    private final Map<String, PriorityClass> classes = new HashMap<>();
    private final Set<String> unknown = new TreeSet<>();
    private @Nullable PriorityClass globalDefault;

    Priorities(Collection<PriorityClass> classes) {
        for (PriorityClass each : classes) {
            this.classes.put(each.metadata().name(), each);
            if (each.globalDefault() && (globalDefault == null || each.value() < globalDefault.value())) {
                globalDefault = each;
            }
        }
    }

    /** {@return classes that are named by pods or groups without a number, and not known} */
    Set<String> unknown() {
        return unknown;
    }

    private @Nullable Integer value(String name) {
        if (name.isEmpty()) {
            return globalDefault == null ? null : globalDefault.value();
        }
        PriorityClass known = classes.get(name);
        if (known != null) {
            return known.value();
        }
        Integer value = PriorityClass.BUILT_IN.get(name);
        if (value == null) {
            unknown.add(name);
        }
        return value;
    }

    public Pod of(Pod pod) {
        PodSpec spec = pod.spec();
        if (spec.priority() != null) {
            return pod;
        }
        Integer value = value(spec.priorityClassName());
        if (value == null) {
            return pod;
        }
        PriorityClass known =
                spec.priorityClassName().isEmpty() ? globalDefault : classes.get(spec.priorityClassName());
        PreemptionPolicy policy =
                spec.preemptionPolicy() != null || known == null ? spec.preemptionPolicy() : known.preemptionPolicy();
        return pod.withSpec(
                spec.toBuilder().priority(value).preemptionPolicy(policy).build());
    }

    public SchedulingObject of(SchedulingObject object) {
        if (object instanceof PodGroup group && group.spec().priority() == null) {
            Integer value = value(group.spec().priorityClassName());
            return value == null
                    ? group
                    : group.withSpec(group.spec().toBuilder().priority(value).build());
        }
        if (object instanceof CompositePodGroup group && group.spec().priority() == null) {
            Integer value = value(group.spec().priorityClassName());
            return value == null
                    ? group
                    : group.withSpec(group.spec().toBuilder().priority(value).build());
        }
        return object;
    }
}
