package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.storage.CsiDriver;
import io.github.workload4j.api.storage.CsiNode;
import io.github.workload4j.api.storage.CsiStorageCapacity;
import io.github.workload4j.api.storage.StorageClass;
import io.github.workload4j.gang.cache.RecentlyUsed;
import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.eligibility.NodeRules;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that reach volumes, and those for which volumes can be made. Sets of nodes are bits, {@code n & 63} of word
 * {@code n >> 6} for node {@code n}, and must not be changed; each is worked out once, while they are few. Safe to
 * share between threads.
 */
final class VolumeReach {

    private static final List<Toleration> EVERYTHING = List.of(new Toleration("", "Exists", "", ""));

    /** Sets of kinds whose supplies are remembered. */
    private static final int MOST_SUPPLIES = 4;

    /** So many volumes are looked at again for each claim. */
    private static final int FEW = 64;

    private static final String NOBODY = "kubernetes.io/no-provisioner";

    /** Keys of zones and regions, and the newer name of each. */
    private static final Map<String, String> ZONES = zones();

    private final ClusterView view;
    private final VolumeIndex index;
    private final SchedulerRules rules;
    private final Map<NodeSelector, long[]> byAffinity = new ConcurrentHashMap<>();
    private final Map<Map<String, String>, long[]> byZones = new ConcurrentHashMap<>();
    private final Map<ClaimKind, long[]> byKind = new ConcurrentHashMap<>();
    private final Map<String, long[]> byClass = new ConcurrentHashMap<>();
    private final Map<Shelved, int[]> reachedFrom = new ConcurrentHashMap<>();
    private final Map<String, long[]> migrated = new ConcurrentHashMap<>();
    private final RecentlyUsed<List<ClaimKind>, Supplies> supplies = new RecentlyUsed<>(MOST_SUPPLIES);
    private final Map<DriverUse, long[]> byDriver = new ConcurrentHashMap<>();
    private final Map<String, Map<String, List<Integer>>> byLabel = new ConcurrentHashMap<>();
    private final long[] all;

    VolumeReach(ClusterView view, VolumeIndex index, SchedulerRules rules) {
        this.view = view;
        this.index = index;
        this.rules = rules;
        this.all = new long[view.nodes() + 63 >> 6];
        for (int n = 0; n < view.nodes(); n++) {
            all[n >> 6] |= 1L << (n & 63);
        }
    }

    private static Map<String, String> zones() {
        Map<String, String> zones = new LinkedHashMap<>();
        for (String each : List.of("zone", "region")) {
            zones.put("failure-domain.beta.kubernetes.io/" + each, "topology.kubernetes.io/" + each);
            zones.put("topology.kubernetes.io/" + each, "topology.kubernetes.io/" + each);
        }
        return zones;
    }

    /** {@return the labels of a volume by which zones are compared} */
    static Map<String, String> zonesOf(PersistentVolume volume) {
        if (volume.metadata().labels().isEmpty()) {
            return Map.of();
        }
        Map<String, String> zones = new LinkedHashMap<>();
        volume.metadata().labels().forEach((key, value) -> {
            if (ZONES.containsKey(key)) {
                zones.put(key, value);
            }
        });
        return zones;
    }

    /** {@return every node} */
    long[] everywhere() {
        return all;
    }

    /** {@return the nodes that reach a volume by its node affinity} */
    long[] reaching(@Nullable NodeSelector affinity) {
        if (affinity == null) {
            return everywhere();
        }
        long[] known = byAffinity.get(affinity);
        if (known == null) {
            known = findReaching(affinity);
            if ((long) byAffinity.size() * known.length < Supplies.MOST >> 6) {
                long[] before = byAffinity.putIfAbsent(affinity, known);
                known = before == null ? known : before;
            }
        }
        return known;
    }

    /** {@return the nodes that reach a volume, as the driver sees it that stands for an older one} */
    long[] reaching(@Nullable NodeSelector affinity, @Nullable OlderVolume older) {
        long[] plain = reaching(affinity);
        if (older == null) {
            return plain;
        }
        long[] translated = reaching(older.affinity());
        long[] where = migrated.computeIfAbsent(older.plugin(), plugin -> findMigrated(older));
        long[] found = plain.clone();
        for (int w = 0; w < found.length; w++) {
            found[w] = found[w] & ~where[w] | translated[w] & where[w];
        }
        return found;
    }

    private long[] findMigrated(OlderVolume older) {
        long[] found = new long[all.length];
        for (int n = 0; n < view.nodes(); n++) {
            if (older.isMigrated(index.node(view.node(n).metadata().name()))) {
                found[n >> 6] |= 1L << (n & 63);
            }
        }
        return found;
    }

    /**
     * {@return the nodes on which a volume can be given to an open claim: it is chosen by its node affinity as it is
     * written, and bound as the driver sees it that stands for an older one}
     */
    long[] giving(PersistentVolume volume) {
        NodeSelector affinity = volume.spec().nodeAffinity();
        OlderVolume older = OlderVolume.of(volume);
        long[] chosen = reaching(affinity);
        if (older == null) {
            return chosen;
        }
        long[] found = reaching(affinity, older).clone();
        for (int w = 0; w < found.length; w++) {
            found[w] &= chosen[w];
        }
        return found;
    }

