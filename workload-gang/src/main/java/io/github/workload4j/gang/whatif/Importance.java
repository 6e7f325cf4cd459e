package io.github.workload4j.gang.whatif;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import io.github.workload4j.gang.question.GroupQuestion;
import java.time.Instant;
import java.util.Comparator;

/** Which of two units of eviction the scheduler of a release would rather keep. */
final class Importance {

    private Importance() {}

    /**
     * {@return most important first: higher priority, composite group before group before pod, more pods, earlier
     * start, from 1.38 on the UID of its first pod, name}
     */
    static Comparator<Evicted> of(SchedulerRules rules) {
        return Comparator.comparingInt((Evicted unit) -> -unit.priority())
                .thenComparingInt(unit -> -rank(unit, rules))
                .thenComparingInt(unit -> -unit.pods().size())
                .thenComparing(Importance::start)
                .thenComparing(unit ->
                        rules.breaksTiesByUid() ? unit.pods().get(0).metadata().uid() : "")
                .thenComparing(Evicted::name);
    }

    /** {@return the rules by which a question is answered} */
    static SchedulerRules rules(GroupQuestion question) {
        return SchedulerRules.of(
                question.about().release().release(), question.snapshot().setup());
    }

    /** {@return 3 for a composite group, 2 for a group, 1 for a pod} */
    static int rank(Evicted unit, SchedulerRules rules) {
        GroupRef group = unit.group();
        if (group != null) {
            return group.kind() == GroupRef.Kind.COMPOSITE_POD_GROUP ? 3 : 2;
        }
        boolean member = unit.pods().get(0).spec().schedulingGroup() != null;
        return member && rules.ranksMembersAsGroups() ? 2 : 1;
    }

    /** {@return when its first pod started, as far as is known} */
    private static Instant start(Evicted unit) {
        Instant first = Instant.MAX;
        for (Pod pod : unit.pods()) {
            Instant started = pod.status().startTime();
            first = started != null && started.isBefore(first) ? started : first;
        }
        return first;
    }
}
