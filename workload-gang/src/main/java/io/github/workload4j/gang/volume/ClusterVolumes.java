package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all questions about the volumes of a cluster: which nodes reach them, what is attached where,
 * and which claims pods use. Found out when it is first asked for; safe to share between threads.
 */
public final class ClusterVolumes {

    private final VolumeIndex index;
    private final ClusterView view;
    private final VolumeReach reach;
    private volatile @Nullable Attached attached;
    private volatile @Nullable Map<String, List<Use>> inUse;

    /** A pod on a node. */
    record Use(int node, Pod pod) {}

    /** The volumes of a cluster, as a release sees them. */
    public ClusterVolumes(VolumeIndex index, ClusterView view, SchedulerRules rules) {
        this.index = index;
        this.view = view;
        this.reach = new VolumeReach(view, index, rules);
    }

    VolumeIndex index() {
        return index;
    }

    ClusterView view() {
        return view;
    }

    VolumeReach reach() {
        return reach;
    }

    /** {@return what is attached to nodes already} */
    Attached attached() {
        Attached known = attached;
        if (known == null) {
            known = new Attached(view, index);
            attached = known;
        }
        return known;
    }

    /** {@return the running pods that use a claim} */
    List<Use> usersOf(String qualified) {
        Map<String, List<Use>> known = inUse;
        if (known == null) {
            Map<String, List<Use>> found = new HashMap<>();
            view.forEachPod((node, pod) -> {
                if (!pod.spec().volumes().isEmpty()) {
                    RunningClaims.of(pod)
                            .forEach(name -> found.computeIfAbsent(name, n -> new ArrayList<>())
                                    .add(new Use(node, pod)));
                }
            });
            inUse = found;
            known = found;
        }
        return known.getOrDefault(qualified, List.of());
    }
}