    private long[] findReaching(NodeSelector affinity) {
        List<NodeSelectorTerm> terms = new ArrayList<>();
        for (NodeSelectorTerm term : affinity.nodeSelectorTerms()) {
            if (term.matchExpressions().isEmpty() && !term.matchFields().isEmpty()) {
                return everywhere();
            }
            terms.add(new NodeSelectorTerm(term.matchExpressions(), List.of()));
        }
        long[] simple = terms.size() == 1 ? ofValues(terms.get(0)) : null;
        return simple != null ? simple : view.admitted(new NodeRules(EVERYTHING, Map.of(), new NodeSelector(terms)));
    }

    /** {@return the nodes of a term that lists values of one label, or null for another term} */
    private long @Nullable [] ofValues(NodeSelectorTerm term) {
        if (term.matchExpressions().size() != 1) {
            return null;
        }
        NodeSelectorRequirement only = term.matchExpressions().get(0);
        if (!only.operator().equals("In")
                || only.values().isEmpty()
                || only.values().contains("")) {
            return null;
        }
        Map<String, List<Integer>> known = byLabel.computeIfAbsent(only.key(), this::label);
        long[] found = new long[everywhere().length];
        for (String value : only.values()) {
            known.getOrDefault(value, List.of()).forEach(n -> found[n >> 6] |= 1L << (n & 63));
        }
        return found;
    }

    private Map<String, List<Integer>> label(String key) {
        Domains domains = view.domains(key);
        Map<String, List<Integer>> byValue = new HashMap<>();
        for (int n = 0; n < view.nodes(); n++) {
            if (domains.of()[n] >= 0) {
                byValue.computeIfAbsent(domains.values().get(domains.of()[n]), v -> new ArrayList<>(1))
                        .add(n);
            }
        }
        return byValue;
    }

    /** {@return the nodes whose zone and region are among those of a volume's labels} */
    long[] inZones(Map<String, String> labels) {
        return labels.isEmpty() ? everywhere() : byZones.computeIfAbsent(labels, this::findInZones);
    }

    private long[] findInZones(Map<String, String> labels) {
        long[] found = new long[everywhere().length];
        for (int n = 0; n < view.nodes(); n++) {
            Map<String, String> own = view.node(n).metadata().labels();
            if (ZONES.keySet().stream().noneMatch(own::containsKey) || isInZones(own, labels)) {
                found[n >> 6] |= 1L << (n & 63);
            }
        }
        return found;
    }

    private static boolean isInZones(Map<String, String> node, Map<String, String> labels) {
        for (Map.Entry<String, String> label : labels.entrySet()) {
            Set<String> values = values(label.getValue());
            String own = node.getOrDefault(label.getKey(), node.get(ZONES.get(label.getKey())));
            if (!values.isEmpty() && (own == null || !values.contains(own))) {
                return false;
            }
        }
        return true;
    }

    /** {@return the values of a label of zones; none if one of them is empty, for then it is not looked at} */
    private static Set<String> values(String label) {
        Set<String> values = new HashSet<>();
        for (String part : label.split("__", -1)) {
            if (part.isBlank()) {
                return Set.of();
            }
            values.add(part.strip());
        }
        return values;
    }

    /** {@return the volumes that serve a claim: those kept for it alone if there are any, or else the largest first} */
    List<PersistentVolume> serving(PodClaim use) {
        return VolumeServes.serving(use, index);
    }

    /** {@return the volumes that serve a claim, and smaller ones after them} */
    List<PersistentVolume> shelved(PodClaim use, List<PersistentVolume> serving) {
        return isFree(serving) ? index.shelf(use).all() : serving;
    }

    private static boolean isFree(List<PersistentVolume> serving) {
        return !serving.isEmpty() && serving.get(0).spec().claimRef() == null;
    }

    /** {@return the nodes that so many of the volumes that serve a claim reach} */
    long[] served(PodClaim use, int times) {
        List<PersistentVolume> volumes = serving(use);
        int[] from = isFree(volumes) && volumes.size() > FEW
                ? reachedFrom.computeIfAbsent(
                        new Shelved(index.shelf(use), times),
                        each -> reachedFrom(each.shelf().all(), times))
                : reachedFrom(volumes, times);
        long[] found = new long[all.length];
        for (int n = 0; n < from.length; n++) {
            found[n >> 6] |= from[n] < volumes.size() ? 1L << (n & 63) : 0;
        }
        return found;
    }

    /** A shelf, and how many volumes of it are to reach a node. */
    private record Shelved(VolumeShelf shelf, int times) {}

