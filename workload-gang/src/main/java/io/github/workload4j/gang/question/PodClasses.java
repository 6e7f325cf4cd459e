package io.github.workload4j.gang.question;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.FilterReasons;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.RepellingPod;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.devices.ClaimUse;
import io.github.workload4j.gang.devices.PodClaims;
import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.eligibility.Namespaces;
import io.github.workload4j.gang.eligibility.PodAffinity;
import io.github.workload4j.gang.eligibility.PodAntiAffinity;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import io.github.workload4j.gang.eligibility.TopologySpread;
import io.github.workload4j.gang.order.Step;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.volume.ClusterVolumes;
import io.github.workload4j.gang.volume.QuestionVolumes;
import io.github.workload4j.gang.volume.VolumeColumns;
import io.github.workload4j.gang.volume.VolumeSignature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A gang question and what its numbers are called: pending pods without gates, grouped into classes of equal
 * {@linkplain PodSignature signature} in each leaf group. {@link Compilation} turns it into numbers.
 */
final class PodClasses {

    private final ClusterSnapshot snapshot;
    private final ClusterView view;
    private final GroupTree root;
    private final Membership membership;
    private final SchedulerRules rules;
    private final Nominations nominations;
    private final PodAntiAffinity.Repelled repelled;
    private final Set<String> labels;
    private final @Nullable QuestionVolumes volumes;
    private final List<Entry> classes;

    /** The claims of the cluster; null if nothing is known of devices. */
    private final @Nullable PodClaims devices;

    /** Found out when it is asked for; null until then. */
    private volatile @Nullable Extras extras;

    private @Nullable DeviceRules deviceRules;
    private volatile VolumeColumns.@Nullable Counted countedVolumes;

    /**
     * Pods that look alike to every rule.
     *
     * @param leaf the group they are in
     * @param pod stands for all
     * @param signature its signature
     * @param pods all of them, in the order of their names
     */
    record Entry(GroupTree leaf, Pod pod, PodSignature signature, List<Pod> pods) {}

    PodClasses(ClusterSnapshot snapshot, GroupTree root, Membership membership, SchedulerRules rules) {
        this.snapshot = snapshot;
        this.view = snapshot.view();
        this.root = root;
        this.membership = membership;
        this.rules = rules;
        this.nominations = Nominations.of(snapshot, root, membership);
        this.repelled = PodAntiAffinity.Repelled.of(view);
        this.labels = new TreeSet<>();
        this.devices = DeviceRules.claims(snapshot, rules);
        Map<GroupTree, List<Pod>> pending = pending();
        this.volumes = volumes(pending.values().stream().flatMap(List::stream).toList(), QuestionVolumes.Sharing.AS_IS);
        this.classes = collectClasses(pending);
    }

    private PodClasses(PodClasses like, ClusterSnapshot snapshot) {
        this.snapshot = snapshot;
        this.view = snapshot.view();
        this.root = like.root;
        this.membership = like.membership;
        this.rules = like.rules;
        this.nominations = Nominations.of(snapshot, root, membership);
        this.repelled =
                like.repelled == PodAntiAffinity.Repelled.NONE ? like.repelled : PodAntiAffinity.Repelled.of(view);
        this.labels = like.labels;
        this.devices = DeviceRules.claims(snapshot, rules);
        this.volumes = like.volumes == null
                ? null
                : volumes(
                        like.classes.stream()
                                .flatMap(member -> member.pods().stream())
                                .toList(),
                        like.volumes.sharing());
        List<Entry> byVolumes = volumes == null ? like.classes : told(like.classes, volumes);
        this.classes = snapshot.devices().equals(like.snapshot.devices()) ? byVolumes : toldByClaims(byVolumes);
    }

    private PodClasses(PodClasses like, PodAntiAffinity.Repelled repelled) {
        this.snapshot = like.snapshot;
        this.view = like.view;
        this.root = like.root;
        this.membership = like.membership;
        this.rules = like.rules;
        this.nominations = like.nominations;
        this.repelled = repelled;
        this.labels = like.labels;
        this.devices = like.devices;
        this.volumes = like.volumes;
        this.classes = like.classes;
    }

    private PodClasses(PodClasses like, GroupTree root, List<Entry> classes) {
        this.snapshot = like.snapshot;
        this.view = like.view;
        this.root = root;
        this.membership = like.membership;
        this.rules = like.rules;
        this.nominations = like.nominations;
        this.repelled = like.repelled;
        this.labels = like.labels;
        this.devices = like.devices;
        this.volumes = like.volumes;
        this.classes = classes;
    }

