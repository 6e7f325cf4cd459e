package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Disk;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.storage.CsiDriver;
import io.github.workload4j.api.storage.CsiNode;
import io.github.workload4j.api.storage.CsiStorageCapacity;
import io.github.workload4j.api.storage.StorageClass;
import io.github.workload4j.api.storage.VolumeAttachment;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ClaimChoice;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules about volumes, each pod at its turn; the placement says which volume each open claim gets. Mutable, not
 * thread-safe.
 */
final class VolumeChecks {

    private static final List<String> ZONES = List.of(
            "failure-domain.beta.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/region",
            "topology.kubernetes.io/zone",
            "topology.kubernetes.io/region");

    private final Claims claims;
    private final ReplayRules rules;

    /** The pods on each node, those placed so far among them. */
    private final Map<String, List<Pod>> on = new HashMap<>();

    /** Claims that pods there name, the pods' own left out. */
    private final Map<String, String> users = new HashMap<>();

    /** What open claims have got: a volume, or one made for a node. */
    private final Map<String, String> given = new HashMap<>();

    /** Volumes that open claims have got, and which. */
    private final Map<String, String> taken = new HashMap<>();

    /** Whether the placement says what every open claim gets. */
    private final boolean saysAll;

    /** Open claims of which the placement does not say what they get. */
    private final Map<String, Unsaid> unsaid = new LinkedHashMap<>();

    /** A claim that gets some volume, and the nodes of its pods. */
    private record Unsaid(
            Pod pod, Claims.Use use, PersistentVolumeClaim claim, StorageClass storageClass, Map<String, Node> nodes) {}

    /**
     * Starts with no pod.
     *
     * @param saysAll whether the placement must say what every open claim gets; if not, where it does not, it must be
     *     possible that each gets something
     */
    VolumeChecks(Claims claims, ReplayRules rules, boolean saysAll) {
        this.claims = claims;
        this.rules = rules;
        this.saysAll = saysAll;
    }

    /** Enters a pod that is on a node. */
    void put(Pod pod, String node) {
        if (!pod.spec().volumes().isEmpty()) {
            on.computeIfAbsent(node, n -> new ArrayList<>()).add(pod);
            for (Claims.Use use : claims.of(pod)) {
                if (!use.own()) {
                    users.putIfAbsent(
                            pod.metadata().namespaceOrDefault() + "/" + use.name(),
                            pod.metadata().name());
                }
            }
        }
    }

    /** {@return what is wrong with a pod that comes to a node, and enters what its claims get; empty if nothing is} */
    String objection(Pod pod, Node node, Assignment assignment) {
        List<ClaimChoice> choices = new ArrayList<>(assignment.volumes());
        String wrong = "";
        for (Claims.Use use : claims.of(pod)) {
            if (wrong.isEmpty()) {
                wrong = objection(pod, node, use, choices);
            }
        }
        if (wrong.isEmpty() && !choices.isEmpty()) {
            wrong = "claim " + choices.get(0).claim() + " is no open claim of the pod";
        }
        wrong = wrong.isEmpty() ? attaching(pod, node) : wrong;
        return wrong.isEmpty() ? disks(pod, node) : wrong;
    }

    private String objection(Pod pod, Node node, Claims.Use use, List<ClaimChoice> choices) {
        String name = pod.metadata().namespaceOrDefault() + "/" + use.name();
        PersistentVolumeClaim claim = use.claim();
        if (claim == null) {
            return claims.objects.claims().isEmpty() ? "" : "claim " + name + " is not there";
        }
        boolean stored = claim.metadata().name().equals(use.name());
        if (use.own() && stored && !Claims.isOf(claim, pod)) {
            return "claim " + name + " belongs to somebody else";
        }
        if (claim.status().phase().equals("Lost") || claim.metadata().deletionTimestamp() != null) {
            return "claim " + name + " is lost or being deleted";
        }
        boolean once = !use.own() && claim.spec().accessModes().contains("ReadWriteOncePod");
        if (once && users.containsKey(name)) {
            return "claim " + name + " is for one pod, and " + users.get(name) + " uses it";
        }
        return claim.spec().volumeName().isEmpty() ? open(pod, node, use, claim, choices) : bound(node, use, claim);
    }