    /** {@return for each node the place of the volume which is the last of so many that reach it} */
    private int[] reachedFrom(List<PersistentVolume> volumes, int times) {
        int[] from = new int[view.nodes()];
        Arrays.fill(from, Integer.MAX_VALUE);
        int[] left = new int[from.length];
        Arrays.fill(left, times);
        long[] open = all.clone();
        for (int i = 0; i < volumes.size(); i++) {
            long[] reach = giving(volumes.get(i));
            for (int w = 0; w < open.length; w++) {
                for (long here = reach[w] & open[w]; here != 0; here &= here - 1) {
                    int n = (w << 6) + Long.numberOfTrailingZeros(here);
                    if (--left[n] == 0) {
                        from[n] = i;
                        open[w] &= ~(here & -here);
                    }
                }
            }
        }
        return from;
    }

    /** {@return the supplies of claims of some kinds, by a claim of each} */
    Supplies supplies(List<ClaimKind> kinds, Function<ClaimKind, PodClaim> sample) {
        return supplies.recall(List.copyOf(kinds), () -> Supplies.of(this, kinds, sample));
    }

    /** {@return what kinds of claims have too much of to be looked at, in words; empty if nothing} */
    String tooMany(List<ClaimKind> kinds, Function<ClaimKind, PodClaim> sample) {
        long nodes = view.nodes();
        return Math.max(kinds.size(), nodes) * index.objects().volumes().size() > Supplies.LISTED
                ? Supplies.tooMany(this, kinds, sample)
                : "";
    }

    /** {@return the nodes for which a volume can be made for an open claim} */
    long[] making(PodClaim use, ClaimKind kind) {
        return byKind.computeIfAbsent(kind, k -> {
            StorageClass storageClass = use.storageClass();
            return storageClass == null || kind.selectedNode() != null || countsRoom(storageClass, kind)
                    ? findMaking(use, kind)
                    : byClass.computeIfAbsent(storageClass.metadata().name(), name -> findMaking(use, kind));
        });
    }

    private boolean countsRoom(StorageClass storageClass, ClaimKind kind) {
        CsiDriver driver = index.driver(storageClass.provisioner());
        return driver != null && driver.storageCapacity() && kind.size() != null;
    }

    private long[] findMaking(PodClaim use, ClaimKind kind) {
        long[] found = new long[everywhere().length];
        StorageClass storageClass = use.storageClass();
        if (storageClass == null || !isProvisioned(storageClass)) {
            return found;
        }
        boolean counts = countsRoom(storageClass, kind);
        for (int n = 0; n < view.nodes(); n++) {
            Map<String, String> labels = view.node(n).metadata().labels();
            boolean promised = kind.selectedNode() == null
                    || kind.selectedNode().equals(view.node(n).metadata().name());
            if (promised && isAllowed(storageClass, labels) && (!counts || hasRoom(kind, labels))) {
                found[n >> 6] |= 1L << (n & 63);
            }
        }
        return found;
    }

    /** {@return whether somebody makes volumes of a class} */
    static boolean isProvisioned(StorageClass storageClass) {
        return !storageClass.provisioner().isEmpty()
                && !storageClass.provisioner().equals(NOBODY);
    }

    private static boolean isAllowed(StorageClass storageClass, Map<String, String> labels) {
        return storageClass.allowedTopologies().isEmpty()
                || storageClass.allowedTopologies().stream()
                        .anyMatch(term -> term.matchLabelExpressions().stream()
                                .allMatch(expression -> labels.containsKey(expression.key())
                                        && expression.values().contains(labels.get(expression.key()))));
    }

    private boolean hasRoom(ClaimKind kind, Map<String, String> labels) {
        for (CsiStorageCapacity capacity : index.capacitiesOf(kind.storageClass())) {
            Quantity most = capacity.maximumVolumeSize() != null ? capacity.maximumVolumeSize() : capacity.capacity();
            LabelSelector reached = capacity.nodeTopology();
            if (most != null
                    && kind.size() != null
                    && reached != null
                    && reached.matches(labels)
                    && compared(most).compareTo(compared(kind.size())) >= 0) {
                return true;
            }
        }
        return false;
    }

    private BigDecimal compared(Quantity size) {
        return rules.roundsCapacities() ? size.amount().setScale(0, RoundingMode.CEILING) : size.amount();
    }

    /** {@return the nodes that pods with volumes of a driver may use: those that have it, where it insists} */
    long[] having(DriverUse use) {
        return byDriver.computeIfAbsent(use, each -> findHaving(each.driver(), each.older()));
    }

    private long[] findHaving(String name, boolean older) {
        CsiDriver driver = index.driver(name);
        if (!rules.looksForDrivers()
                || driver == null
                || !driver.preventPodSchedulingIfMissing()
                || index.objects().nodes().isEmpty()) {
            return everywhere();
        }
        long[] found = new long[everywhere().length];
        for (int n = 0; n < view.nodes(); n++) {
            CsiNode node = index.node(view.node(n).metadata().name());
            if (node == null
                    ? older
                    : node.drivers().stream().anyMatch(each -> each.name().equals(name))) {
                found[n >> 6] |= 1L << (n & 63);
            }
        }
        return found;
    }
}
