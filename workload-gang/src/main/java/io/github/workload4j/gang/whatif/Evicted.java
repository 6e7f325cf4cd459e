package io.github.workload4j.gang.whatif;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is evicted as one: a pod, or all running pods of a group whose disruption mode is {@code All}.
 *
 * @param group the group that leaves as a whole, or null for a single pod
 * @param pods the pods, in order of namespace and name; one unless {@code group} is given
 * @param priority the group's priority, or the pod's; 0 if none is stated
 */
public record Evicted(@Nullable GroupRef group, List<Pod> pods, int priority) {

    /** Most important first: higher priority, group before pod, larger group, earlier start, name. */
    static final Comparator<Evicted> IMPORTANCE = Comparator.comparingInt((Evicted unit) -> -unit.priority())
            .thenComparingInt(unit -> unit.group() == null ? 1 : 0)
            .thenComparingInt(unit -> -unit.pods().size())
            .thenComparing(Evicted::start)
            .thenComparing(Evicted::name);

    /** Checks presence and copies the list. */
    public Evicted {
        pods = List.copyOf(pods);
        requireNonNull(pods.get(0), "pods");
    }

    /** {@return when its first pod was created, as far as is known} */
    private Instant start() {
        Instant first = Instant.MAX;
        for (Pod pod : pods) {
            Instant created = pod.metadata().creationTimestamp();
            first = created != null && created.isBefore(first) ? created : first;
        }
        return first;
    }

    /** {@return the group's name, or the pod's as {@code namespace/name}} */
    public String name() {
        Pod first = pods.get(0);
        String namespace = first.metadata().namespace();
        return group != null
                ? group.toString()
                : (namespace.isEmpty() ? "default" : namespace) + "/" + first.metadata().name();
    }
}
