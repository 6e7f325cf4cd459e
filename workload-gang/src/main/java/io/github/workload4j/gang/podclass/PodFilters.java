package io.github.workload4j.gang.podclass;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.FilterReasons;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.eligibility.HostPorts;
import io.github.workload4j.gang.eligibility.NodeRules;
import io.github.workload4j.gang.eligibility.PodAffinity;
import io.github.workload4j.gang.eligibility.PodAntiAffinity;
import io.github.workload4j.gang.eligibility.PodRequest;
import io.github.workload4j.gang.eligibility.TopologySpread;
import io.github.workload4j.gang.group.GroupTree;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.volume.VolumeColumns;
import io.github.workload4j.gang.volume.VolumeFilters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Why which nodes do not take a pod of a class: every rule is asked on its own. */
public final class PodFilters {

    private static final List<Toleration> EVERYTHING = List.of(new Toleration("", "Exists", "", ""));

    private final PodClasses question;
    private final ClusterSnapshot snapshot;
    private final ClusterView view;
    private final GroupTree leaf;
    private final Pod pod;
    private final PodSignature signature;
    private final Pod first;
    private final FilterReasonCollector found;
    private final int podClass;

    public PodFilters(PodClasses question, int podClass) {
        PodClasses.Entry member = question.entries().get(podClass);
        this.podClass = podClass;
        this.question = question;
        this.snapshot = question.snapshot();
        this.view = question.view();
        this.leaf = member.leaf();
        this.pod = member.pod();
        this.signature = member.signature();
        this.first = member.pods().get(0);
        this.found = new FilterReasonCollector(snapshot.nodes());
    }

    /** {@return why which nodes do not take the pod} */
    public FilterReasons reasons() {
        Compilation numbers = new Compilation(question);
        oneByOne();
        if (!signature.together().isEmpty()) {
            long[] with = everyNode();
            numbers.attraction(podClass, PodAffinity.of(pod, view)).strike(with, isOnePod());
            found.addWhereNot(new FilterReason.Affinity(), with);
        }
        List<TopologySpread> spread =
                signature.spread().isEmpty() ? List.of() : TopologySpread.of(pod, view, question.rules());
        for (int s = 0; s < spread.size(); s++) {
            long[] open = everyNode();
            numbers.spread(podClass, spread.get(s)).strike(open, isOnePod());
            spread(signature.spread().get(s).topologyKey(), open);
        }
        for (GroupTree group : question.root().all()) {
            int[] domainOf = leaf.isInside(group) ? numbers.domainOf(group) : null;
            for (int n = 0; domainOf != null && n < domainOf.length; n++) {
                if (domainOf[n] < 0) {
                    found.add(
                            new FilterReason.OutsideDomain(
                                    group.ref(), String.valueOf(group.topologyKey()), question.pinned(group) != null),
                            n);
                }
            }
        }
        resources();
        return found.reasons();
    }

    /** Adds the nodes that a spread constraint closes, those without its label told from the others. */
    private void spread(String key, long[] open) {
        int[] domainOf = view.domains(key).of();
        long[] labelled = new long[open.length];
        long[] even = new long[open.length];
        Arrays.fill(labelled, -1);
        Arrays.fill(even, -1);
        for (int n = 0; n < domainOf.length; n++) {
            if ((open[n >> 6] >>> (n & 63) & 1) == 0) {
                (domainOf[n] < 0 ? labelled : even)[n >> 6] &= ~(1L << (n & 63));
            }
        }
        found.addWhereNot(new FilterReason.Spread(key, true), labelled);
        found.addWhereNot(new FilterReason.Spread(key, false), even);
    }

    /** {@return whether only one pod is asked about, so that nobody else can change what rules see} */
    private boolean isOnePod() {
        return question.entries().size() == 1
                && question.entries().get(0).pods().size() == 1;
    }

    private void oneByOne() {
        nodeRules();
        HostPorts ports = signature.ports();
        if (!ports.isEmpty()) {
            long[] open = everyNode();
            forbidPorts(question, ports, open);
            found.addWhereNot(new FilterReason.HostPort(), open);
        }
        long[] apart = everyNode();
        PodAntiAffinity.forbid(pod, view, question.repelling().getOrDefault(podClass, List.of()), apart);
        question.nominations().forbidNeighbours(pod, view, apart);
        found.addWhereNot(new FilterReason.AntiAffinity(), apart);
        if (question.volumes() != null) {
            VolumeFilters.of(question.volumes(), first, found::addWhereNot);
        }
    }

    /** Takes out of {@code eligible} every node on which one of these ports is taken. */
    static void forbidPorts(PodClasses question, HostPorts ports, long[] eligible) {
        question.view().ports().forEachMeeting(ports, node -> eligible[node >> 6] &= ~(1L << (node & 63)));
        question.nominations().forbidPorts(ports, eligible);
    }

    private long[] everyNode() {
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
    private void resources() {
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
        long volumes = found.maskOf(FilterReason.OfVolumes.class);
        for (Extras.Column column : question.extras().columns()) {
            FilterReason reason = new FilterReason.Short(column.name());
            long said = VolumeColumns.isOne(column.name()) ? volumes : 0;
            for (int n = 0; n < column.free().length; n++) {
                boolean closed = open != null && (open[n >> 6] >>> (n & 63) & 1) == 0;
                if (!closed && (found.mask(n) & said) == 0 && column.free()[n] < column.request()[podClass]) {
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
