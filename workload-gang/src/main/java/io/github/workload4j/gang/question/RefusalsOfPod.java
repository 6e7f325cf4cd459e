package io.github.workload4j.gang.question;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.gang.Refusal;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.HostPorts;
import io.github.workload4j.gang.eligibility.Landscape;
import io.github.workload4j.gang.eligibility.NodeRules;
import io.github.workload4j.gang.eligibility.PodAntiAffinity;
import io.github.workload4j.gang.eligibility.PodRequest;
import io.github.workload4j.gang.packing.PackingNodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Asks every rule that looks at one pod and what is there already, each on its own. */
final class RefusalsOfPod {

    private static final List<Toleration> EVERYTHING = List.of(new Toleration("", "Exists", "", ""));

    private final ClusterSnapshot snapshot;
    private final Landscape landscape;
    private final Pod pod;
    private final PodShape shape;
    private final RefusalCollector found;

    RefusalsOfPod(ClusterSnapshot snapshot, Landscape landscape, Pod pod, PodShape shape) {
        this.snapshot = snapshot;
        this.landscape = landscape;
        this.pod = pod;
        this.shape = shape;
        this.found = new RefusalCollector(snapshot.nodes());
    }

    RefusalCollector find(PodAntiAffinity.Repelled repelled) {
        nodeRules();
        HostPorts ports = shape.ports();
        if (!ports.isEmpty()) {
            landscape.forEachPodWithPorts((node, other) -> {
                if (ports.meets(HostPorts.of(other))) {
                    found.add(new Refusal.HostPort(), node);
                }
            });
        }
        long[] apart = everyNode();
        PodAntiAffinity.forbid(pod, landscape, repelled, apart);
        found.addWhereNot(new Refusal.AntiAffinity(), apart);
        return found;
    }

    /** {@return a set of all nodes} */
    long[] everyNode() {
        long[] all = new long[found.nodes() + 63 >> 6];
        Arrays.fill(all, -1);
        return all;
    }

    private void nodeRules() {
        NodeRules rules = shape.nodeRules();
        for (Map.Entry<String, String> pair : rules.nodeSelector().entrySet()) {
            found.addWhereNot(
                    new Refusal.NotSelected(pair.getKey(), pair.getValue()),
                    landscape.admitted(new NodeRules(EVERYTHING, Map.of(pair.getKey(), pair.getValue()), null)));
        }
        if (rules.required() != null) {
            found.addWhereNot(
                    new Refusal.NodeAffinity(),
                    landscape.admitted(new NodeRules(EVERYTHING, Map.of(), rules.required())));
        }
        for (int n = 0; n < found.nodes(); n++) {
            if (!rules.toleratesCordon(snapshot.node(n))) {
                found.add(new Refusal.Cordoned(), n);
            }
            for (Taint taint : rules.taintsInTheWay(snapshot.node(n))) {
                found.add(new Refusal.Tainted(taint), n);
            }
        }
    }

    /** Adds the resources of which a node has too little for one pod. */
    void resources() {
        List<String> names = new ArrayList<>(shape.request().keySet());
        names.add(PodRequest.SLOTS);
        PackingNodes nodes = snapshot.packingNodes(names);
        for (int r = 0; r < names.size(); r++) {
            long asked = shape.request().getOrDefault(names.get(r), 1L);
            long[] free = nodes.column(r);
            Refusal reason = new Refusal.Short(names.get(r));
            for (int n = 0; n < free.length; n++) {
                if (free[n] < asked) {
                    found.add(reason, n);
                }
            }
        }
    }
}