    private String bound(Node node, Claims.Use use, PersistentVolumeClaim claim) {
        String name = claim.spec().volumeName();
        PersistentVolume volume = claims.volumes.get(name);
        if (!claim.metadata().annotations().containsKey("pv.kubernetes.io/bind-completed")) {
            return "claim " + use.name() + " is not bound yet";
        }
        if (volume == null) {
            return claims.objects.volumes().isEmpty() ? "" : "volume " + name + " is not there";
        }
        if (!claims.reaches(volume, node.metadata().name(), node.metadata().labels())) {
            return "volume " + name + " does not reach the node";
        }
        return use.own() || isInZone(volume, node.metadata().labels()) ? "" : "volume " + name + " is in another zone";
    }

    private static boolean isInZone(PersistentVolume volume, Map<String, String> labels) {
        if (Collections.disjoint(ZONES, labels.keySet())) {
            return true;
        }
        for (String key : ZONES) {
            String asked = volume.metadata().labels().get(key);
            boolean whole = asked != null && Claims.values(asked).size() == asked.split("__", -1).length;
            String newer = "topology.kubernetes.io" + key.substring(key.indexOf('/'));
            String own = labels.containsKey(key) ? labels.get(key) : labels.get(newer);
            if (whole && (own == null || !Claims.values(asked).contains(own))) {
                return false;
            }
        }
        return true;
    }

    private String open(Pod pod, Node node, Claims.Use use, PersistentVolumeClaim claim, List<ClaimChoice> choices) {
        String className = Claims.classOf(claim);
        StorageClass storageClass = claims.classes.get(className);
        if (storageClass == null
                && !className.isEmpty()
                && claims.objects.classes().isEmpty()) {
            return "";
        }
        if (storageClass == null || !storageClass.volumeBindingMode().equals("WaitForFirstConsumer")) {
            return "claim " + use.name() + " waits to be bound";
        }
        ClaimChoice choice = choices.stream()
                .filter(each -> each.claim().equals(use.name()))
                .findFirst()
                .orElse(null);
        if (choice == null && !saysAll) {
            String name = pod.metadata().namespaceOrDefault() + "/" + use.name();
            Unsaid before = unsaid.get(name);
            boolean twice = before != null
                    && before.pod() == pod
                    && before.nodes().containsKey(node.metadata().name());
            unsaid.computeIfAbsent(
                            twice ? name + " again for " + pod.metadata().name() : name,
                            key -> new Unsaid(pod, use, claim, storageClass, new LinkedHashMap<>()))
                    .nodes()
                    .put(node.metadata().name(), node);
            return "";
        }
        if (choice == null) {
            return "nothing is said about claim " + use.name();
        }
        choices.remove(choice);
        // The first time that a pod names a claim is the one that it shares with other pods.
        long times = claims.of(pod).stream()
                .filter(each -> each.name().equals(use.name()))
                .count();
        long left =
                choices.stream().filter(each -> each.claim().equals(use.name())).count();
        boolean again = left < times - 1;
        String key = pod.metadata().namespaceOrDefault() + "/" + use.name()
                + (again ? " again for " + pod.metadata().name() : "");
        return choice.volume().isEmpty()
                ? made(key, node, use, claim, storageClass, choice)
                : existing(key, pod, node, use, claim, choice.volume());
    }

    private String made(
            String key,
            Node node,
            Claims.Use use,
            PersistentVolumeClaim claim,
            StorageClass storageClass,
            ClaimChoice choice) {
        String name = node.metadata().name();
        String before = given.putIfAbsent(key, "new on " + name);
        if (before != null) {
            return before.equals("new on " + name) ? "" : "claim " + use.name() + " has got " + before;
        }
        return choice.provision().equals(storageClass.metadata().name()) && canBeMade(node, claim, storageClass)
                ? ""
                : "no volume can be made for claim " + use.name() + " on the node";
    }

    /** {@return what is wrong with claims of which nothing is said; empty if each can get something} */
    String leftOver() {
        List<List<String>> wanted = new ArrayList<>();
        List<String> names = new ArrayList<>();
        unsaid.forEach((name, want) -> {
            boolean made = want.nodes().size() == 1
                    && canBeMade(want.nodes().values().iterator().next(), want.claim(), want.storageClass());
            if (!made) {
                names.add(name);
                wanted.add(claims.volumes.values().stream()
                        .filter(volume -> !taken.containsKey(volume.metadata().name())
                                && serves(volume, want.pod(), want.use(), want.claim())
                                && want.nodes().values().stream()
                                        .allMatch(node -> claims.reaches(
                                                volume,
                                                node.metadata().name(),
                                                node.metadata().labels())))
                        .map(volume -> volume.metadata().name())
                        .sorted()
                        .toList());
            }
        });
        Map<String, Integer> owner = new HashMap<>();
        for (int want = 0; want < wanted.size(); want++) {
            if (!give(want, wanted, owner, new HashSet<>())) {
                return "claim " + names.get(want) + " gets no volume";
            }
        }
        return "";
    }

