package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pending pods of one group that look alike to every rule.
 *
 * @param group the group they are in
 * @param pod one that stands for all; of a changed question, as changed
 * @param pods all of them as they are in the snapshot, in the order of their names; at least one
 * @param request what one pod takes, by resource in the order of names: cpu in thousandths, the rest in units; the pod
 *     slot is not in it
 */
public record NamedPodClass(GroupRef group, Pod pod, List<Pod> pods, Map<String, Long> request) {

    public NamedPodClass {
        requireNonNull(request, "request");
        requireNonNull(group, "group");
        requireNonNull(pod, "pod");
        pods = List.copyOf(requireNonNull(pods, "pods"));
        request = Collections.unmodifiableMap(new TreeMap<>(request));
    }

    /** {@return number of pods} */
    public int count() {
        return pods.size();
    }
}
