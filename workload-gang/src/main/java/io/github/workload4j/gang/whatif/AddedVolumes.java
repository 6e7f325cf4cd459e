package io.github.workload4j.gang.whatif;

import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Volume;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Volumes that would serve a claim, and the claims that pods of a question name. */
final class AddedVolumes {

    private static final String HOSTNAME = "kubernetes.io/hostname";
    private static final String OLD_CLASS = "volume.beta.kubernetes.io/storage-class";

    private AddedVolumes() {}

    /** {@return a claim of a pod of a question} */
    static Optional<PersistentVolumeClaim> claim(GroupQuestion question, String name) {
        return Optional.ofNullable(claims(question).get(name))
                .or(() -> question.snapshot().storage().claims().stream()
                        .filter(claim -> claim.metadata().qualifiedName().equals(name))
                        .findFirst());
    }

    /** {@return the claims of a pod of each class, by namespace and name} */
    static Map<String, PersistentVolumeClaim> claims(GroupQuestion question) {
        Map<String, PersistentVolumeClaim> stored = new LinkedHashMap<>();
        question.snapshot()
                .storage()
                .claims()
                .forEach(claim -> stored.put(claim.metadata().qualifiedName(), claim));
        Map<String, PersistentVolumeClaim> named = new LinkedHashMap<>();
        for (NamedPodClass podClass : question.podClasses()) {
            ObjectMeta pod = podClass.pod().metadata();
            for (Volume volume : podClass.pod().spec().volumes()) {
                if (volume.source() instanceof Volume.Claim claim) {
                    String name = pod.namespaceOrDefault() + "/" + claim.claimName();
                    Optional.ofNullable(stored.get(name)).ifPresent(each -> named.put(name, each));
                } else if (volume.source() instanceof Volume.Ephemeral own) {
                    String name = pod.name() + "-" + volume.name();
                    PersistentVolumeClaim made = new PersistentVolumeClaim(
                            own.template().metadata().toBuilder()
                                    .name(name)
                                    .namespace(pod.namespaceOrDefault())
                                    .build(),
                            own.template().spec(),
                            own.template().status());
                    String qualified = pod.namespaceOrDefault() + "/" + name;
                    named.put(qualified, stored.getOrDefault(qualified, made));
                }
            }
        }
        return named;
    }

    static String classOf(PersistentVolumeClaim claim) {
        String own = claim.spec().storageClassName();
        return claim.metadata().annotations().getOrDefault(OLD_CLASS, own == null ? "" : own);
    }

    static StorageObjects in(StorageObjects objects, PersistentVolumeClaim claim, List<String> hosts) {
        Set<String> names = new HashSet<>();
        objects.volumes().forEach(volume -> names.add(volume.metadata().name()));
        List<PersistentVolume> added = new ArrayList<>();
        for (int i = 0; added.size() < hosts.size(); i++) {
            if (names.add("added-" + i)) {
                added.add(volume("added-" + i, claim, hosts.get(added.size())));
            }
        }
        return StorageChanges.withVolumes(objects, added);
    }

    private static PersistentVolume volume(String name, PersistentVolumeClaim claim, String host) {
        PersistentVolumeClaim.Spec asked = claim.spec();
        NodeSelectorRequirement there = new NodeSelectorRequirement(HOSTNAME, "In", List.of(host));
        LabelSelector selector = asked.selector();
        return new PersistentVolume(
                ObjectMeta.builder()
                        .name(name)
                        .labels(selector == null ? Map.of() : selector.matchLabels())
                        .build(),
                new PersistentVolume.Spec(
                        Map.of("storage", asked.resources().requests().getOrDefault("storage", Quantity.ZERO)),
                        null,
                        null,
                        asked.accessModes(),
                        null,
                        classOf(claim),
                        asked.volumeMode(),
                        host.isEmpty()
                                ? null
                                : new NodeSelector(List.of(new NodeSelectorTerm(List.of(there), List.of()))),
                        asked.volumeAttributesClassName()),
                new PersistentVolume.Status("Available"));
    }
}
