package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.storage.CsiDriver;
import io.github.workload4j.api.storage.CsiStorageCapacity;
import io.github.workload4j.gang.ClaimChoice;
import io.github.workload4j.gang.Unmodelled;
import io.github.workload4j.gang.Unmodelled.What;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a placement depends on that kube-scheduler does not look at, because of volumes. */
public final class VolumeDoubts {

    private final QuestionVolumes volumes;
    private final List<VolumeChoices.PlacedPod> pods;
    private final List<List<ClaimChoice>> choices;

    private VolumeDoubts(QuestionVolumes volumes, List<VolumeChoices.PlacedPod> pods, List<List<ClaimChoice>> choices) {
        this.volumes = volumes;
        this.pods = pods;
        this.choices = choices;
    }

    /**
     * {@return what a placement depends on}
     *
     * @param pods the pods placed, and what becomes of their open claims
     * @param all all pending pods of the question
     */
    public static List<Unmodelled> of(
            QuestionVolumes volumes,
            List<VolumeChoices.PlacedPod> pods,
            List<List<ClaimChoice>> choices,
            List<Pod> all) {
        VolumeDoubts doubts = new VolumeDoubts(volumes, pods, choices);
        List<Unmodelled> found = new ArrayList<>();
        add(doubts.provisioning(), found);
        add(doubts.capacity(), found);
        add(doubts.attachedTwice(all), found);
        return found;
    }

    private static void add(@Nullable Unmodelled one, List<Unmodelled> to) {
        if (one != null) {
            to.add(one);
        }
    }

    private @Nullable Unmodelled provisioning() {
        Set<String> claims = new TreeSet<>();
        Set<String> classes = new TreeSet<>();
        Set<String> concerned = new LinkedHashSet<>();
        for (int i = 0; i < pods.size(); i++) {
            Pod pod = pods.get(i).pod();
            for (ClaimChoice choice : choices.get(i)) {
                if (!choice.provision().isEmpty()) {
                    claims.add(pod.metadata().namespaceOrDefault() + "/" + choice.claim());
                    classes.add(choice.provision());
                    concerned.add(pod.metadata().qualifiedName());
                }
            }
        }
        return claims.isEmpty()
                ? null
                : new Unmodelled(
                        What.PROVISIONING,
                        concerned.size(),
                        concerned.iterator().next(),
                        claims.size() + (claims.size() == 1 ? " volume" : " volumes") + " of "
                                + (classes.size() == 1 ? "class " : "classes ") + String.join(", ", classes)
                                + " still to be made, such as that of claim "
                                + claims.iterator().next());
    }

    /** A pool and what is to be made from it. */
    private static final class Pool {
        private final CsiStorageCapacity capacity;
        private Quantity asked = Quantity.ZERO;
        private final Set<String> concerned = new LinkedHashSet<>();

        Pool(CsiStorageCapacity capacity) {
            this.capacity = capacity;
        }

        private boolean takes(Quantity size) {
            return capacity.capacity() == null || asked.plus(size).compareTo(capacity.capacity()) <= 0;
        }
    }

    private @Nullable Unmodelled capacity() {
        Map<String, Pool> pools = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        Pool over = null;
        for (int i = 0; i < pods.size(); i++) {
            Pod pod = pods.get(i).pod();
            for (ClaimChoice choice : choices.get(i)) {
                PodClaim use = claim(pod, choice);
                Quantity size = use == null
                        ? null
                        : use.claim().spec().resources().requests().get("storage");
                if (use == null || size == null || !publishes(use) || !seen.add(use.qualified())) {
                    continue;
                }
                Pool pool = pool(use, size, pods.get(i).node(), pools);
                if (pool != null) {
                    over = over == null && !pool.takes(size) ? pool : over;
                    pool.asked = pool.asked.plus(size);
                    pool.concerned.add(pod.metadata().qualifiedName());
                }
            }
        }
        return over == null
                ? null
                : new Unmodelled(
                        What.STORAGE_CAPACITY,
                        over.concerned.size(),
                        over.concerned.iterator().next(),
                        "volumes of class " + over.capacity.storageClassName() + " with " + over.asked
                                + " together from a pool that has " + over.capacity.capacity() + " left");
    }