    private PodClasses(PodClasses like, QuestionVolumes.@Nullable Sharing sharing) {
        this.snapshot = like.snapshot;
        this.view = like.view;
        this.root = like.root;
        this.membership = like.membership;
        this.rules = like.rules;
        this.nominations = like.nominations;
        this.repelled = like.repelled;
        this.labels = like.labels;
        this.devices = like.devices;
        this.volumes = sharing == null
                ? null
                : volumes(
                        like.classes.stream()
                                .flatMap(member -> member.pods().stream())
                                .toList(),
                        sharing);
        this.classes = volumes != null
                ? told(like.classes, volumes)
                : like.classes.stream()
                        .map(member -> new Entry(
                                member.leaf(),
                                member.pod(),
                                member.signature().withVolumes(VolumeSignature.NONE),
                                member.pods()))
                        .toList();
    }

    private @Nullable QuestionVolumes volumes(List<Pod> pods, QuestionVolumes.Sharing sharing) {
        String name = "volumes " + rules.roundsCapacities() + " " + rules.looksForDrivers();
        return QuestionVolumes.of(
                () -> snapshot.remembered()
                        .recall(
                                name,
                                ClusterVolumes.class,
                                () -> new ClusterVolumes(snapshot.volumes(), snapshot.view(), rules)),
                pods,
                sharing);
    }

    /** {@return the same question, as if the pods had no volumes} */
    PodClasses withoutVolumes() {
        return volumes == null ? this : new PodClasses(this, (QuestionVolumes.Sharing) null);
    }

    /** {@return the same question, with this made of claims that pods share} */
    PodClasses with(QuestionVolumes.Sharing sharing) {
        return volumes == null ? this : new PodClasses(this, sharing);
    }

    /** {@return the same pods, told apart by their volumes as they are seen here} */
    private static List<Entry> told(List<Entry> classes, QuestionVolumes volumes) {
        List<Entry> told = new ArrayList<>();
        for (Entry member : classes) {
            Map<VolumeSignature, List<Pod>> apart = new LinkedHashMap<>();
            for (Pod pod : member.pods()) {
                apart.computeIfAbsent(volumes.signature(pod), v -> new ArrayList<>())
                        .add(pod);
            }
            apart.forEach((own, pods) -> told.add(
                    new Entry(member.leaf(), member.pod(), member.signature().withVolumes(own), pods)));
        }
        return told;
    }

    /** {@return the same pods, told apart by their claims for devices as they are here} */
    private List<Entry> toldByClaims(List<Entry> classes) {
        List<Entry> told = new ArrayList<>();
        for (Entry member : classes) {
            Map<List<ClaimUse>, List<Pod>> apart = new LinkedHashMap<>();
            for (Pod pod : member.pods()) {
                apart.computeIfAbsent(claims(pod, member.leaf()), c -> new ArrayList<>())
                        .add(pod);
            }
            apart.forEach((own, pods) -> told.add(
                    new Entry(member.leaf(), member.pod(), member.signature().withClaims(own), pods)));
        }
        return told;
    }

    /** {@return the same question in another snapshot with the same pending members} */
    PodClasses on(ClusterSnapshot other) {
        return new PodClasses(this, other);
    }

    /** {@return the same question, as if no pod that is there kept others away} */
    PodClasses withoutRepelling() {
        return new PodClasses(this, PodAntiAffinity.Repelled.NONE);
    }

    /**
     * {@return the pods that are there and keep a pending one away by their own anti-affinity, in the order of their
     * names}
     */
    List<RepellingPod> repelling() {
        Map<String, RepellingPod> found = new TreeMap<>();
        if (repelled == PodAntiAffinity.Repelled.NONE || repelled.terms().isEmpty()) {
            return List.of();
        }
        for (Entry member : classes) {
            PodAntiAffinity.forEachRepelling(member.pod(), view, (node, pod, key) -> {
                RepellingPod repelling = new RepellingPod(
                        Namespaces.of(pod),
                        pod.metadata().name(),
                        snapshot.node(node).metadata().name(),
                        key);
                found.putIfAbsent(repelling.toString(), repelling);
            });
        }
        return List.copyOf(found.values());
    }

    /** {@return the same question about other groups, leaves of the same names} */
    PodClasses with(GroupTree other) {
        Map<GroupRef, GroupTree> leaves = new HashMap<>();
        other.forEachLeaf(leaf -> leaves.put(leaf.ref(), leaf));
        List<Entry> moved = new ArrayList<>();
        for (Entry member : classes) {
            GroupTree leaf = leaves.get(member.leaf().ref());
            if (leaf != null) {
                moved.add(new Entry(leaf, member.pod(), member.signature(), member.pods()));
            }
        }
        return new PodClasses(this, other, moved);
    }

