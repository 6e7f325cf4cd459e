package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.Disk;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.storage.CsiDriver;
import io.github.workload4j.gang.eligibility.ClusterView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The volumes of the pods of one question: what tells the pods apart, and what is known about their claims. Costs time
 * in the pods with volumes; where nodes bound how many they attach, also a look at each pod that is there. Safe to
 * share between threads.
 */
public final class QuestionVolumes {

    /** Before the name of a claim whose pods are to be on one node. */
    static final String TOGETHER = "one node: ";

    /** Before the name of a claim that a pod names a second time. */
    static final String AGAIN = "again: ";

    private final ClusterVolumes cluster;
    private final VolumeIndex index;
    private final Sharing sharing;
    private final Map<String, Integer> users = new HashMap<>();
    private final Map<VolumeKey, Integer> keyUsers = new HashMap<>();
    private final Map<ClaimKind, PodClaim> samples = new ConcurrentHashMap<>();

    /** Claims by what they are called in their pods. */
    private final Map<String, PodClaim> claims = new HashMap<>();

    private final Map<Pod, PodVolumes> resolved = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Signatures of pods with one claim that nobody else uses. */
    private final Map<PodClaim.Like, VolumeSignature> ofOne = Collections.synchronizedMap(new IdentityHashMap<>());

    private volatile @Nullable Boolean settled;

    /** What is made of claims that several pods name. */
    public enum Sharing {
        /** What kube-scheduler makes of them. */
        AS_IS,
        /** Open ones count as bound, to volumes that every node reaches. */
        BOUND,
        /** The same as kube-scheduler, and pods that share a volume for one node are on one node. */
        ON_ONE_NODE
    }

    private QuestionVolumes(ClusterVolumes cluster, Sharing sharing) {
        this.cluster = cluster;
        this.index = cluster.index();
        this.sharing = sharing;
    }

    /** {@return what is known about the volumes of these pods} */
    public static QuestionVolumes of(ClusterVolumes cluster, Collection<Pod> pending, Sharing sharing) {
        QuestionVolumes volumes = new QuestionVolumes(cluster, sharing);
        for (Pod pod : pending) {
            if (!pod.spec().volumes().isEmpty()) {
                volumes.count(pod);
            }
        }
        return volumes;
    }

    private void count(Pod pod) {
        PodVolumes volumes = of(pod);
        Set<String> names = volumes.claims().size() < 2 ? Set.of() : new HashSet<>();
        for (PodClaim use : volumes.claims()) {
            String name = nameIn(names, use);
            claims.putIfAbsent(name, use);
            if (name.equals(use.qualified())) {
                users.merge(name, 1, Integer::sum);
            }
            if (volumes.claims().size() > 1) {
                names.add(name);
            }
        }
        if (!index.limitedDrivers().isEmpty()) {
            for (VolumeKey key : keys(volumes)) {
                if (isLimited(key.driver())) {
                    keyUsers.merge(key, 1, Integer::sum);
                }
            }
        }
    }

    /** {@return whether every claim has its volume, and only one pod that uses it} */
    public boolean isSettled() {
        Boolean known = settled;
        if (known == null) {
            known = claims.values().stream()
                    .allMatch(use -> !isOpen(use)
                            && !isShared(use)
                            && usersOf(use.qualified()).isEmpty());
            settled = known;
        }
        return known;
    }

    /** {@return whether a pod names a claim twice that others share, and that wants a volume} */
    public boolean isOpenAboutNames() {
        return claims.entrySet().stream()
                .anyMatch(each ->
                        each.getKey().startsWith(AGAIN) && isOpen(each.getValue()) && isShared(each.getValue()));
    }

    /** {@return the volumes of a pod} */
    PodVolumes of(Pod pod) {
        return resolved.computeIfAbsent(pod, each -> PodVolumes.of(each, index));
    }

    VolumeIndex index() {
        return index;
    }

    ClusterView view() {
        return cluster.view();
    }

    VolumeReach reach() {
        return cluster.reach();
    }

    /** {@return a claim of a kind} */
    PodClaim sample(ClaimKind kind) {
        PodClaim sample = samples.get(kind);
        if (sample == null) {
            throw new IllegalStateException("no claim of this kind: " + kind);
        }
        return sample;
    }

    /** {@return a claim that several pods use, by what it is called in them} */
    PodClaim shared(String name) {
        PodClaim shared = claims.get(name.replace(TOGETHER, ""));
        if (shared == null) {
            throw new IllegalStateException("no claim of this name: " + name);
        }
        return shared;
    }

    /** {@return what is attached to nodes already} */
    Attached attached() {
        return cluster.attached();
    }

    /** {@return the keys of a pod that is pending, each once} */
    Set<VolumeKey> keys(PodVolumes volumes) {
        if (volumes.disks().isEmpty() && volumes.claims().size() == 1) {
            VolumeKey only = volumes.claims().get(0).key();
            return only == null ? Set.of() : Set.of(only);
        }
        Set<VolumeKey> keys = new LinkedHashSet<>();
        for (PodClaim use : volumes.claims()) {
            add(use.key(), keys);
        }
        for (Disk disk : volumes.disks()) {
            add(VolumeKey.of(disk, true), keys);
        }
        return keys;
    }

    private static void add(@Nullable VolumeKey key, Set<VolumeKey> keys) {
        if (key != null) {
            keys.add(key);
        }
    }

    /** {@return the running pods that use a claim} */
    List<ClusterVolumes.Use> usersOf(String qualified) {
        return cluster.usersOf(qualified);
    }

