package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Disk;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Volume;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.api.storage.CsiNode;
import io.github.workload4j.api.storage.StorageClass;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.api.storage.VolumeAttachment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the objects say about claims and volumes, one look at a time. */
final class Claims {

    private static final String OLD_CLASS = "volume.beta.kubernetes.io/storage-class";

    /** Older kinds of disks: their drivers, their provisioners, and the drivers' label of zones. */
    private static final Map<Disk.Type, List<String>> DRIVERS = Map.of(
            Disk.Type.AWS_ELASTIC_BLOCK_STORE,
            List.of("ebs.csi.aws.com", "kubernetes.io/aws-ebs", "topology.ebs.csi.aws.com/zone"),
            Disk.Type.GCE_PERSISTENT_DISK,
            List.of("pd.csi.storage.gke.io", "kubernetes.io/gce-pd", "topology.gke.io/zone"),
            Disk.Type.AZURE_DISK,
            List.of("disk.csi.azure.com", "kubernetes.io/azure-disk", ""),
            Disk.Type.CINDER,
            List.of("cinder.csi.openstack.org", "kubernetes.io/cinder", "topology.cinder.csi.openstack.org/zone"),
            Disk.Type.PORTWORX,
            List.of("pxd.portworx.com", "kubernetes.io/portworx-volume", ""));

    final StorageObjects objects;
    private final Map<String, PersistentVolumeClaim> claims = new HashMap<>();
    final Map<String, PersistentVolume> volumes = new HashMap<>();
    final Map<String, StorageClass> classes = new HashMap<>();
    final Map<String, CsiNode> nodes = new HashMap<>();

    /** Volumes by the claim that they are kept for, and attachments by node. */
    final Map<String, List<PersistentVolume>> kept = new HashMap<>();

    final Map<String, List<VolumeAttachment>> attachments = new HashMap<>();

    Claims(StorageObjects objects) {
        this.objects = objects;
        objects.claims().forEach(claim -> claims.put(claim.metadata().qualifiedName(), claim));
        objects.volumes().forEach(volume -> volumes.put(volume.metadata().name(), volume));
        objects.classes().forEach(each -> classes.put(each.metadata().name(), each));
        objects.nodes().forEach(node -> nodes.put(node.metadata().name(), node));
        for (PersistentVolume volume : objects.volumes()) {
            PersistentVolume.ClaimRef ref = volume.spec().claimRef();
            if (ref != null) {
                String namespace = ObjectMeta.namespaceOrDefault(ref.namespace());
                kept.computeIfAbsent(namespace + "/" + ref.name(), c -> new ArrayList<>())
                        .add(volume);
            }
        }
        objects.attachments()
                .forEach(each -> attachments
                        .computeIfAbsent(each.nodeName(), n -> new ArrayList<>())
                        .add(each));
    }

    /**
     * A claim as a pod names it.
     *
     * @param name name of the claim
     * @param own whether it is the pod's own
     * @param claim the claim, or null if it is not there
     */
    record Use(String name, boolean own, @Nullable PersistentVolumeClaim claim) {}

    /** {@return the claims of a pod, in the order of its volumes} */
    List<Use> of(Pod pod) {
        List<Use> uses = new ArrayList<>();
        for (Volume volume : pod.spec().volumes()) {
            if (volume.source() instanceof Volume.Claim named) {
                uses.add(new Use(
                        named.claimName(),
                        false,
                        claims.get(pod.metadata().namespaceOrDefault() + "/" + named.claimName())));
            } else if (volume.source() instanceof Volume.Ephemeral own) {
                String name = pod.metadata().name() + "-" + volume.name();
                PersistentVolumeClaim claim = claims.get(pod.metadata().namespaceOrDefault() + "/" + name);
                boolean stored = !pod.metadata().uid().isEmpty();
                uses.add(new Use(name, true, claim == null && !stored ? own.template() : claim));
            }
        }
        return uses;
    }

    /** {@return whether a pod's own claim belongs to it} */
    static boolean isOf(PersistentVolumeClaim claim, Pod pod) {
        for (OwnerReference owner : claim.metadata().ownerReferences()) {
            boolean same = pod.metadata().uid().isEmpty()
                    ? owner.name().equals(pod.metadata().name())
                    : owner.uid().equals(pod.metadata().uid());
            if (same && Boolean.TRUE.equals(owner.controller())) {
                return true;
            }
        }
        return false;
    }

    static List<Disk> disks(Pod pod) {
        List<Disk> disks = new ArrayList<>();
        for (Volume volume : pod.spec().volumes()) {
            if (volume.source() instanceof Volume.Inline inline) {
                disks.add(inline.disk());
            }
        }
        return disks;
    }

    static String classOf(PersistentVolumeClaim claim) {
        String own = claim.spec().storageClassName() == null ? "" : claim.spec().storageClassName();
        return claim.metadata().annotations().getOrDefault(OLD_CLASS, own);
    }

    static String classOf(PersistentVolume volume) {
        return volume.metadata()
                .annotations()
                .getOrDefault(OLD_CLASS, volume.spec().storageClassName());
    }

    static Quantity size(PersistentVolumeClaim claim) {
        return claim.spec().resources().requests().getOrDefault("storage", Quantity.ZERO);
    }