    /** {@return the same question about pods that ask something else; labels and groups stay as they are} */
    PodClasses with(UnaryOperator<Pod> change) {
        List<Entry> changed = new ArrayList<>();
        for (Entry member : classes) {
            Pod pod = change.apply(member.pod());
            changed.add(
                    pod == member.pod()
                            ? member
                            : new Entry(
                                    member.leaf(),
                                    pod,
                                    PodSignature.of(
                                            pod,
                                            labels,
                                            rules,
                                            member.signature().volumes(),
                                            claims(pod, member.leaf())),
                                    member.pods()));
        }
        return new PodClasses(this, root, changed);
    }

    /** {@return the classes, in the order of the packing} */
    List<Entry> entries() {
        return classes;
    }

    /** {@return what the question is asked of} */
    ClusterSnapshot snapshot() {
        return snapshot;
    }

    /** {@return what rules about other pods see of it} */
    ClusterView view() {
        return view;
    }

    /** {@return what pods that are there forbid others} */
    PodAntiAffinity.Repelled repelled() {
        return repelled;
    }

    /** {@return the root group} */
    GroupTree root() {
        return root;
    }

    /** {@return what is known about the volumes of the pods, or null if they have none} */
    @Nullable
    QuestionVolumes volumes() {
        return volumes;
    }

    /** {@return who belongs to the groups} */
    Membership membership() {
        return membership;
    }

    /** {@return how the scheduler counts} */
    SchedulerRules rules() {
        return rules;
    }

    /** {@return who else waits for nodes} */
    Nominations nominations() {
        return nominations;
    }

