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
import io.github.workload4j.gang.volume.VolumeFilters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Asks every rule that looks at one pod and what is there already, each on its own. */
final class PodFilters {

    private static final List<Toleration> EVERYTHING = List.of(new Toleration("", "Exists", "", ""));

    private final PodClasses question;
    private final ClusterSnapshot snapshot;
    private final ClusterView view;
    private final Pod pod;
    private final PodSignature signature;
    private final Pod first;
    private final FilterReasonCollector found;
    private final int podClass;

    PodFilters(PodClasses question, int podClass) {
        PodClasses.Entry member = question.entries().get(podClass);
        this.podClass = podClass;
        this.question = question;
        this.snapshot = question.snapshot();
        this.view = question.view();
        this.pod = member.pod();
        this.signature = member.signature();
        this.first = member.pods().get(0);
        this.found = new FilterReasonCollector(snapshot.nodes());
    }

    FilterReasonCollector find() {
        nodeRules();
        HostPorts ports = signature.ports();
        if (!ports.isEmpty()) {
            long[] open = everyNode();
            forbidPorts(question, ports, open);
            found.addWhereNot(new FilterReason.HostPort(), open);
        }
        long[] apart = everyNode();
        PodAntiAffinity.forbid(pod, view, question.repelled(), apart);
        question.nominations().forbidNeighbours(pod, view, apart);
        found.addWhereNot(new FilterReason.AntiAffinity(), apart);
        if (question.volumes() != null) {
            VolumeFilters.of(question.volumes(), first, found::addWhereNot);
        }
        return found;
    }

    /** Takes out of {@code eligible} every node on which one of these ports is taken. */
    static void forbidPorts(PodClasses question, HostPorts ports, long[] eligible) {
        question.view().forEachPodWithPorts((node, other) -> {
            if (ports.meets(HostPorts.of(other))) {
                eligible[node >> 6] &= ~(1L << (node & 63));
            }
        });
        question.nominations().forbidPorts(ports, eligible);
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
            for (String feature : rules.lacking(snapshot.node(n))) {
                found.add(new FilterReason.LacksFeature(feature), n);
            }
        }
    }

    /** Adds the resources of which a node has too little for one pod. */
    void resources() {
        List<String> names = new ArrayList<>(signature.request().keySet());
        names.removeAll(question.extras().replaced());
        names.add(PodRequest.SLOTS);
        PackingNodes nodes = question.free(names);
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
        long[] open = question.extras().openTo(podClass);
        for (Extras.Column column : question.extras().columns()) {
            FilterReason reason = new FilterReason.Short(column.name());
            for (int n = 0; n < column.free().length; n++) {
                boolean closed = open != null && (open[n >> 6] >>> (n & 63) & 1) == 0;
                if (!closed && column.free()[n] < column.request()[podClass]) {
                    found.add(reason, n);
                }
            }
        }
        DeviceRules devices = question.devices();
        for (int n = 0; devices != null && open != null && n < found.nodes(); n++) {
            if ((open[n >> 6] >>> (n & 63) & 1) == 0) {
                found.add(new FilterReason.Devices(devices.whyNot(podClass, n)), n);
            }
        }
    }
}
