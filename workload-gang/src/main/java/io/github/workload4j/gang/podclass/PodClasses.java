package io.github.workload4j.gang.podclass;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.devices.ClaimUse;
import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.eligibility.LabelIndex;
import io.github.workload4j.gang.eligibility.PodAntiAffinity;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import io.github.workload4j.gang.group.Admission;
import io.github.workload4j.gang.group.GroupTree;
import io.github.workload4j.gang.group.Membership;
import io.github.workload4j.gang.group.Nominations;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.volume.QuestionVolumes;
import io.github.workload4j.gang.volume.VolumeColumns;
import io.github.workload4j.gang.volume.VolumeSignature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The pending pods of a gang question without gates, grouped into classes of equal {@linkplain PodSignature signature}
 * in each leaf group, and what they meet. {@link Compilation} turns it into numbers, {@code QuestionNames} says what
 * these are called.
 */
public final class PodClasses {

    private final Surroundings around;
    private final GroupTree root;
    private final @Nullable QuestionVolumes volumes;
    private final List<Entry> classes;

    /** The only nodes that are looked at, as bits; null for all. */
    private final long @Nullable [] within;

    /** Found out when it is asked for; null until then. */
    private volatile @Nullable Extras extras;

    private @Nullable DeviceRules deviceRules;

    /** Where these are for another caller, the claims as the first found them; else null. */
    private @Nullable DeviceRules foundBefore;

    private volatile VolumeColumns.@Nullable Counted countedVolumes;
    private volatile @Nullable LabelIndex byLabel;
    private volatile @Nullable ClassPairs pairs;
    private volatile @Nullable String tooMany;
    private volatile @Nullable Map<Integer, List<PodAntiAffinity.Closed>> repelling;

    /**
     * Pods that look alike to every rule.
     *
     * @param leaf the group they are in
     * @param pod stands for all
     * @param signature its signature
     * @param pods all of them, in the order of their names
     */
    public record Entry(GroupTree leaf, Pod pod, PodSignature signature, List<Pod> pods) {}

    private PodClasses(
            Surroundings around,
            GroupTree root,
            @Nullable QuestionVolumes volumes,
            List<Entry> classes,
            long @Nullable [] within) {
        this.around = around;
        this.root = root;
        this.volumes = volumes;
        this.classes = classes;
        this.within = within;
    }

    public static PodClasses of(ClusterSnapshot snapshot, GroupTree root, Membership membership, SchedulerRules rules) {
        List<GroupTree> leaves = root.leaves();
        List<List<Pod>> pending = new ArrayList<>();
        List<Pod> all = new ArrayList<>();
        for (GroupTree leaf : leaves) {
            pending.add(pending(leaf, membership));
            all.addAll(pending.get(pending.size() - 1));
        }
        Set<String> labels = new TreeSet<>();
        Surroundings around = Surroundings.of(snapshot, root, membership, rules, labels);
        for (Pod pod : all) {
            PodSignature.addKeys(pod, labels);
        }
        QuestionVolumes volumes = around.volumes(all, QuestionVolumes.Sharing.AS_IS);
        List<Entry> classes = new ArrayList<>();
        for (int l = 0; l < leaves.size(); l++) {
            Map<PodSignature, Entry> signatures = new LinkedHashMap<>();
            Entry alike = null;
            for (Pod pod : pending.get(l)) {
                VolumeSignature own = volumes == null ? VolumeSignature.NONE : volumes.signature(pod);
                PodSignature signature = around.signature(pod, leaves.get(l), own, alike);
                if (alike == null || !alike.signature().equals(signature)) {
                    alike = signatures.get(signature);
                }
                if (alike == null) {
                    alike = new Entry(leaves.get(l), pod, signature, new ArrayList<>());
                    signatures.put(signature, alike);
                }
                alike.pods().add(pod);
            }
            classes.addAll(signatures.values());
        }
        return new PodClasses(around, root, volumes, classes, null);
    }

    private static List<Pod> pending(GroupTree leaf, Membership membership) {
        List<Pod> pending = new ArrayList<>();
        for (Pod pod : membership.queued(leaf)) {
            if (pod.spec().schedulingGates().isEmpty()) {
                pending.add(pod);
            }
        }
        return pending;
    }

    /** {@return the same question, as if the pods had no volumes} */
    public PodClasses withoutVolumes() {
        return volumes == null ? this : new PodClasses(around, root, null, told(null), within);
    }

    /** {@return the same question, with this made of claims that pods share} */
    public PodClasses with(QuestionVolumes.Sharing sharing) {
        if (volumes == null) {
            return this;
        }
        QuestionVolumes seen = around.volumes(pods(), sharing);
        return new PodClasses(around, root, seen, told(seen), within);
    }

    private List<Pod> pods() {
        return classes.stream().flatMap(member -> member.pods().stream()).toList();
    }

    /** {@return the same pods, told apart by their volumes as they are seen now} */
    private List<Entry> told(@Nullable QuestionVolumes seen) {
        return told(
                classes,
                (pod, leaf) -> seen == null ? VolumeSignature.NONE : seen.signature(pod),
                PodSignature::withVolumes);
    }

