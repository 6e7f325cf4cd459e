package io.github.workload4j.gang.whatif;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.storage.CsiNode;
import io.github.workload4j.api.storage.CsiStorageCapacity;
import io.github.workload4j.api.storage.StorageClass;
import io.github.workload4j.api.storage.StorageObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Objects about volumes, one kind of them changed. */
final class StorageChanges {

    /** More than any claim asks for. */
    private static final Quantity MUCH = Quantity.parse("8Ei");

    private StorageChanges() {}

    static StorageObjects ofClasses(StorageObjects objects, UnaryOperator<StorageClass> change) {
        return with(
                objects,
                objects.volumes(),
                objects.claims(),
                objects.classes().stream().map(change).toList(),
                objects.nodes());
    }

    static StorageObjects ofNodes(StorageObjects objects, UnaryOperator<CsiNode.Driver> change) {
        List<CsiNode> changed = new ArrayList<>();
        for (CsiNode node : objects.nodes()) {
            changed.add(new CsiNode(
                    node.metadata(), node.drivers().stream().map(change).toList()));
        }
        return with(objects, objects.volumes(), objects.claims(), objects.classes(), changed);
    }

    /** {@return the objects with nodes that have the drivers of one, if anything is known of that} */
    static StorageObjects withNodes(StorageObjects objects, String like, List<String> more) {
        List<CsiNode> all = new ArrayList<>(objects.nodes());
        for (CsiNode node : objects.nodes()) {
            if (node.metadata().name().equals(like)) {
                more.forEach(name -> all.add(
                        new CsiNode(node.metadata().toBuilder().name(name).build(), node.drivers())));
            }
        }
        return with(objects, objects.volumes(), objects.claims(), objects.classes(), all);
    }

    static StorageObjects withVolumes(StorageObjects objects, List<PersistentVolume> more) {
        List<PersistentVolume> all = new ArrayList<>(objects.volumes());
        all.addAll(more);
        return with(objects, all, objects.claims(), objects.classes(), objects.nodes());
    }

    /** {@return the objects in which claims ask for another access mode} */
    static StorageObjects ofModes(StorageObjects objects, String from, String to) {
        List<PersistentVolumeClaim> changed = new ArrayList<>();
        for (PersistentVolumeClaim claim : objects.claims()) {
            PersistentVolumeClaim.Spec spec = claim.spec();
            List<String> modes = spec.accessModes().stream()
                    .map(mode -> mode.equals(from) ? to : mode)
                    .distinct()
                    .toList();
            changed.add(new PersistentVolumeClaim(
                    claim.metadata(),
                    new PersistentVolumeClaim.Spec(
                            modes,
                            spec.selector(),
                            spec.resources(),
                            spec.volumeName(),
                            spec.storageClassName(),
                            spec.volumeMode(),
                            spec.volumeAttributesClassName()),
                    claim.status()));
        }
        return with(objects, objects.volumes(), changed, objects.classes(), objects.nodes());
    }

    /** {@return the objects in which volumes of a class, if it is there, are made on every node, as many as wanted} */
    static StorageObjects withProvisioning(StorageObjects objects, String storageClass) {
        if (objects.classes().stream().noneMatch(each -> each.metadata().name().equals(storageClass))) {
            return objects;
        }
        StorageObjects changed = ofClasses(
                objects,
                each -> each.metadata().name().equals(storageClass)
                        ? new StorageClass(each.metadata(), provisioner(each), each.volumeBindingMode(), List.of())
                        : each);
        ObjectMeta metadata = ObjectMeta.builder()
                .name("added for " + storageClass)
                .namespace("default")
                .build();
        List<CsiStorageCapacity> capacities = new ArrayList<>(objects.capacities());
        capacities.add(new CsiStorageCapacity(metadata, LabelSelector.EVERYTHING, storageClass, MUCH, null));
        return new StorageObjects(
                changed.volumes(),
                changed.claims(),
                changed.classes(),
                changed.nodes(),
                changed.drivers(),
                capacities,
                changed.attachments());
    }

    private static String provisioner(StorageClass storageClass) {
        String own = storageClass.provisioner();
        return own.isEmpty() || own.equals("kubernetes.io/no-provisioner") ? "somebody.example" : own;
    }

    private static StorageObjects with(
            StorageObjects objects,
            List<PersistentVolume> volumes,
            List<PersistentVolumeClaim> claims,
            List<StorageClass> classes,
            List<CsiNode> nodes) {
        return new StorageObjects(
                volumes, claims, classes, nodes, objects.drivers(), objects.capacities(), objects.attachments());
    }
}
