package io.github.workload4j.gang.whatif;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that runs with a lower priority, in units of eviction, most important first. */
final class Candidates {

    private Candidates() {}

    static int priorityOf(Groups groups, GroupQuestion question) {
        return groups.priority(question.about().group()).orElseGet(() -> priority(question));
    }

    static List<Evicted> of(GroupQuestion question, Groups all) {
        ClusterSnapshot snapshot = question.snapshot();
        Groups groups = all.in(snapshot.setup());
        GroupRef root = question.about().group();
        int preemptor = priorityOf(groups, question);
        SchedulerRules rules = Importance.rules(question);
        List<Evicted> units = new ArrayList<>();
        Map<GroupRef, List<Pod>> whole = new TreeMap<>();
        for (Pod pod : running(snapshot, preemptor)) {
            GroupRef own = GroupRef.of(pod).orElse(null);
            GroupRef unit = own == null ? null : groups.disruptedWith(own).orElse(null);
            boolean ours = own != null && groups.rootOf(own).equals(root);
            if (unit != null && !ours) {
                whole.computeIfAbsent(unit, u -> new ArrayList<>()).add(pod);
            } else if (!ours) {
                int priority = own == null ? priority(pod) : priority(List.of(pod), own, groups, rules);
                if (priority < preemptor) {
                    units.add(new Evicted(null, List.of(pod), priority, List.of()));
                }
            }
        }
        whole.forEach((unit, pods) -> {
            int priority = priority(pods, unit, groups, rules);
            if (priority < preemptor) {
                units.add(new Evicted(unit, pods, priority, List.of()));
            }
        });
        units.sort(Importance.of(rules));
        return units;
    }

    /** {@return the pods on nodes that are less important or of a group, node by node} */
    private static List<Pod> running(ClusterSnapshot snapshot, int preemptor) {
        return snapshot
                .podsLike((namespace, like) ->
                        priority(like) < preemptor || GroupRef.of(like).isPresent())
                .stream()
                .filter(pod -> snapshot.indexOf(pod.spec().nodeName()) >= 0)
                .sorted(Comparator.comparingInt(
                        pod -> snapshot.indexOf(pod.spec().nodeName())))
                .toList();
    }

    /** {@return the priority of members of a group: their root group's, if it has one and the release looks at it} */
    private static int priority(List<Pod> pods, GroupRef group, Groups groups, SchedulerRules rules) {
        int highest = pods.stream().mapToInt(Candidates::priority).max().orElse(0);
        GroupRef root = groups.rootOf(group);
        return rules.ranksMembersAsGroups() && groups.contains(root)
                ? groups.priority(root).orElse(0)
                : highest;
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
