package io.github.workload4j.gang.whatif;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that runs with a lower priority, in units of eviction, most important first. */
final class Candidates {

    private Candidates() {}

    static int priorityOf(Groups groups, GroupQuestion question) {
        return groups.priority(question.about().group()).orElseGet(() -> priority(question));
    }

    static List<Evicted> of(GroupQuestion question, Groups groups) {
        ClusterSnapshot snapshot = question.snapshot();
        GroupRef root = question.about().group();
        int preemptor = priorityOf(groups, question);
        List<Evicted> units = new ArrayList<>();
        Map<GroupRef, List<Pod>> whole = new TreeMap<>();
        for (int n = 0; n < snapshot.nodes(); n++) {
            for (Pod pod : snapshot.podsOn(n)) {
                GroupRef own = GroupRef.of(pod).orElse(null);
                GroupRef unit = own == null ? null : groups.disruptedWith(own).orElse(null);
                boolean ours = own != null && groups.rootOf(own).equals(root);
                if (unit != null && !ours) {
                    whole.computeIfAbsent(unit, u -> new ArrayList<>()).add(pod);
                } else if (!ours && priority(pod) < preemptor) {
                    units.add(new Evicted(null, List.of(pod), priority(pod), List.of()));
                }
            }
        }
        whole.forEach((unit, pods) -> {
            int highest = pods.stream().mapToInt(Candidates::priority).max().orElse(0);
            int priority = groups.priority(unit).orElse(highest);
            if (priority < preemptor) {
                units.add(new Evicted(unit, pods, priority, List.of()));
            }
        });
        units.sort(Evicted.IMPORTANCE);
        return units;
    }

    private static int priority(GroupQuestion question) {
        return question.podClasses().stream()
                .mapToInt(kind -> priority(kind.pod()))
                .max()
                .orElse(0);
    }

    static int priority(Pod pod) {
        Integer priority = pod.spec().priority();
        return priority == null ? 0 : priority;
    }
}
