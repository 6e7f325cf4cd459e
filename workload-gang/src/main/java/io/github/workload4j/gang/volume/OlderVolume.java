package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.Disk;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.storage.CsiNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A volume of an older kind as the driver sees it that stands for it: on nodes that name its plug-in as migrated, zones
 * are read by the driver's own label.
 *
 * @param plugin name of the plug-in
 * @param affinity node affinity in the driver's words, or null for none
 */
record OlderVolume(String plugin, @Nullable NodeSelector affinity) {

    private static final String MIGRATED = "storage.alpha.kubernetes.io/migrated-plugins";
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String OLD_ZONE = "failure-domain.beta.kubernetes.io/zone";
    private static final String REGION = "topology.kubernetes.io/region";
    private static final String OLD_REGION = "failure-domain.beta.kubernetes.io/region";

    /** {@return what a driver sees of a volume, or null if it reads zones as everybody does} */
    static @Nullable OlderVolume of(PersistentVolume volume) {
        Disk disk = volume.spec().csi() != null ? null : volume.spec().disk();
        if (disk == null) {
            return null;
        }
        return switch (disk.type()) {
            case AWS_ELASTIC_BLOCK_STORE ->
                new OlderVolume("kubernetes.io/aws-ebs", translated(volume, "topology.ebs.csi.aws.com/zone"));
            case GCE_PERSISTENT_DISK ->
                new OlderVolume("kubernetes.io/gce-pd", translated(volume, "topology.gke.io/zone"));
            case CINDER ->
                new OlderVolume("kubernetes.io/cinder", translated(volume, "topology.cinder.csi.openstack.org/zone"));
            case AZURE_DISK, PORTWORX, ISCSI, RBD -> null;
        };
    }

    private static @Nullable NodeSelector translated(PersistentVolume volume, String key) {
        NodeSelector own = volume.spec().nodeAffinity();
        List<NodeSelectorTerm> terms = own == null ? List.of() : own.nodeSelectorTerms();
        boolean old = !asks(terms, ZONE)
                && (asks(terms, OLD_ZONE) || !volume.metadata().labels().containsKey(ZONE));
        String zone = old ? OLD_ZONE : ZONE;
        String label = volume.metadata().labels().get(zone);
        List<NodeSelectorTerm> found = terms;
        if (terms.stream()
                .flatMap(term -> term.matchExpressions().stream())
                .anyMatch(e -> e.key().equals(zone) && !e.values().isEmpty())) {
            found = renamed(terms, zone, key);
        } else if (label != null) {
            found = added(terms, key, label);
        }
        found = old ? renamed(found, OLD_REGION, REGION) : found;
        return found.isEmpty() ? own : new NodeSelector(found);
    }

    private static boolean asks(List<NodeSelectorTerm> terms, String key) {
        return terms.stream()
                .flatMap(term -> term.matchExpressions().stream())
                .anyMatch(e -> e.key().equals(key));
    }

    private static List<NodeSelectorTerm> renamed(List<NodeSelectorTerm> terms, String from, String to) {
        return terms.stream()
                .map(term -> new NodeSelectorTerm(
                        term.matchExpressions().stream()
                                .map(e -> e.key().equals(from)
                                        ? new NodeSelectorRequirement(to, e.operator(), e.values())
                                        : e)
                                .toList(),
                        term.matchFields()))
                .toList();
    }

    private static List<NodeSelectorTerm> added(List<NodeSelectorTerm> terms, String key, String label) {
        TreeSet<String> zones = new TreeSet<>();
        Arrays.stream(label.split("__"))
                .map(String::strip)
                .filter(z -> !z.isEmpty())
                .forEach(zones::add);
        if (zones.isEmpty()) {
            return terms;
        }
        NodeSelectorRequirement zone = new NodeSelectorRequirement(key, "In", List.copyOf(zones));
        List<NodeSelectorTerm> found = new ArrayList<>();
        for (NodeSelectorTerm term : terms.isEmpty() ? List.of(new NodeSelectorTerm(List.of(), List.of())) : terms) {
            List<NodeSelectorRequirement> all = new ArrayList<>(term.matchExpressions());
            all.add(zone);
            found.add(new NodeSelectorTerm(all, term.matchFields()));
        }
        return found;
    }

    /** {@return whether a node names the plug-in} */
    boolean isMigrated(@Nullable CsiNode node) {
        return node != null
                && List.of(node.metadata()
                                .annotations()
                                .getOrDefault(MIGRATED, "")
                                .split(","))
                        .contains(plugin);
    }
}
