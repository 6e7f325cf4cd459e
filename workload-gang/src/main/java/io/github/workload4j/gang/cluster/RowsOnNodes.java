package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.eligibility.HostPorts;
import io.github.workload4j.gang.rows.PodRows;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which rows of pods are on which node, and in which group; no pod is made for it. */
final class RowsOnNodes {

    private final PodRows rows;
    private final SomePods[] every;
    private final SomePods[] repelling;
    private final SomePods[] withPorts;

    RowsOnNodes(PodRows rows, int nodes) {
        this.rows = rows;
        this.every = where(nodes, pod -> true);
        this.repelling = where(nodes, NodePods::repels);
        this.withPorts = where(nodes, pod -> !HostPorts.of(pod).isEmpty());
    }

    NodePods on(int node) {
        return every[node] == SomePods.NONE
                ? NodePods.NONE
                : new NodePods(every[node], repelling[node], withPorts[node]);
    }

    private SomePods[] where(int nodes, Predicate<Pod> of) {
        List<@Nullable Pod> shapes = rows.shapes();
        boolean[] isOne = new boolean[shapes.size()];
        boolean any = false;
        for (int shape = 0; shape < isOne.length; shape++) {
            Pod pod = shapes.get(shape);
            isOne[shape] = pod != null && of.test(pod);
            any |= isOne[shape];
        }
        SomePods[] where = new SomePods[nodes];
        Arrays.fill(where, SomePods.NONE);
        if (!any) {
            return where;
        }
        int[] end = new int[nodes + 1];
        for (int row = 0; row < rows.size(); row++) {
            if (rows.node(row) >= 0 && isOne[rows.shape(row)]) {
                end[rows.node(row) + 1]++;
            }
        }
        for (int node = 0; node < nodes; node++) {
            end[node + 1] += end[node];
        }
        int[] at = new int[end[nodes]];
        for (int node = 0; node < nodes; node++) {
            if (end[node] < end[node + 1]) {
                where[node] = SomePods.of(rows, at, end[node], end[node + 1]);
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            if (rows.node(row) >= 0 && isOne[rows.shape(row)]) {
                at[end[rows.node(row)]++] = row;
            }
        }
        return where;
    }

    /** {@return the rows of each group, in the order of the names} */
    Map<GroupRef, List<Pod>> members() {
        Map<GroupRef, int[]> members = new HashMap<>();
        Map<GroupRef, Integer> counts = new HashMap<>();
        List<@Nullable Pod> shapes = rows.shapes();
        if (shapes.stream().noneMatch(shape -> group(shape, "any") != null)) {
            return Map.of();
        }
        @Nullable GroupRef[] groups = new GroupRef[shapes.size()];
        String namespace = "";
        for (int row = 0; row < rows.size(); row++) {
            String its = rows.namespace(row);
            if (its != namespace) {
                namespace = its;
                for (int shape = 0; shape < groups.length; shape++) {
                    groups[shape] = group(shapes.get(shape), namespace);
                }
            }
            GroupRef group = rows.node(row) < 0 ? null : groups[rows.shape(row)];
            if (group != null) {
                int count = counts.merge(group, 1, Integer::sum);
                int at = row;
                members.compute(group, (g, some) -> {
                    int[] more = some == null
                            ? new int[4]
                            : some.length < count ? Arrays.copyOf(some, 2 * some.length) : some;
                    more[count - 1] = at;
                    return more;
                });
            }
        }
        Map<GroupRef, List<Pod>> lists = new HashMap<>();
        members.forEach((group, some) -> lists.put(group, rows.list(Arrays.copyOf(some, counts.get(group)))));
        return lists;
    }

    private static @Nullable GroupRef group(@Nullable Pod shape, String namespace) {
        return shape == null
                ? null
                : GroupRef.of(shape.withMetadata(shape.metadata().toBuilder()
                                .namespace(namespace)
                                .build()))
                        .orElse(null);
    }
}