    private static boolean give(int want, List<List<String>> wanted, Map<String, Integer> owner, Set<String> asked) {
        for (String volume : wanted.get(want)) {
            if (asked.add(volume)) {
                Integer other = owner.get(volume);
                if (other == null || give(other, wanted, owner, asked)) {
                    owner.put(volume, want);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean canBeMade(Node node, PersistentVolumeClaim claim, StorageClass storageClass) {
        String name = node.metadata().name();
        boolean allowed = storageClass.allowedTopologies().isEmpty()
                || storageClass.allowedTopologies().stream()
                        .anyMatch(term -> term.matchLabelExpressions().stream()
                                .allMatch(e -> e.values()
                                        .contains(String.valueOf(
                                                node.metadata().labels().get(e.key())))));
        boolean somebody = !List.of("", "kubernetes.io/no-provisioner").contains(storageClass.provisioner());
        String promised = claim.metadata().annotations().getOrDefault("volume.kubernetes.io/selected-node", name);
        return somebody && allowed && promised.equals(name) && hasRoom(claim, storageClass, node);
    }

    private boolean hasRoom(PersistentVolumeClaim claim, StorageClass storageClass, Node node) {
        CsiDriver driver = claims.objects.drivers().stream()
                .filter(each -> each.metadata().name().equals(storageClass.provisioner()))
                .findFirst()
                .orElse(null);
        if (driver == null
                || !driver.storageCapacity()
                || !claim.spec().resources().requests().containsKey("storage")) {
            return true;
        }
        for (CsiStorageCapacity pool : claims.objects.capacities()) {
            Quantity most = pool.maximumVolumeSize() == null ? pool.capacity() : pool.maximumVolumeSize();
            if (pool.storageClassName().equals(storageClass.metadata().name())
                    && pool.nodeTopology() != null
                    && pool.nodeTopology().matches(node.metadata().labels())
                    && most != null
                    && isEnough(most, Claims.size(claim))) {
                return true;
            }
        }
        return false;
    }

    private boolean isEnough(Quantity has, Quantity asked) {
        return rules.wholeBytes()
                ? has.amount()
                                .setScale(0, RoundingMode.CEILING)
                                .compareTo(asked.amount().setScale(0, RoundingMode.CEILING))
                        >= 0
                : has.compareTo(asked) >= 0;
    }

    private String existing(String key, Pod pod, Node node, Claims.Use use, PersistentVolumeClaim claim, String name) {
        PersistentVolume volume = claims.volumes.get(name);
        if (volume == null || !serves(volume, pod, use, claim)) {
            return "volume " + name + " does not serve claim " + use.name();
        }
        if (!claims.reaches(volume, node.metadata().name(), node.metadata().labels())) {
            return "volume " + name + " does not reach the node";
        }
        String before = given.putIfAbsent(key, name);
        String owner = taken.putIfAbsent(name, key);
        if (before != null && !before.equals(name)) {
            return "claim " + use.name() + " has got " + before;
        }
        return owner == null || owner.equals(key) ? "" : "volume " + name + " is given to " + owner;
    }

    private boolean serves(PersistentVolume volume, Pod pod, Claims.Use use, PersistentVolumeClaim claim) {
        if (claim.metadata().annotations().containsKey("volume.kubernetes.io/selected-node")
                || !isLike(volume, claim)) {
            return false;
        }
        if (volume.spec().claimRef() != null) {
            return isKeptFor(volume, pod, use, claim);
        }
        boolean kept =
                claims.kept.getOrDefault(pod.metadata().namespaceOrDefault() + "/" + use.name(), List.of()).stream()
                        .anyMatch(other -> isLike(other, claim) && isKeptFor(other, pod, use, claim));
        return !kept
                && volume.status().phase().equals("Available")
                && (claim.spec().selector() == null
                        || claim.spec().selector().matches(volume.metadata().labels()))
                && new HashSet<>(volume.spec().accessModes())
                        .containsAll(claim.spec().accessModes());
    }

    private static boolean isKeptFor(PersistentVolume volume, Pod pod, Claims.Use use, PersistentVolumeClaim claim) {
        PersistentVolume.ClaimRef ref = volume.spec().claimRef();
        return ref != null
                && ObjectMeta.namespaceOrDefault(ref.namespace())
                        .equals(pod.metadata().namespaceOrDefault())
                && ref.name().equals(use.name())
                && (ref.uid().isEmpty() || ref.uid().equals(claim.metadata().uid()));
    }

    private static boolean isLike(PersistentVolume volume, PersistentVolumeClaim claim) {
        String own = volume.spec().volumeAttributesClassName();
        String asked = claim.spec().volumeAttributesClassName();
        return Claims.classOf(volume).equals(Claims.classOf(claim))
                && volume.metadata().deletionTimestamp() == null
                && volume.spec()
                                .capacity()
                                .getOrDefault("storage", Quantity.ZERO)
                                .compareTo(Claims.size(claim))
                        >= 0
                && (own == null ? "" : own).equals(asked == null ? "" : asked)
                && volume.spec().volumeMode().equals("Block")
                        == claim.spec().volumeMode().equals("Block");
    }

    private String attaching(Pod pod, Node node) {
        String name = node.metadata().name();
        Set<List<String>> brought = claims.keys(pod, name);
        CsiNode own = claims.nodes.get(name);
        for (List<String> key : brought) {
            if (rules.insistsOnDrivers() && insists(key.get(0)) && !lists(own, key.get(0))) {
                return "the node does not have driver " + key.get(0);
            }
        }
        List<CsiNode.Driver> limited = own == null
                ? List.of()
                : own.drivers().stream()
                        .filter(driver -> driver.count() != null)
                        .toList();
        if (brought.isEmpty() || limited.isEmpty()) {
            return "";
        }
        Set<List<String>> there = new LinkedHashSet<>();
        for (Pod other : on.getOrDefault(name, List.of())) {
            there.addAll(claims.keys(other, name));
        }
        Map<String, Integer> attached = new LinkedHashMap<>();
        there.forEach(key -> attached.merge(key.get(0), 1, Integer::sum));
        Set<List<String>> lingering = new HashSet<>();
        for (VolumeAttachment each : claims.attachments.getOrDefault(name, List.of())) {
            List<String> key = key(each);
            if (key != null && !there.contains(key) && lingering.add(key)) {
                attached.merge(key.get(0), 1, Integer::sum);
            }
        }
        Map<String, Integer> anew = new LinkedHashMap<>();
        brought.stream().filter(key -> !there.contains(key)).forEach(key -> anew.merge(key.get(0), 1, Integer::sum));
        for (CsiNode.Driver driver : limited) {
            Integer more = anew.get(driver.name());
            if (more != null && attached.getOrDefault(driver.name(), 0) + more > driver.count()) {
                return "the node attaches " + driver.count() + " volumes of " + driver.name();
            }
        }
        return "";
    }

    private boolean insists(String name) {
        return claims.objects.drivers().stream()
                .anyMatch(driver -> driver.metadata().name().equals(name) && driver.preventPodSchedulingIfMissing());
    }

    private boolean lists(@Nullable CsiNode node, String driver) {
        return claims.objects.nodes().isEmpty()
                || node != null
                        && node.drivers().stream().anyMatch(each -> each.name().equals(driver));
    }

    private @Nullable List<String> key(VolumeAttachment attachment) {
        PersistentVolume volume = claims.volumes.get(attachment.persistentVolumeName());
        PersistentVolume.Csi csi = volume == null ? null : volume.spec().csi();
        return csi == null || attachment.attacher().isEmpty()
                ? null
                : List.of(attachment.attacher(), csi.volumeHandle());
    }

    private String disks(Pod pod, Node node) {
        for (Disk disk : Claims.disks(pod)) {
            for (Pod other : on.getOrDefault(node.metadata().name(), List.of())) {
                if (Claims.disks(other).stream().anyMatch(each -> isOneTooMany(each, disk))) {
                    return "disk " + disk.id() + " is used by "
                            + other.metadata().name();
                }
            }
        }
        return "";
    }

    private static boolean isOneTooMany(Disk a, Disk b) {
        if (a.type() != b.type() || !a.id().equals(b.id())) {
            return false;
        }
        boolean written = !(a.readOnly() && b.readOnly());
        return switch (a.type()) {
            case AWS_ELASTIC_BLOCK_STORE -> true;
            case GCE_PERSISTENT_DISK, ISCSI -> written;
            case RBD ->
                written
                        && a.monitors().stream().anyMatch(b.monitors()::contains)
                        && (a.pool().isEmpty() ? "rbd" : a.pool())
                                .equals(b.pool().isEmpty() ? "rbd" : b.pool());
            default -> false;
        };
    }
}