    /** {@return what a pod brings to a node that counts volumes, as driver and handle} */
    Set<List<String>> keys(Pod pod, String node) {
        Set<List<String>> keys = new LinkedHashSet<>();
        for (Use use : of(pod)) {
            List<String> key = use.claim() == null
                    ? null
                    : key(use.claim(), pod.metadata().namespaceOrDefault() + "/" + use.name(), node);
            if (key != null) {
                keys.add(key);
            }
        }
        for (Disk disk : disks(pod)) {
            if (DRIVERS.containsKey(disk.type()) && nodes.containsKey(node)) {
                keys.add(key(disk, disk.type() == Disk.Type.GCE_PERSISTENT_DISK));
            }
        }
        return keys;
    }

    private static List<String> key(Disk disk, boolean withoutZone) {
        String id = disk.type() == Disk.Type.AWS_ELASTIC_BLOCK_STORE ? disk.id().replaceFirst("^.*/", "") : disk.id();
        return List.of(DRIVERS.get(disk.type()).get(0), withoutZone ? "of no zone: " + id : id);
    }

    private @Nullable List<String> key(PersistentVolumeClaim claim, String name, String node) {
        PersistentVolume volume = volumes.get(claim.spec().volumeName());
        if (volume != null) {
            PersistentVolume.Csi csi = volume.spec().csi();
            Disk disk = volume.spec().disk();
            if (csi != null) {
                return List.of(csi.driver(), csi.volumeHandle());
            }
            return disk != null && DRIVERS.containsKey(disk.type()) && nodes.containsKey(node)
                    ? key(disk, false)
                    : null;
        }
        StorageClass storageClass = classes.get(classOf(claim));
        if (storageClass == null) {
            return null;
        }
        for (List<String> older : DRIVERS.values()) {
            if (older.get(1).equals(storageClass.provisioner())) {
                return nodes.containsKey(node) ? List.of(older.get(0), "claim " + name) : null;
            }
        }
        return List.of(storageClass.provisioner(), "claim " + name);
    }

    /** {@return whether a node reaches a volume by its node affinity; fields are not looked at} */
    boolean reaches(PersistentVolume volume, String node, Map<String, String> labels) {
        NodeSelector required = volume.spec().nodeAffinity();
        Disk disk = volume.spec().disk();
        if (volume.spec().csi() == null && disk != null && isMigrated(disk, node)) {
            required = inDriversWords(volume, DRIVERS.get(disk.type()).get(2));
        }
        return holds(required, labels);
    }

    /** {@return whether a volume is reached as its affinity is written} */
    static boolean holds(@Nullable NodeSelector required, Map<String, String> labels) {
        if (required == null) {
            return true;
        }
        for (NodeSelectorTerm term : required.nodeSelectorTerms()) {
            boolean empty =
                    term.matchExpressions().isEmpty() && term.matchFields().isEmpty();
            if (!empty
                    && term.matchExpressions().stream()
                            .allMatch(e -> Labels.isExpression(e.key(), e.operator(), e.values())
                                    && NodeChecks.holds(e, labels.get(e.key())))) {
                return true;
            }
        }
        return false;
    }

    private boolean isMigrated(Disk disk, String node) {
        List<String> names = DRIVERS.get(disk.type());
        CsiNode own = nodes.get(node);
        return names != null
                && !names.get(2).isEmpty()
                && own != null
                && List.of(own.metadata()
                                .annotations()
                                .getOrDefault("storage.alpha.kubernetes.io/migrated-plugins", "")
                                .split(","))
                        .contains(names.get(1));
    }

    /** {@return the node affinity of an older volume as its driver reads it: zones by the driver's label} */
    private static @Nullable NodeSelector inDriversWords(PersistentVolume volume, String key) {
        NodeSelector own = volume.spec().nodeAffinity();
        List<NodeSelectorTerm> terms = own == null ? List.of() : own.nodeSelectorTerms();
        String newer = "topology.kubernetes.io/zone";
        String older = "failure-domain.beta.kubernetes.io/zone";
        Map<String, String> labels = volume.metadata().labels();
        boolean isNew = names(terms, newer)
                || !names(terms, older) && (labels.containsKey(newer) || !labels.containsKey(older));
        String zone = isNew ? newer : older;
        List<NodeSelectorTerm> translated = new ArrayList<>();
        // One that only asks whether there is a zone stays as it is.
        boolean named = terms.stream()
                .flatMap(term -> term.matchExpressions().stream())
                .anyMatch(e -> e.key().equals(zone) && !e.values().isEmpty());
        boolean labelled = !named && labels.containsKey(zone);
        for (NodeSelectorTerm term :
                terms.isEmpty() && labelled ? List.of(new NodeSelectorTerm(List.of(), List.of())) : terms) {
            List<NodeSelectorRequirement> expressions = new ArrayList<>();
            for (NodeSelectorRequirement e : term.matchExpressions()) {
                boolean region = !isNew && e.key().equals("failure-domain.beta.kubernetes.io/region");
                String name = named && e.key().equals(zone) ? key : region ? "topology.kubernetes.io/region" : e.key();
                expressions.add(new NodeSelectorRequirement(name, e.operator(), e.values()));
            }
            if (labelled) {
                expressions.add(new NodeSelectorRequirement(key, "In", values(labels.get(zone))));
            }
            translated.add(new NodeSelectorTerm(expressions, term.matchFields()));
        }
        return translated.isEmpty() ? own : new NodeSelector(translated);
    }

    private static boolean names(List<NodeSelectorTerm> terms, String key) {
        return terms.stream()
                .anyMatch(term ->
                        term.matchExpressions().stream().anyMatch(e -> e.key().equals(key)));
    }

    /** {@return the values of a label of zones that are not blank} */
    static List<String> values(String label) {
        List<String> values = new ArrayList<>();
        for (String part : label.split("__", -1)) {
            if (!part.isBlank()) {
                values.add(part.strip());
            }
        }
        return values;
    }
}