    /** {@return the domains that a group may be bound to} */
    Domains domains(String key) {
        return view.domains(key).ofGroups(rules);
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
        List<Extras.Column> columns = countedVolumes().columns().stream()
                .map(column -> new Extras.Column(column.name(), column.request(), column.free()))
                .toList();
        return columns.isEmpty() ? Extras.NONE : new Extras(columns, Set.of(), List.of(), List.of());
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
    synchronized @Nullable DeviceRules devices() {
        if (deviceRules == null && devices != null) {
            deviceRules = DeviceRules.of(this, devices);
        }
        return deviceRules;
    }

    /** {@return whether where pods of a class may go depends on devices of which nothing is known} */
    boolean dependsOnDevices(Entry member) {
        boolean asks = !member.pod().spec().resourceClaims().isEmpty()
                || member.leaf().facts().claims() != null
                || member.signature().claims().stream()
                        .anyMatch(use -> !use.resources().isEmpty());
        return asks && snapshot.devices().slices().isEmpty();
    }

    /** {@return what is free of some resources} */
    PackingNodes free(List<String> resources) {
        return nominations.taken(snapshot.packingNodes(resources), resources);
    }

    /** {@return whether only one pod is asked about, so that nobody else can change what rules see} */
    private boolean isOnePod() {
        return classes.size() == 1 && classes.get(0).pods().size() == 1;
    }

    /** {@return the pods of each class} */
    List<NamedPodClass> named() {
        return classes.stream()
                .map(member -> new NamedPodClass(
                        member.leaf().ref(),
                        member.pod(),
                        member.pods(),
                        member.signature().request()))
                .toList();
    }

    /** {@return why nodes do not take a pod of a class} */
    FilterReasons filterReasons(int podClass) {
        Entry member = classes.get(podClass);
        Compilation numbers = new Compilation(this);
        PodFilters asking = new PodFilters(this, podClass);
        FilterReasonCollector found = asking.find();
        if (!member.signature().together().isEmpty()) {
            long[] with = asking.everyNode();
            numbers.attraction(podClass, PodAffinity.of(member.pod(), view)).strike(with, isOnePod());
            found.addWhereNot(new FilterReason.Affinity(), with);
        }
        List<TopologySpread> spread =
                member.signature().spread().isEmpty() ? List.of() : TopologySpread.of(member.pod(), view, rules);
        for (int s = 0; s < spread.size(); s++) {
            long[] open = asking.everyNode();
            numbers.spread(podClass, spread.get(s)).strike(open, isOnePod());
            spread(member.signature().spread().get(s).topologyKey(), open, found);
        }
        root.forEach(group -> {
            int[] domainOf = member.leaf().isInside(group) ? numbers.domainOf(group) : null;
            for (int n = 0; domainOf != null && n < domainOf.length; n++) {
                if (domainOf[n] < 0) {
                    found.add(
                            new FilterReason.OutsideDomain(
                                    group.ref(), String.valueOf(group.topologyKey()), pinned(group) != null),
                            n);
                }
            }
        });
        asking.resources();
        return found.reasons();
    }

    /** Adds the nodes that a spread constraint closes, those without its label told from the others. */
    private void spread(String key, long[] open, FilterReasonCollector found) {
        int[] domainOf = view.domains(key).of();
        long[] labelled = new long[open.length];
        long[] even = new long[open.length];
        Arrays.fill(labelled, -1);
        Arrays.fill(even, -1);
        for (int n = 0; n < domainOf.length; n++) {
            if ((open[n >> 6] >>> (n & 63) & 1) == 0) {
                (domainOf[n] < 0 ? labelled : even)[n >> 6] &= ~(1L << (n & 63));
            }
        }
        found.addWhereNot(new FilterReason.Spread(key, true), labelled);
        found.addWhereNot(new FilterReason.Spread(key, false), even);
    }

    private @Nullable String pinned(GroupTree group) {
        if (group.topologyKey() == null) {
            return null;
        }
        Domains domains = domains(group.topologyKey());
        int pinned = Admission.pinned(snapshot, group, domains);
        return pinned < 0 ? null : domains.values().get(pinned);
    }

    /** Adds a group and the groups inside it. */
    void addNodes(GroupTree group, int depth, int parent, List<GroupNode> to) {
        String key = group.topologyKey();
        int number = to.size();
        to.add(new GroupNode(
                group.ref(),
                depth,
                parent,
                group.minimum(),
                group.basic(),
                membership.counts(group),
                key,
                key == null ? List.of() : domains(key).values(),
                pinned(group)));
        group.children().forEach(child -> addNodes(child, depth + 1, number, to));
    }

    /** {@return the pod of a class by its place in the order of names, on a node} */
    Assignment assignment(int podClass, int index, int node) {
        Pod pod = classes.get(podClass).pods().get(index);
        return new Assignment(
                Namespaces.of(pod),
                pod.metadata().name(),
                snapshot.node(node).metadata().name());
    }

    /** {@return the domains of the groups that have a topology constraint and a pod placed, parents first} */
    List<ChosenDomain> domains(GroupTree group, List<Step> placed) {
        List<ChosenDomain> domains = new ArrayList<>();
        group.forEach(each -> {
            String key = each.topologyKey();
            if (key != null) {
                placed.stream()
                        .filter(step -> classes.get(step.podClass()).leaf().isInside(each))
                        .findFirst()
                        .ifPresent(step -> {
                            Domains all = domains(key);
                            domains.add(new ChosenDomain(
                                    each.ref(), key, all.values().get(all.of()[step.node()])));
                        });
            }
        });
        return domains;
    }

    /** {@return a placement of this question in numbers} */
    List<Step> steps(List<Assignment> placement) {
        Map<String, Integer> classOf = new HashMap<>();
        for (int c = 0; c < classes.size(); c++) {
            for (Pod pod : classes.get(c).pods()) {
                classOf.put(Namespaces.of(pod) + "/" + pod.metadata().name(), c);
            }
        }
        List<Step> steps = new ArrayList<>();
        for (Assignment one : placement) {
            steps.add(new Step(classOf.get(one.namespace() + "/" + one.pod()), snapshot.indexOf(one.node())));
        }
        return steps;
    }

    /** {@return what the classes are called} */
    List<Evidence.ClassName> names() {
        return classes.stream()
                .map(member -> new Evidence.ClassName(
                        member.leaf().ref(),
                        member.pods().stream().map(pod -> pod.metadata().name()).toList()))
                .toList();
    }

    /** {@return the names of the resources, in the order of the packing} */
    List<String> resourceNames() {
        return new Compilation(this).resources();
    }

    private List<ClaimUse> claims(Pod pod, GroupTree leaf) {
        return devices == null ? List.of() : devices.of(pod, leaf.facts().claims());
    }

    private Map<GroupTree, List<Pod>> pending() {
        Map<GroupTree, List<Pod>> pending = new LinkedHashMap<>();
        root.forEachLeaf(leaf -> pending.put(
                leaf,
                membership.queued(leaf).stream()
                        .filter(pod -> pod.spec().schedulingGates().isEmpty())
                        .sorted(Comparator.comparing(pod -> pod.metadata().name()))
                        .toList()));
        return pending;
    }

    private List<Entry> collectClasses(Map<GroupTree, List<Pod>> pending) {
        List<Entry> collected = new ArrayList<>();
        repelled.terms().forEach(term -> PodSignature.addKeys(term.selector(), labels));
        pending.values().forEach(pods -> pods.forEach(pod -> PodSignature.addKeys(pod, labels)));
        pending.forEach((leaf, pods) -> {
            Map<PodSignature, Entry> signatures = new LinkedHashMap<>();
            for (Pod pod : pods) {
                PodSignature signature = PodSignature.of(
                        pod,
                        labels,
                        rules,
                        volumes == null ? VolumeSignature.NONE : volumes.signature(pod),
                        claims(pod, leaf));
                signatures
                        .computeIfAbsent(signature, s -> new Entry(leaf, pod, s, new ArrayList<>()))
                        .pods()
                        .add(pod);
            }
            collected.addAll(signatures.values());
        });
        return collected;
    }
}
