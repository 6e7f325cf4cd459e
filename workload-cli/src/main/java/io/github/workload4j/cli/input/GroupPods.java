package io.github.workload4j.cli.input;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pods of the inputs by the groups that they name. */
public final class GroupPods {

    private final Map<GroupRef, GoneMembers> gone = new HashMap<>();
    private final Map<GroupRef, Pod> first = new HashMap<>();
    private final KnownObjects known;

    GroupPods(List<Pod> pods, KnownObjects known) {
        this.known = known;
        for (Pod pod : pods) {
            GroupRef.of(pod).ifPresent(group -> {
                gone.merge(group, GoneMembers.of(pod), GoneMembers::plus);
                first.putIfAbsent(group, pod);
            });
        }
    }

    /** {@return those that name one of some groups and are finished or being deleted} */
    GoneMembers gone(Set<GroupRef> some) {
        return some.stream()
                .map(leaf -> gone.getOrDefault(leaf, GoneMembers.NONE))
                .reduce(GoneMembers.NONE, GoneMembers::plus);
    }

    /** {@return where the first pod is that names a group} */
    public Optional<String> first(GroupRef group) {
        return Optional.ofNullable(first.get(group))
                .map(pod -> "pod " + pod.metadata().name() + place(pod, group));
    }

    private String place(Pod pod, GroupRef group) {
        return known.place("Pod " + group.namespace() + "/" + pod.metadata().name())
                .map(at -> " at " + at)
                .orElse(", which an object means");
    }
}
