package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.storage.CsiDriver;
import io.github.workload4j.api.storage.CsiStorageCapacity;
import io.github.workload4j.api.storage.StorageClass;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ClaimChoice;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private final AttachChecks attaching;

    private final VolumeUsers there;

    /** What open claims have got: a volume, or one made for a node. */
    private final Map<String, String> given = new HashMap<>();

    /** The nodes of the pods that name an open claim, and the one for which a volume of it is made. */
    private final Map<String, Set<String>> nodesOf = new HashMap<>();

    private final Map<String, String> madeOn = new HashMap<>();

    /** Volumes that open claims have got, and which. */
    private final Map<String, String> taken = new HashMap<>();

    /** Whether the placement says what every open claim gets. */
    private final boolean saysAll;

    /** Open claims of which the placement does not say what they get. */
    private final Map<String, Unsaid> unsaid = new LinkedHashMap<>();

    /** A claim that gets some volume, and the nodes of its pods. */
    private record Unsaid(
            String claimed,
            Pod pod,
            Claims.Use use,
            PersistentVolumeClaim claim,
            StorageClass storageClass,
            int before,
            Map<String, Node> nodes) {}

    /**
     * Starts with the pods that are there before anything is placed.
     *
     * @param saysAll whether the placement must say what every open claim gets; if not, where it does not, it must be
     *     possible that each gets something
     */
    VolumeChecks(VolumeUsers before, ReplayRules rules, boolean saysAll) {
        this.claims = before.claims;
        this.there = new VolumeUsers(before);
        this.rules = rules;
        this.attaching = new AttachChecks(claims, rules);
        this.saysAll = saysAll;
    }

    /** Enters a pod that is on a node. */
    void put(Pod pod, String node) {
        there.put(pod, node);
    }

    /** {@return what is wrong with a pod that comes to a node, and enters what its claims get; empty if nothing is} */
    String objection(Pod pod, Node node, Assignment assignment) {
        List<ClaimChoice> choices = new ArrayList<>(assignment.volumes());
        String wrong = "";
        Map<String, Integer> named = new HashMap<>();
        for (Claims.Use use : claims.of(pod)) {
            if (wrong.isEmpty()) {
                wrong = objection(pod, node, use, named.merge(use.name(), 1, Integer::sum) - 1, choices);
            }
        }
        if (wrong.isEmpty() && !choices.isEmpty()) {
            wrong = "claim " + choices.get(0).claim() + " is no open claim of the pod";
        }
        String name = node.metadata().name();
        return wrong.isEmpty() ? attaching.objection(pod, name, there.on(name)) : wrong;
    }

    private String objection(Pod pod, Node node, Claims.Use use, int before, List<ClaimChoice> choices) {
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
        String user = once ? there.user(name) : null;
        if (user != null) {
            return "claim " + name + " is for one pod, and " + user + " uses it";
        }
        return claim.spec().volumeName().isEmpty()
                ? open(pod, node, use, before, claim, choices)
                : bound(node, use, claim);
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

    /** A claim that pods name a second time wants a second volume. */
    private String open(
            Pod pod, Node node, Claims.Use use, int before, PersistentVolumeClaim claim, List<ClaimChoice> choices) {
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
        String name = pod.metadata().namespaceOrDefault() + "/" + use.name();
        String key = name + " again".repeat(before);
        Set<String> nodes = nodesOf.computeIfAbsent(name, n -> new HashSet<>());
        nodes.add(node.metadata().name());
        if (choice == null && !saysAll) {
            unsaid.computeIfAbsent(
                            key, k -> new Unsaid(name, pod, use, claim, storageClass, before, new LinkedHashMap<>()))
                    .nodes()
                    .put(node.metadata().name(), node);
            return "";
        }
        if (choice == null) {
            return "nothing is said about claim " + use.name();
        }
        choices.remove(choice);
        if (choice.volume().isEmpty()) {
            madeOn.putIfAbsent(name, node.metadata().name());
        }
        if (madeOn.containsKey(name) && nodes.size() > 1) {
            return "claim " + use.name() + " is made on " + madeOn.get(name) + ", and not all of its pods are there";
        }
        return choice.volume().isEmpty()
                ? made(key, node, use, claim, storageClass, choice)
                : existing(key, pod, node, use, before, claim, choice.volume());
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
            boolean made = nodesOf.getOrDefault(want.claimed(), Set.of()).size() == 1
                    && canBeMade(want.nodes().values().iterator().next(), want.claim(), want.storageClass());
            if (!made) {
                names.add(name);
                wanted.add(claims.volumes.values().stream()
                        .filter(volume -> !taken.containsKey(volume.metadata().name())
                                && serves(volume, want.pod(), want.use(), want.claim(), want.before())
                                && want.nodes().values().stream()
                                        .allMatch(node -> Claims.holds(
                                                        volume.spec().nodeAffinity(),
                                                        node.metadata().labels())
                                                && claims.reaches(
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

    private String existing(
            String key, Pod pod, Node node, Claims.Use use, int before, PersistentVolumeClaim claim, String name) {
        PersistentVolume volume = claims.volumes.get(name);
        if (volume == null || !serves(volume, pod, use, claim, before)) {
            return "volume " + name + " does not serve claim " + use.name();
        }
        Map<String, String> labels = node.metadata().labels();
        if (!claims.reaches(volume, node.metadata().name(), labels)
                || !Claims.holds(volume.spec().nodeAffinity(), labels)) {
            return "volume " + name + " does not reach the node";
        }
        String got = given.putIfAbsent(key, name);
        String owner = taken.putIfAbsent(name, key);
        if (got != null && !got.equals(name)) {
            return "claim " + use.name() + " has got " + got;
        }
        return owner == null || owner.equals(key) ? "" : "volume " + name + " is given to " + owner;
    }

    /** A claim that volumes are kept for takes others only when it has got all of these. */
    private boolean serves(PersistentVolume volume, Pod pod, Claims.Use use, PersistentVolumeClaim claim, int before) {
        if (claim.metadata().annotations().containsKey("volume.kubernetes.io/selected-node")
                || !isLike(volume, claim)) {
            return false;
        }
        if (volume.spec().claimRef() != null) {
            return isKeptFor(volume, pod, use, claim);
        }
        String name = pod.metadata().namespaceOrDefault() + "/" + use.name();
        long kept = claims.kept.getOrDefault(name, List.of()).stream()
                .filter(other -> isLike(other, claim) && isKeptFor(other, pod, use, claim))
                .count();
        boolean haveAll = before >= kept;
        for (int i = 0; i < kept; i++) {
            haveAll &= !given.getOrDefault(name + " again".repeat(i), "").startsWith("new on ");
        }
        return haveAll
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
}