    /** {@return what tells a pod from others} */
    public VolumeSignature signature(Pod pod) {
        if (pod.spec().volumes().isEmpty()) {
            return VolumeSignature.NONE;
        }
        PodVolumes volumes = of(pod);
        PodClaim only = volumes.claims().size() == 1 && volumes.disks().isEmpty() && volumes.refusal() == null
                ? volumes.claims().get(0)
                : null;
        DriverUse driver = only == null ? null : only.like().driver();
        boolean counted = driver != null && isLimited(driver.driver());
        if (only == null || only.isForOnePod() || isShared(only) || counted && isKnown(only.key())) {
            return told(volumes);
        }
        return ofOne.computeIfAbsent(only.like(), like -> told(volumes));
    }

    /** {@return what a claim is called that a pod names after those it has named before} */
    static String nameIn(Collection<String> before, PodClaim use) {
        String name = use.qualified();
        while (before.contains(name)) {
            name = AGAIN + name;
        }
        return name;
    }

    /** {@return whether a volume is told from others of its driver} */
    private boolean isKnown(@Nullable VolumeKey key) {
        return key != null
                && isLimited(key.driver())
                && (isShared(key) || attached().isAnywhere(key));
    }

    private VolumeSignature told(PodVolumes volumes) {
        List<VolumeSignature.Bound> bound = new ArrayList<>();
        List<ClaimKind> open = new ArrayList<>();
        Set<String> shared = new TreeSet<>();
        Set<String> once = new TreeSet<>();
        for (PodClaim use : volumes.claims()) {
            PodClaim.Like like = use.like();
            if (like.bound() != null) {
                bound.add(like.bound());
            } else if (isOpen(use)) {
                ClaimKind kind = use.kind();
                samples.putIfAbsent(kind, use);
                if (isShared(use)) {
                    shared.add(nameIn(shared, use));
                } else {
                    open.add(kind);
                }
            }
            if (sharing == Sharing.ON_ONE_NODE && isShared(use) && isForOneNode(use, use.volume())) {
                shared.add(TOGETHER + use.qualified());
            }
            if (use.isForOnePod() && (isShared(use) || !usersOf(use.qualified()).isEmpty())) {
                once.add(use.qualified());
            }
        }
        open.sort(Comparator.comparing(ClaimKind::toString));
        Set<DriverUse> drivers = new TreeSet<>();
        Map<String, Integer> fresh = new TreeMap<>();
        List<VolumeKey> keys = new ArrayList<>();
        addKeys(volumes, drivers, fresh, keys);
        return new VolumeSignature(new VolumeSignature.Parts(
                volumes.refusal() == null ? null : volumes.refusal().problem(),
                bound,
                open,
                List.copyOf(shared),
                List.copyOf(once),
                drivers,
                fresh,
                keys,
                volumes.disks(),
                missing(volumes)));
    }

    /** {@return what is made of claims that several pods name} */
    public Sharing sharing() {
        return sharing;
    }

    /** {@return whether the volume of a claim is for one node, and a driver has to attach it there} */
    boolean isForOneNode(PodClaim use, @Nullable PersistentVolume volume) {
        PersistentVolume.Csi csi = volume == null ? null : volume.spec().csi();
        CsiDriver driver = csi == null ? null : index.driver(csi.driver());
        return use.claim().spec().accessModes().equals(List.of("ReadWriteOnce"))
                && (driver == null || !Boolean.FALSE.equals(driver.attachRequired()));
    }

    /** {@return whether a claim still wants a volume} */
    boolean isOpen(PodClaim use) {
        return use.state() == PodClaim.State.OPEN && !(sharing == Sharing.BOUND && isShared(use));
    }

    /** {@return whether several pods of the question bring a volume} */
    boolean isShared(VolumeKey key) {
        return keyUsers.getOrDefault(key, 0) > 1;
    }

    /** {@return whether several pods of the question name a claim} */
    boolean isShared(PodClaim use) {
        return users.getOrDefault(use.qualified(), 0) > 1;
    }

    private void addKeys(PodVolumes volumes, Set<DriverUse> drivers, Map<String, Integer> fresh, List<VolumeKey> keys) {
        for (PodClaim use : volumes.claims()) {
            DriverUse driver = use.like().driver();
            if (driver != null) {
                drivers.add(driver);
            }
        }
        for (Disk disk : volumes.disks()) {
            VolumeKey key = VolumeKey.of(disk, true);
            if (key != null) {
                drivers.add(new DriverUse(key.driver(), true));
            }
        }
        for (VolumeKey key : keys(volumes)) {
            if (isKnown(key)) {
                keys.add(key);
            } else if (isLimited(key.driver())) {
                fresh.merge(key.driver(), 1, Integer::sum);
            }
        }
        keys.sort(Comparator.comparing(VolumeKey::driver).thenComparing(VolumeKey::handle));
    }

    /** {@return whether some node bounds how many volumes of a driver it attaches} */
    boolean isLimited(String driver) {
        return index.limitedDrivers().contains(driver);
    }

    private Set<MissingKind> missing(PodVolumes volumes) {
        Set<MissingKind> missing = EnumSet.noneOf(MissingKind.class);
        missing.addAll(volumes.missing());
        for (PodClaim use : volumes.claims()) {
            if (use.like().attaches() && index.objects().nodes().isEmpty()) {
                missing.add(MissingKind.NODES);
            }
            if (use.like().made() && index.objects().drivers().isEmpty()) {
                missing.add(MissingKind.DRIVERS);
            }
        }
        return missing;
    }
}
