package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.Feasibility;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the groups are whose pods run before those of another group exist. */
public final class EarlierPhases {

    private final LoadedCluster cluster;
    private final ClusterSnapshot snapshot;
    private final Map<GroupRef, Verdict> verdicts = new HashMap<>();

    /**
     * Phases in a cluster.
     *
     * @param snapshot the cluster as it is, or changed
     */
    public EarlierPhases(LoadedCluster cluster, ClusterSnapshot snapshot) {
        this.cluster = cluster;
        this.snapshot = snapshot;
    }

    /** Takes the verdict on a group that may come before others. */
    public void put(GroupRef group, Verdict verdict) {
        verdicts.putIfAbsent(group, verdict);
    }

    /**
     * {@return the cluster with the groups before a root group as they were placed; null if there are none, or one of
     * them has no place}
     *
     * <p>Groups of which no verdict is known are asked about now.
     */
    public @Nullable ClusterSnapshot before(GroupRef root, WorkMeter meter) {
        ClusterSnapshot then = snapshot;
        boolean isAny = false;
        for (GroupRef each : cluster.inputs().meant().before(root)) {
            Verdict verdict = verdicts.get(each);
            if (verdict == null) {
                ClusterSnapshot its = before(each, meter);
                verdict = Feasibility.open(its == null ? snapshot : its, cluster.groups(), each)
                        .answer(meter.part(2), Preference.SEARCH);
                put(each, verdict);
            }
            if (verdict instanceof Verdict.Feasible feasible) {
                then = then.withPlaced(feasible.placement());
            } else if (!(verdict instanceof Verdict.Satisfied)) {
                return null;
            }
            isAny = true;
        }
        return isAny ? then : null;
    }
}