    /** {@return the same pods, told apart by something of theirs} */
    private static <T> List<Entry> told(
            List<Entry> classes, BiFunction<Pod, GroupTree, T> own, BiFunction<PodSignature, T, PodSignature> with) {
        List<Entry> told = new ArrayList<>();
        for (Entry member : classes) {
            Map<T, List<Pod>> apart = new LinkedHashMap<>();
            for (Pod pod : member.pods()) {
                apart.computeIfAbsent(own.apply(pod, member.leaf()), t -> new ArrayList<>())
                        .add(pod);
            }
            apart.forEach((key, pods) ->
                    told.add(new Entry(member.leaf(), member.pod(), with.apply(member.signature(), key), pods)));
        }
        return told;
    }

    /** {@return the same, with what was found out so far, of which nothing is shared that changes} */
    public synchronized PodClasses forAnotherCaller() {
        PodClasses same = new PodClasses(around, root, volumes, classes, within);
        same.extras = extras;
        same.countedVolumes = countedVolumes;
        same.foundBefore = deviceRules;
        return same;
    }

    /** {@return the same question in another snapshot with the same pending members} */
    public PodClasses on(ClusterSnapshot other) {
        Surroundings there = around.on(other, root);
        QuestionVolumes seen = volumes == null ? null : there.volumes(pods(), volumes.sharing());
        List<Entry> same = volumes == null ? classes : told(seen);
        if (!other.devices().equals(snapshot().devices())) {
            same = told(same, there::claims, PodSignature::withClaims);
        }
        return new PodClasses(there, root, seen, told(same, around.labels(), there.labels()), null);
    }

    /** {@return the same pods, told apart by labels that nobody looked at before; a pod stands for its own labels} */
    private static List<Entry> told(List<Entry> classes, Set<String> before, Set<String> now) {
        if (before.containsAll(now)) {
            return classes;
        }
        List<Entry> told = new ArrayList<>();
        for (Entry member : classes) {
            Map<Map<String, String>, List<Pod>> apart = new LinkedHashMap<>();
            for (Pod pod : member.pods()) {
                apart.computeIfAbsent(PodSignature.labels(pod, now), labels -> new ArrayList<>())
                        .add(pod);
            }
            apart.forEach((labels, pods) -> told.add(new Entry(
                    member.leaf(),
                    labelled(member.pod(), pods.get(0).metadata().labels()),
                    member.signature().withLabels(labels),
                    pods)));
        }
        return told;
    }

    private static Pod labelled(Pod pod, Map<String, String> labels) {
        return pod.metadata().labels().equals(labels)
                ? pod
                : new Pod(pod.metadata().toBuilder().labels(labels).build(), pod.spec(), pod.status());
    }

    /** {@return the same question, as if no pod that is there kept others away} */
    public PodClasses withoutRepelling() {
        return new PodClasses(around.withoutRepelling(), root, volumes, classes, within);
    }

    /** {@return the same question with pods on these nodes alone, as bits} */
    public PodClasses within(long[] nodes) {
        return new PodClasses(around, root, volumes, classes, nodes);
    }

    /** {@return the only nodes that are looked at, as bits; null for all} */
    public long @Nullable [] within() {
        return within;
    }

    /** {@return the same question about other groups, leaves of the same names} */
    public PodClasses with(GroupTree other) {
        Map<GroupRef, GroupTree> leaves = new HashMap<>();
        other.leaves().forEach(leaf -> leaves.put(leaf.ref(), leaf));
        List<Entry> moved = new ArrayList<>();
        for (Entry member : classes) {
            GroupTree leaf = leaves.get(member.leaf().ref());
            if (leaf != null) {
                moved.add(new Entry(leaf, member.pod(), member.signature(), member.pods()));
            }
        }
        return new PodClasses(around, other, volumes, moved, within);
    }

    /** {@return the same question about pods that ask something else; labels and groups stay as they are} */
    public PodClasses with(UnaryOperator<Pod> change) {
        List<Entry> changed = new ArrayList<>();
        for (Entry member : classes) {
            Pod pod = change.apply(member.pod());
            if (pod == member.pod()) {
                changed.add(member);
            } else {
                PodSignature signature =
                        around.signature(pod, member.leaf(), member.signature().volumes(), null);
                changed.add(new Entry(member.leaf(), pod, signature, member.pods()));
            }
        }
        return new PodClasses(around, root, volumes, changed, within);
    }

    /** {@return whether pods that are there matter by what they take of nodes alone} */
    public boolean looksAtRoomAlone() {
        return volumes == null
                && nominations().isEmpty()
                && classes.stream().allMatch(this::looksAtRoomAlone)
                && repelling().isEmpty();
    }

    /** {@return whether pods ask for devices or volumes that are claimed} */
    public boolean asksForClaims() {
        return volumes != null
                || classes.stream()
                        .anyMatch(member -> !member.signature().claims().isEmpty());
    }

