package io.github.workload4j.examples;

import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.LiveSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The program of docs/following-a-cluster.md: keeps up with a cluster, and answers at any moment. */
final class FollowCluster {

    /** What an informer of any client library does, once its objects are turned into ours. */
    interface Informer<T> {
        void onAdd(Consumer<T> handler);

        void onUpdate(BiConsumer<T, T> handler);

        void onDelete(Consumer<T> handler);
    }

    private final LiveSnapshot live = new LiveSnapshot();
    private final Map<String, PodGroup> groups = new ConcurrentHashMap<>();

    void follow(Informer<Node> nodes, Informer<Pod> pods, Informer<PodGroup> podGroups) {
        nodes.onAdd(live::put);
        nodes.onUpdate((before, now) -> live.put(now));
        nodes.onDelete(gone -> live.removeNode(gone.metadata().name()));
        pods.onAdd(live::put);
        pods.onUpdate((before, now) -> live.put(now));
        pods.onDelete(gone ->
                live.removePod(gone.metadata().namespace(), gone.metadata().name()));
        podGroups.onAdd(now -> groups.put(key(now), now));
        podGroups.onUpdate((before, now) -> groups.put(key(now), now));
        podGroups.onDelete(gone -> groups.remove(key(gone)));
    }

    Verdict wouldItFit(GroupRef group) {
        return Feasibility.answer(live.view(), Groups.of(groups.values()), group, Budget.DEFAULT);
    }

    private static String key(PodGroup group) {
        return group.metadata().namespace() + "/" + group.metadata().name();
    }
}
