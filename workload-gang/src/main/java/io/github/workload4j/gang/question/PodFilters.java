package io.github.workload4j.gang.question;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.eligibility.HostPorts;
import io.github.workload4j.gang.eligibility.NodeRules;
import io.github.workload4j.gang.eligibility.PodAntiAffinity;
import io.github.workload4j.gang.eligibility.PodRequest;
import io.github.workload4j.gang.packing.PackingNodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Asks every rule that looks at one pod and what is there already, each on its own. */
final class PodFilters {

    private static final List<Toleration> EVERYTHING = List.of(new Toleration("", "Exists", "", ""));

    private final ClusterSnapshot snapshot;
    private final ClusterView view;
    private final Pod pod;
    private final PodSignature signature;
    private final FilterReasonCollector found;

    PodFilters(ClusterSnapshot snapshot, ClusterView view, Pod pod, PodSignature signature) {
        this.snapshot = snapshot;
        this.view = view;
        this.pod = pod;
        this.signature = signature;
        this.found = new FilterReasonCollector(snapshot.nodes());
    }

    FilterReasonCollector find(PodAntiAffinity.Repelled repelled) {
        nodeRules();
        HostPorts ports = signature.ports();
        if (!ports.isEmpty()) {
            view.forEachPodWithPorts((node, other) -> {
                if (ports.meets(HostPorts.of(other))) {
                    found.add(new FilterReason.HostPort(), node);
                }
            });
        }
        long[] apart = everyNode();
        PodAntiAffinity.forbid(pod, view, repelled, apart);
        found.addWhereNot(new FilterReason.AntiAffinity(), apart);
        return found;
    }

    /** {@return a set of all nodes} */
    long[] everyNode() {
        long[] all = new long[found.nodes() + 63 >> 6];
        Arrays.fill(all, -1);
        return all;
    }

    private void nodeRules() {
        NodeRules rules = signature.nodeRules();
        for (Map.Entry<String, String> pair : rules.nodeSelector().entrySet()) {
            found.addWhereNot(
                    new FilterReason.NotSelected(pair.getKey(), pair.getValue()),
                    view.admitted(new NodeRules(EVERYTHING, Map.of(pair.getKey(), pair.getValue()), null)));
        }
        if (rules.required() != null) {
            found.addWhereNot(
                    new FilterReason.NodeAffinity(),
                    view.admitted(new NodeRules(EVERYTHING, Map.of(), rules.required())));
        }
        for (int n = 0; n < found.nodes(); n++) {
            if (!rules.toleratesCordon(snapshot.node(n))) {
                found.add(new FilterReason.Cordoned(), n);
            }
            for (Taint taint : rules.taintsInTheWay(snapshot.node(n))) {
                found.add(new FilterReason.Tainted(taint), n);
            }
        }
    }

    /** Adds the resources of which a node has too little for one pod. */
    void resources() {
        List<String> names = new ArrayList<>(signature.request().keySet());
        names.add(PodRequest.SLOTS);
        PackingNodes nodes = snapshot.packingNodes(names);
        for (int r = 0; r < names.size(); r++) {
            long asked = signature.request().getOrDefault(names.get(r), 1L);
            long[] free = nodes.column(r);
            FilterReason reason = new FilterReason.Short(names.get(r));
            for (int n = 0; n < free.length; n++) {
                if (free[n] < asked) {
                    found.add(reason, n);
                }
            }
        }
    }
}