    private @Nullable PodClaim claim(Pod pod, ClaimChoice choice) {
        return choice.provision().isEmpty()
                ? null
                : volumes.of(pod).claims().stream()
                        .filter(use -> use.name().equals(choice.claim()))
                        .findFirst()
                        .orElse(null);
    }

    private boolean publishes(PodClaim use) {
        CsiDriver driver = use.storageClass() == null
                ? null
                : volumes.index().driver(use.storageClass().provisioner());
        return driver != null && driver.storageCapacity();
    }

    /** {@return the first pool that takes it beside what it has been given, or else the first that reaches the node} */
    private @Nullable Pool pool(PodClaim use, Quantity size, int node, Map<String, Pool> pools) {
        Pool first = null;
        for (CsiStorageCapacity capacity : volumes.index().capacitiesOf(VolumeIndex.classOf(use.claim()))) {
            LabelSelector reached = capacity.nodeTopology();
            Quantity most = capacity.maximumVolumeSize() != null ? capacity.maximumVolumeSize() : capacity.capacity();
            if (reached == null
                    || most == null
                    || most.compareTo(size) < 0
                    || !reached.matches(volumes.view().node(node).metadata().labels())) {
                continue;
            }
            Pool pool = pools.computeIfAbsent(capacity.metadata().qualifiedName(), p -> new Pool(capacity));
            if (pool.takes(size)) {
                return pool;
            }
            first = first == null ? pool : first;
        }
        return first;
    }

    private @Nullable Unmodelled attachedTwice(List<Pod> all) {
        Map<String, String> volumeOf = new LinkedHashMap<>();
        Map<String, Set<String>> nodesOf = new LinkedHashMap<>();
        Map<String, Set<String>> usersOf = new LinkedHashMap<>();
        Map<String, String> nodeOf = new LinkedHashMap<>();
        for (int i = 0; i < pods.size(); i++) {
            Pod pod = pods.get(i).pod();
            for (PodClaim use : volumes.of(pod).claims()) {
                boolean others = volumes.isShared(use)
                        || !volumes.usersOf(use.qualified()).isEmpty();
                String volume = others ? volumeOf(use, choices.get(i)) : null;
                if (volume != null && volumes.isForOneNode(use, volumes.index().volume(volume))) {
                    volumeOf.put(use.qualified(), volume);
                }
            }
        }
        if (volumeOf.isEmpty()) {
            return null;
        }
        pods.forEach(placed -> nodeOf.put(placed.pod().metadata().qualifiedName(), name(placed.node())));
        for (Pod pod : all) {
            for (PodClaim use : volumes.of(pod).claims()) {
                if (volumeOf.containsKey(use.qualified())) {
                    String node = nodeOf.getOrDefault(pod.metadata().qualifiedName(), "");
                    add(use.qualified(), pod, node, nodesOf, usersOf);
                }
            }
        }
        for (String claim : volumeOf.keySet()) {
            volumes.usersOf(claim).forEach(use -> add(claim, use.pod(), name(use.node()), nodesOf, usersOf));
        }
        for (Map.Entry<String, String> each : volumeOf.entrySet()) {
            if (nodesOf.getOrDefault(each.getKey(), Set.of()).size() > 1) {
                Set<String> users = usersOf.getOrDefault(each.getKey(), Set.of());
                return new Unmodelled(
                        What.MULTI_ATTACH,
                        users.size(),
                        users.iterator().next(),
                        "volume " + each.getValue() + " of claim " + each.getKey()
                                + " is ReadWriteOnce, and not all pods that use it are on one node");
            }
        }
        return null;
    }

    private String name(int node) {
        return volumes.view().node(node).metadata().name();
    }

    private static void add(
            String claim, Pod pod, String node, Map<String, Set<String>> nodesOf, Map<String, Set<String>> usersOf) {
        nodesOf.computeIfAbsent(claim, c -> new LinkedHashSet<>()).add(node);
        usersOf.computeIfAbsent(claim, c -> new LinkedHashSet<>())
                .add(pod.metadata().qualifiedName());
    }

    private static @Nullable String volumeOf(PodClaim use, List<ClaimChoice> chosen) {
        PersistentVolume bound = use.volume();
        if (bound != null) {
            return bound.metadata().name();
        }
        return chosen.stream()
                .filter(choice ->
                        choice.claim().equals(use.name()) && !choice.volume().isEmpty())
                .map(ClaimChoice::volume)
                .findFirst()
                .orElse(null);
    }
}
