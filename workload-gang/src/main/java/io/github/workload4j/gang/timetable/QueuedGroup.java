package io.github.workload4j.gang.timetable;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group that waits for its start.
 *
 * @param question whether it fits as things are
 * @param resources the names of the resources of its packing
 * @param groups the groups of its tree
 * @param lasting how long it runs
 * @param looksAtRoomAlone whether pods that run now matter to it by what they take alone
 * @param repels whether its pods keep others away
 */
record QueuedGroup(
        GroupQuestion question,
        List<String> resources,
        Set<GroupRef> groups,
        long lasting,
        boolean looksAtRoomAlone,
        boolean repels) {

    static QueuedGroup of(GroupQuestion question, long lasting) {
        Set<GroupRef> groups = new HashSet<>();
        question.groups().forEach(each -> groups.add(each.group()));
        boolean alone = question.looksAtRoomAlone();
        boolean repels = !alone
                && question.podClasses().stream()
                        .anyMatch(kind ->
                                !affinity(kind.pod()).requiredPodAntiAffinity().isEmpty());
        return new QueuedGroup(question, question.resources(), groups, lasting, alone, repels);
    }

    GroupRef root() {
        return question.about().group();
    }

    /** {@return whether a pod is one of its own} */
    boolean owns(Pod pod) {
        return GroupRef.of(pod).filter(groups::contains).isPresent();
    }

    private static Affinity affinity(Pod pod) {
        Affinity own = pod.spec().affinity();
        return own == null ? Affinity.NONE : own;
    }

    /**
     * {@return a question that looks at room alone, and is answered with yes whenever this group fits; null if there is
     * none}
     */
    @Nullable
    GroupQuestion relaxed() {
        if (looksAtRoomAlone) {
            return question;
        }
        if (question.asksForClaims() || !question.snapshot().nominated().isEmpty()) {
            return null;
        }
        GroupQuestion bare = question.withoutRepelling().withPods(QueuedGroup::bare);
        return bare.looksAtRoomAlone() ? bare : null;
    }

    private static Pod bare(Pod pod) {
        Affinity own = affinity(pod);
        return pod.withSpec(pod.spec().toBuilder()
                .affinity(new Affinity(own.requiredNodeAffinity(), List.of(), List.of()))
                .topologySpreadConstraints(List.of())
                .containers(pod.spec().containers().stream()
                        .map(container -> container.withPorts(List.of()))
                        .toList())
                .build());
    }
}