    private boolean looksAtRoomAlone(Entry member) {
        PodSignature own = member.signature();
        return own.ports().isEmpty()
                && own.apart().isEmpty()
                && own.together().isEmpty()
                && own.spread().isEmpty()
                && own.claims().isEmpty();
    }

    /** {@return the classes, in the order of the packing} */
    public List<Entry> entries() {
        return classes;
    }

    /** {@return what the question is asked of} */
    public ClusterSnapshot snapshot() {
        return around.snapshot();
    }

    /** {@return what rules about other pods see of it} */
    public ClusterView view() {
        return around.view();
    }

    /** {@return what pods that are there forbid others} */
    public PodAntiAffinity.Repelled repelled() {
        return around.repelled();
    }

    /** {@return the root group} */
    public GroupTree root() {
        return root;
    }

    /** {@return what is known about the volumes of the pods, or null if they have none} */
    @Nullable
    public QuestionVolumes volumes() {
        return volumes;
    }

    /** {@return the classes by their labels} */
    public LabelIndex byLabel() {
        LabelIndex known = byLabel;
        if (known == null) {
            known = LabelIndex.of(classes.stream().map(Entry::pod).toList());
            byLabel = known;
        }
        return known;
    }

    /** {@return what rules about other pods, or claims, have too much of to be looked at, in words; or empty} */
    public String tooManyPairs() {
        String known = tooMany;
        if (known == null) {
            known = new RuleCounts(this).tooMany();
            tooMany = known;
        }
        return known;
    }

    /** {@return which classes may be kept apart; some are missing if that is too many pairs} */
    ClassPairs pairs() {
        ClassPairs known = pairs;
        if (known == null) {
            known = ClassPairs.of(classes, byLabel(), view(), RuleCounts.PAIRS);
            pairs = known;
        }
        return known;
    }

    /** {@return by class, the terms of pods that are there which match its pods} */
    Map<Integer, List<PodAntiAffinity.Closed>> repelling() {
        Map<Integer, List<PodAntiAffinity.Closed>> known = repelling;
        if (known == null) {
            known = repelled().matching(classes.stream().map(Entry::pod).toList(), byLabel(), view());
            repelling = known;
        }
        return known;
    }

    /** {@return who belongs to the groups} */
    public Membership membership() {
        return around.membership();
    }

    /** {@return how the scheduler counts} */
    public SchedulerRules rules() {
        return around.rules();
    }

    /** {@return who else waits for nodes} */
    Nominations nominations() {
        return around.nominations();
    }

    /** {@return the domains that a group may be bound to} */
    public Domains domains(String key) {
        return view().domains(key).ofGroups(rules());
    }

    /** {@return the domain that running members pin a group to, or null} */
    @Nullable
    public String pinned(GroupTree group) {
        if (group.topologyKey() == null) {
            return null;
        }
        Domains domains = domains(group.topologyKey());
        int pinned = Admission.pinned(snapshot(), group, domains);
        return pinned < 0 ? null : domains.values().get(pinned);
    }

    /** {@return what things that are no resources of nodes add} */
    synchronized Extras extras() {
        Extras known = extras;
        if (known == null) {
            DeviceRules ofDevices = devices();
            known = (ofDevices == null ? Extras.NONE : ofDevices.extras()).and(extrasOfVolumes());
            extras = known;
        }
        return known;
    }

    private Extras extrasOfVolumes() {
        List<VolumeColumns.Column> columns = countedVolumes().columns();
        if (columns.isEmpty()) {
            return Extras.NONE;
        }
        List<Extras.Column> counted = columns.stream()
                .map(column -> new Extras.Column(column.name(), column.request(), column.free()))
                .toList();
        return new Extras(counted, Set.of(), List.of(), List.of());
    }

    /** {@return what volumes say about several pods, in numbers} */
    VolumeColumns.Counted countedVolumes() {
        VolumeColumns.Counted known = countedVolumes;
        if (known == null) {
            known = volumes == null
                    ? VolumeColumns.Counted.NONE
                    : VolumeColumns.of(
                            volumes,
                            classes.stream()
                                    .map(member -> member.signature().volumes())
                                    .toList());
            countedVolumes = known;
        }
        return known;
    }

    /** {@return the claims of the pods against the devices, or null if there are none or nothing is known of them} */
    public synchronized @Nullable DeviceRules devices() {
        if (deviceRules == null && around.claims() != null) {
            deviceRules =
                    foundBefore == null ? DeviceRules.of(this, around.claims()) : foundBefore.forAnotherCaller(this);
        }
        return deviceRules;
    }

    /** {@return whether where pods of a class may go depends on devices of which nothing is known} */
    boolean dependsOnDevices(Entry member) {
        boolean asks = !member.pod().spec().resourceClaims().isEmpty()
                || member.leaf().facts().claims() != null;
        for (ClaimUse use : member.signature().claims()) {
            asks |= !use.resources().isEmpty();
        }
        return asks && snapshot().devices().slices().isEmpty();
    }

    /** {@return what is free of some resources} */
    PackingNodes free(List<String> resources) {
        return nominations().taken(snapshot().packingNodes(resources), resources);
    }
}
