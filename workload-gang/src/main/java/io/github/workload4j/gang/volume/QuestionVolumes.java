package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.Disk;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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

    private final VolumeIndex index;
    private final ClusterView view;
    private final VolumeReach reach;
    private final Map<String, Integer> users = new HashMap<>();
    private final Map<VolumeKey, Integer> keyUsers = new HashMap<>();
    private final Map<ClaimKind, PodClaim> samples = new ConcurrentHashMap<>();
    private final Map<String, PodClaim> sharedClaims = new LinkedHashMap<>();
    private final Map<Pod, PodVolumes> resolved = Collections.synchronizedMap(new IdentityHashMap<>());
    private volatile @Nullable Attached attached;
    private volatile @Nullable Map<String, String> claimsInUse;

    /** Whether claims that pods share count as bound, to volumes that every node reaches. */
    private final boolean sharedBound;

    private QuestionVolumes(VolumeIndex index, ClusterView view, SchedulerRules rules, boolean sharedBound) {
        this.sharedBound = sharedBound;
        this.index = index;
        this.view = view;
        this.reach = new VolumeReach(view, index, rules);
    }

    /**
     * {@return what is known about the volumes of these pods, or null if none has any}
     *
     * @param sharedBound whether open claims that several of them name count as bound, to volumes that every node
     *     reaches
     */
    public static @Nullable QuestionVolumes of(
            VolumeIndex index, ClusterView view, SchedulerRules rules, Collection<Pod> pending, boolean sharedBound) {
        QuestionVolumes volumes = null;
        for (Pod pod : pending) {
            if (!pod.spec().volumes().isEmpty()) {
                volumes = volumes == null ? new QuestionVolumes(index, view, rules, sharedBound) : volumes;
                volumes.count(pod);
            }
        }
        return volumes;
    }

    private void count(Pod pod) {
        PodVolumes volumes = of(pod);
        Set<String> names = new LinkedHashSet<>();
        volumes.claims().forEach(use -> {
            names.add(use.qualified());
            sharedClaims.putIfAbsent(use.qualified(), use);
        });
        names.forEach(name -> users.merge(name, 1, Integer::sum));
        keys(volumes).forEach(key -> keyUsers.merge(key, 1, Integer::sum));
    }

    /** {@return the volumes of a pod} */
    PodVolumes of(Pod pod) {
        return resolved.computeIfAbsent(pod, each -> PodVolumes.of(each, index));
    }

    VolumeIndex index() {
        return index;
    }

    ClusterView view() {
        return view;
    }

    VolumeReach reach() {
        return reach;
    }

    /** {@return a claim of a kind} */
    PodClaim sample(ClaimKind kind) {
        PodClaim sample = samples.get(kind);
        if (sample == null) {
            throw new IllegalStateException("no claim of this kind: " + kind);
        }
        return sample;
    }

    /** {@return a claim that several pods use, by namespace and name} */
    PodClaim shared(String qualified) {
        PodClaim shared = sharedClaims.get(qualified);
        if (shared == null) {
            throw new IllegalStateException("no claim of this name: " + qualified);
        }
        return shared;
    }

    /** {@return what is attached to nodes already} */
    Attached attached() {
        Attached known = attached;
        if (known == null) {
            known = new Attached(view, index);
            attached = known;
        }
        return known;
    }

    /** {@return the keys of a pod that is pending, each once} */
    Set<VolumeKey> keys(PodVolumes volumes) {
        Set<VolumeKey> keys = new LinkedHashSet<>();
        for (PodClaim use : volumes.claims()) {
            add(VolumeKey.of(use, index), keys);
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

    /** {@return a running pod that uses a claim, as namespace and name, or null} */
    @Nullable
    String userOf(String qualified) {
        Map<String, String> known = claimsInUse;
        if (known == null) {
            Map<String, String> found = new HashMap<>();
            view.forEachPod((node, pod) -> {
                if (!pod.spec().volumes().isEmpty()) {
                    RunningClaims.of(pod)
                            .forEach(name ->
                                    found.putIfAbsent(name, pod.metadata().qualifiedName()));
                }
            });
            claimsInUse = found;
            known = found;
        }
        return known.get(qualified);
    }

    /** {@return what tells a pod from others} */
    public VolumeSignature signature(Pod pod) {
        if (pod.spec().volumes().isEmpty()) {
            return VolumeSignature.NONE;
        }
        PodVolumes volumes = of(pod);
        List<VolumeSignature.Bound> bound = new ArrayList<>();
        List<ClaimKind> open = new ArrayList<>();
        Set<String> shared = new TreeSet<>();
        Set<String> once = new TreeSet<>();
        for (PodClaim use : volumes.claims()) {
            PersistentVolume volume = use.volume();
            if (volume != null) {
                bound.add(new VolumeSignature.Bound(
                        volume.spec().nodeAffinity(),
                        OlderVolume.of(volume),
                        use.ephemeral() ? Map.of() : VolumeReach.zonesOf(volume)));
            } else if (isOpen(use)) {
                ClaimKind kind = ClaimKind.of(use, index);
                samples.putIfAbsent(kind, use);
                if (isShared(use) && !shared.contains(use.qualified())) {
                    shared.add(use.qualified());
                } else {
                    open.add(kind);
                }
            }
            if (use.isForOnePod() && (isShared(use) || userOf(use.qualified()) != null)) {
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

    /** {@return whether open claims that several pods name count as bound} */
    public boolean isSharedBound() {
        return sharedBound;
    }

    /** {@return whether a claim still wants a volume} */
    boolean isOpen(PodClaim use) {
        return use.state() == PodClaim.State.OPEN && !(sharedBound && isShared(use));
    }

    /** {@return whether several pods of the question bring a volume} */
    boolean isShared(VolumeKey key) {
        return keyUsers.getOrDefault(key, 0) > 1;
    }

    private boolean isShared(PodClaim use) {
        return users.getOrDefault(use.qualified(), 0) > 1;
    }

    private void addKeys(PodVolumes volumes, Set<DriverUse> drivers, Map<String, Integer> fresh, List<VolumeKey> keys) {
        for (PodClaim use : volumes.claims()) {
            VolumeKey key = VolumeKey.of(use, index);
            if (key != null) {
                drivers.add(new DriverUse(key.driver(), VolumeKey.isOlder(use, index)));
            }
        }
        for (Disk disk : volumes.disks()) {
            VolumeKey key = VolumeKey.of(disk, true);
            if (key != null) {
                drivers.add(new DriverUse(key.driver(), true));
            }
        }
        for (VolumeKey key : keys(volumes)) {
            if (!isLimited(key.driver())) {
                continue;
            }
            if (isShared(key) || attached().isAnywhere(key)) {
                keys.add(key);
            } else {
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
            boolean made = use.storageClass() != null && VolumeReach.isProvisioned(use.storageClass());
            PersistentVolume volume = use.volume();
            boolean attaches = made || volume != null && volume.spec().csi() != null;
            if (attaches && index.objects().nodes().isEmpty()) {
                missing.add(MissingKind.NODES);
            }
            if (made && index.objects().drivers().isEmpty()) {
                missing.add(MissingKind.DRIVERS);
            }
        }
        return missing;
    }
}
