package io.github.workload4j.gang.explain;

import io.github.workload4j.api.core.PodResources;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.RequestPart;
import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.FilterReasons;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.PodRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups nodes by all their reasons, in one pass. */
final class NodeGrouping {

    private final ClusterSnapshot snapshot;
    private final NamedPodClass podClass;
    private final FilterReasons refusals;

    NodeGrouping(ClusterSnapshot snapshot, NamedPodClass podClass, FilterReasons refusals) {
        this.snapshot = snapshot;
        this.podClass = podClass;
        this.refusals = refusals;
    }

    /** Nodes of one mask. */
    private static final class Alike {
        private int nodes;
        private int first;
        private final List<String> sample = new ArrayList<>();
        private long[] most = {};
    }

    PodClassNodes find() {
        Map<Long, Alike> alike = new TreeMap<>();
        int usable = 0;
        long last = 0;
        Alike group = null;
        for (int n = 0; n < refusals.nodes(); n++) {
            long mask = refusals.mask(n);
            if (mask == 0) {
                usable++;
                continue;
            }
            if (group == null || mask != last) {
                group = alike.computeIfAbsent(mask, m -> new Alike());
                last = mask;
            }
            add(group, n, mask);
        }
        List<Map.Entry<Long, Alike>> sorted = new ArrayList<>(alike.entrySet());
        sorted.sort(Comparator.comparing((Map.Entry<Long, Alike> each) -> -each.getValue().nodes)
                .thenComparing(each -> each.getValue().first));
        List<NodeReasons> listed = new ArrayList<>();
        int otherwise = 0;
        for (Map.Entry<Long, Alike> each : sorted) {
            if (listed.size() < PodClassNodes.MOST) {
                listed.add(reasons(each.getKey(), each.getValue()));
            } else {
                otherwise += each.getValue().nodes;
            }
        }
        return new PodClassNodes(podClass, usable, listed, otherwise);
    }

    private void add(Alike group, int node, long mask) {
        List<FilterReason> reasons = refusals.reasons();
        if (group.nodes++ == 0) {
            group.first = node;
            group.most = new long[reasons.size()];
            Arrays.fill(group.most, Long.MIN_VALUE);
        }
        if (group.sample.size() < NodeReasons.SAMPLE) {
            group.sample.add(snapshot.node(node).metadata().name());
        }
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            int reason = Long.numberOfTrailingZeros(rest);
            if (reasons.get(reason) instanceof FilterReason.Short missing) {
                group.most[reason] = Math.max(group.most[reason], snapshot.free(missing.resource(), node));
            }
        }
    }

    /** The request of a changed question may be another than that of its pods. */
    private List<RequestPart> parts(String resource, long asked) {
        List<RequestPart> parts = PodResources.parts(podClass.pod(), resource);
        Quantity sum = parts.stream().map(RequestPart::amount).reduce(Quantity.ZERO, Quantity::plus);
        return PodRequest.rounded(resource, sum) == asked ? parts : List.of();
    }

    private NodeReasons reasons(long mask, Alike group) {
        List<NodeReasons.Closest> closest = new ArrayList<>();
        for (int r = 0; r < group.most.length; r++) {
            if ((mask >>> r & 1) != 0 && refusals.reasons().get(r) instanceof FilterReason.Short missing) {
                long asked = podClass.request().getOrDefault(missing.resource(), 1L);
                closest.add(new NodeReasons.Closest(
                        missing.resource(), asked, group.most[r], parts(missing.resource(), asked)));
            }
        }
        return new NodeReasons(refusals.of(mask), group.nodes, group.sample, closest);
    }
}
