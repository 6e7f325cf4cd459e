package io.github.workload4j.gang;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.eligibility.HostPorts;
import io.github.workload4j.gang.eligibility.Landscape;
import io.github.workload4j.gang.eligibility.Namespaces;
import io.github.workload4j.gang.eligibility.PodAffinity;
import io.github.workload4j.gang.eligibility.PodAntiAffinity;
import io.github.workload4j.gang.eligibility.PodTerm;
import io.github.workload4j.gang.eligibility.TopologySpread;
import io.github.workload4j.gang.order.Attraction;
import io.github.workload4j.gang.order.CycleQueue;
import io.github.workload4j.gang.order.GreedyCycle;
import io.github.workload4j.gang.order.OrderedPacking;
import io.github.workload4j.gang.order.Spread;
import io.github.workload4j.gang.order.Step;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A gang question in numbers, and what the numbers are called.
 *
 * <p>Pending pods without gates are grouped into classes of equal {@linkplain PodShape shape} in each leaf group. Rules that placing pods
 * cannot change (all node rules, host ports and anti-affinity against pods that run, affinity and spread that no member counts for) become
 * the class's eligible nodes; host ports and anti-affinity between members become conflicts; the rest stays ordered.
 */
final class Question {

    private final ClusterSnapshot snapshot;
    private final Landscape landscape;
    private final GroupTree root;
    private final PodAntiAffinity.Repelled repelled;
    private final Set<String> labels;
    private final List<Member> classes;

    /**
     * Pods that look alike to every rule.
     *
     * @param leaf the group they are in
     * @param pod stands for all
     * @param shape its shape
     * @param pods all of them, in the order of their names
     */
    private record Member(GroupTree leaf, Pod pod, PodShape shape, List<Pod> pods) {}

    Question(ClusterSnapshot snapshot, GroupTree root) {
        this.snapshot = snapshot;
        this.landscape = snapshot.landscape();
        this.root = root;
        this.repelled = PodAntiAffinity.Repelled.of(landscape);
        this.labels = new TreeSet<>();
        this.classes = collectClasses();
    }

    private Question(Question like, ClusterSnapshot snapshot) {
        this.snapshot = snapshot;
        this.landscape = snapshot.landscape();
        this.root = like.root;
        this.repelled = PodAntiAffinity.Repelled.of(landscape);
        this.labels = like.labels;
        this.classes = like.classes;
    }

    private Question(Question like, GroupTree root, List<Member> classes) {
        this.snapshot = like.snapshot;
        this.landscape = like.landscape;
        this.root = root;
        this.repelled = like.repelled;
        this.labels = like.labels;
        this.classes = classes;
    }

    /** {@return the same question in another snapshot with the same pending members} */
    Question on(ClusterSnapshot other) {
        return new Question(this, other);
    }

    /** {@return the same question about other groups, leaves of the same names} */
    Question with(GroupTree other) {
        Map<GroupRef, GroupTree> leaves = new HashMap<>();
        other.forEachLeaf(leaf -> leaves.put(leaf.ref(), leaf));
        List<Member> moved = new ArrayList<>();
        for (Member member : classes) {
            GroupTree leaf = leaves.get(member.leaf().ref());
            if (leaf != null) {
                moved.add(new Member(leaf, member.pod(), member.shape(), member.pods()));
            }
        }
        return new Question(this, other, moved);
    }

    /** {@return the same question about pods that ask something else; labels and groups stay as they are} */
    Question with(UnaryOperator<Pod> change) {
        List<Member> changed = new ArrayList<>();
        for (Member member : classes) {
            Pod pod = change.apply(member.pod());
            changed.add(pod == member.pod()
                    ? member
                    : new Member(member.leaf(), pod, PodShape.of(pod, labels), member.pods()));
        }
        return new Question(this, root, changed);
    }

    /** {@return the pods of each class} */
    List<PodKind> kinds() {
        return classes.stream()
                .map(member -> new PodKind(
                        member.leaf().ref(), member.pod(), member.pods(), member.shape().request()))
                .toList();
    }

    /** {@return why nodes do not take a pod of a class} */
    Refusals refusals(int podClass) {
        Member member = classes.get(podClass);
        RefusalsOfPod asking = new RefusalsOfPod(snapshot, landscape, member.pod(), member.shape());
        Refusals.Collector found = asking.find(repelled);
        if (!member.shape().together().isEmpty()) {
            long[] with = asking.everyNode();
            attraction(podClass, PodAffinity.of(member.pod(), landscape)).strike(with);
            found.addWhereNot(new Refusal.Affinity(), with);
        }
        List<TopologySpread> rules =
                member.shape().spread().isEmpty() ? List.of() : TopologySpread.of(member.pod(), landscape);
        for (int s = 0; s < rules.size(); s++) {
            long[] open = asking.everyNode();
            spread(podClass, rules.get(s)).strike(open);
            found.addWhereNot(new Refusal.Spread(member.shape().spread().get(s).topologyKey()), open);
        }
        root.forEach(group -> {
            int[] domainOf = isInside(member.leaf(), group) ? domainOf(group) : null;
            for (int n = 0; domainOf != null && n < domainOf.length; n++) {
                if (domainOf[n] < 0) {
                    found.add(
                            new Refusal.OutsideDomain(group.ref(), String.valueOf(group.topologyKey()), pinned(group) != null),
                            n);
                }
            }
        });
        asking.resources();
        return found.refusals();
    }

    private @Nullable String pinned(GroupTree group) {
        if (group.topologyKey() == null) {
            return null;
        }
        Domains domains = landscape.domains(group.topologyKey());
        int pinned = Admission.pinned(snapshot, group, domains);
        return pinned < 0 ? null : domains.values().get(pinned);
    }

    /** Adds a group and the groups inside it. */
    void addLevels(GroupTree group, int depth, int parent, List<GroupLevel> to) {
        String key = group.topologyKey();
        int number = to.size();
        to.add(new GroupLevel(
                group.ref(),
                depth,
                parent,
                group.minimum(),
                group.basic(),
                Feasibility.members(snapshot, group),
                key,
                key == null ? List.of() : landscape.domains(key).values(),
                pinned(group)));
        group.children().forEach(child -> addLevels(child, depth + 1, number, to));
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
                        .filter(step -> isInside(classes.get(step.podClass()).leaf(), each))
                        .findFirst()
                        .ifPresent(step -> {
                            Domains all = landscape.domains(key);
                            domains.add(new ChosenDomain(each.ref(), key, all.values().get(all.of()[step.node()])));
                        });
            }
        });
        return domains;
    }

    /** {@return the groups and their pending pods in the order in which the scheduler tries them} */
    CycleQueue queue() {
        return queue(root);
    }

    private CycleQueue queue(GroupTree group) {
        Map<Pod, Integer> classOf = new IdentityHashMap<>();
        for (int c = 0; c < classes.size(); c++) {
            int podClass = c;
            classes.get(c).pods().forEach(pod -> classOf.put(pod, podClass));
        }
        List<Integer> pods = waiting(group).stream().map(classOf::get).toList();
        List<CycleQueue> children = group.children().stream().map(this::queue).toList();
        int[] rank = {};
        if (group.topologyKey() != null) {
            List<String> values = landscape.domains(group.topologyKey()).values();
            Map<String, Integer> place = new HashMap<>();
            new TreeSet<>(values).forEach(value -> place.put(value, place.size()));
            rank = values.stream().mapToInt(place::get).toArray();
        }
        return new CycleQueue(
                group(group), Feasibility.members(snapshot, group).running(), pods, children, rank);
    }

    /** {@return the pending pods of a leaf without gates: by priority, then by creation time, then in the order given} */
    private List<Pod> waiting(GroupTree leaf) {
        if (!leaf.isLeaf()) {
            return List.of();
        }
        Comparator<Pod> byPriority =
                Comparator.comparing(pod -> pod.spec().priority() == null ? 0 : pod.spec().priority());
        return snapshot.membersOf(leaf.ref()).stream()
                .filter(pod -> !pod.isAssigned() && pod.spec().schedulingGates().isEmpty())
                .sorted(byPriority.reversed()
                        .thenComparing(
                                pod -> pod.metadata().creationTimestamp(),
                                Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /** {@return what a cycle placed, by name} */
    List<Assignment> assignments(List<GreedyCycle.Placing> placed) {
        Map<CycleQueue, List<Pod>> queues = new IdentityHashMap<>();
        return placed.stream()
                .map(one -> {
                    GroupTree leaf = classes.get(one.podClass()).leaf();
                    Pod pod = queues.computeIfAbsent(one.queue(), q -> waiting(leaf)).get(one.index());
                    return new Assignment(
                            Namespaces.of(pod),
                            pod.metadata().name(),
                            snapshot.node(one.node()).metadata().name());
                })
                .toList();
    }

    /** {@return a placement of this question in numbers} */
    List<Step> steps(List<Assignment> placement) {
        Map<String, Integer> classOf = new HashMap<>();
        for (int c = 0; c < classes.size(); c++) {
            for (Pod pod : classes.get(c).pods()) {
                classOf.put(pod.metadata().name(), c);
            }
        }
        List<Step> steps = new ArrayList<>();
        for (Assignment one : placement) {
            steps.add(new Step(classOf.get(one.pod()), snapshot.indexOf(one.node())));
        }
        return steps;
    }

    /** {@return the domains of what a cycle placed, parents first} */
    List<ChosenDomain> domainsOf(List<GreedyCycle.Placing> placed) {
        return domains(
                root, placed.stream().map(one -> new Step(one.podClass(), one.node())).toList());
    }

    private static boolean isInside(GroupTree leaf, GroupTree group) {
        return leaf == group || group.children().stream().anyMatch(child -> isInside(leaf, child));
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
        return List.of(resources());
    }

    /** {@return the question} */
    OrderedPacking compile() {
        String[] resources = resources();
        List<Conflict> conflicts = new ArrayList<>();
        List<PodClass> podClasses = new ArrayList<>();
        List<Attraction> attractions = new ArrayList<>();
        List<Spread> spreads = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            long[] eligible = eligible(c, attractions, spreads);
            int maxPerNode = Integer.MAX_VALUE;
            for (int other = c; other < classes.size(); other++) {
                maxPerNode = Math.min(maxPerNode, keepApart(c, other, conflicts));
            }
            podClasses.add(new PodClass(
                    request(resources, classes.get(c).shape()), classes.get(c).pods().size(), eligible, maxPerNode, 0));
        }
        Packing packing = new Packing(snapshot.packingNodes(List.of(resources)), podClasses, conflicts, group(root));
        return new OrderedPacking(packing, attractions, spreads);
    }

    private List<Member> collectClasses() {
        List<Member> collected = new ArrayList<>();
        Map<GroupTree, List<Pod>> pending = new LinkedHashMap<>();
        root.forEachLeaf(leaf -> pending.put(
                leaf,
                snapshot.membersOf(leaf.ref()).stream()
                        .filter(pod -> !pod.isAssigned() && pod.spec().schedulingGates().isEmpty())
                        .sorted(Comparator.comparing(pod -> pod.metadata().name()))
                        .toList()));
        repelled.terms().forEach(term -> addKeys(term.selector(), labels));
        pending.values().forEach(pods -> pods.forEach(pod -> addKeys(pod, labels)));
        pending.forEach((leaf, pods) -> {
            Map<PodShape, Member> shapes = new LinkedHashMap<>();
            for (Pod pod : pods) {
                PodShape shape = PodShape.of(pod, labels);
                shapes.computeIfAbsent(shape, s -> new Member(leaf, pod, s, new ArrayList<>())).pods().add(pod);
            }
            collected.addAll(shapes.values());
        });
        return collected;
    }

    private static void addKeys(Pod pod, Set<String> keys) {
        if (pod.spec().affinity() != null) {
            pod.spec().affinity().requiredPodAffinity().forEach(term -> addKeys(term, keys));
            pod.spec().affinity().requiredPodAntiAffinity().forEach(term -> addKeys(term, keys));
        }
        for (TopologySpreadConstraint constraint : TopologySpread.blocking(pod)) {
            addKeys(constraint.labelSelector(), keys);
            keys.addAll(constraint.matchLabelKeys());
        }
    }

    private static void addKeys(PodAffinityTerm term, Set<String> keys) {
        addKeys(term.labelSelector(), keys);
        keys.addAll(term.matchLabelKeys());
        keys.addAll(term.mismatchLabelKeys());
    }

    private static void addKeys(@Nullable LabelSelector selector, Set<String> keys) {
        if (selector != null) {
            keys.addAll(selector.matchLabels().keySet());
            selector.matchExpressions().forEach(expression -> keys.add(expression.key()));
        }
    }

    private String[] resources() {
        Set<String> names = new TreeSet<>();
        classes.forEach(member -> names.addAll(member.shape().request().keySet()));
        List<String> resources = new ArrayList<>(names);
        resources.add(ClusterSnapshot.SLOTS);
        return resources.toArray(String[]::new);
    }

    private static long[] request(String[] resources, PodShape shape) {
        long[] request = new long[resources.length];
        for (int r = 0; r < resources.length; r++) {
            request[r] = shape.request().getOrDefault(resources[r], 0L);
        }
        request[resources.length - 1] = 1;
        return request;
    }

    /** {@return the nodes of a class, or null for all; rules that members can change are added to the lists instead} */
    private long @Nullable [] eligible(int c, List<Attraction> attractions, List<Spread> spreads) {
        Member member = classes.get(c);
        long[] eligible = landscape.admitted(member.shape().nodeRules()).clone();
        PodAntiAffinity.forbid(member.pod(), landscape, repelled, eligible);
        HostPorts ports = member.shape().ports();
        if (!ports.isEmpty()) {
            landscape.forEachPodWithPorts((node, pod) -> {
                if (ports.meets(HostPorts.of(pod))) {
                    eligible[node >> 6] &= ~(1L << (node & 63));
                }
            });
        }
        if (!member.shape().together().isEmpty()) {
            Attraction attraction = attraction(c, PodAffinity.of(member.pod(), landscape));
            attraction.strike(eligible);
            if (attraction.isOpen()) {
                attractions.add(attraction);
            }
        }
        if (!member.shape().spread().isEmpty()) {
            for (TopologySpread rule : TopologySpread.of(member.pod(), landscape)) {
                Spread spread = spread(c, rule);
                spread.strike(eligible);
                if (spread.isOpen()) {
                    spreads.add(spread);
                }
            }
        }
        return isEverything(eligible) ? null : eligible;
    }

    private boolean isEverything(long[] eligible) {
        int set = 0;
        for (long word : eligible) {
            set += Long.bitCount(word);
        }
        return set == snapshot.nodes();
    }

    private Attraction attraction(int c, PodAffinity rule) {
        boolean[] counted = new boolean[classes.size()];
        for (int other = 0; other < counted.length; other++) {
            counted[other] = rule.counts(classes.get(other).pod(), landscape);
        }
        return new Attraction(c, rule.domainOf(), rule.counts(), counted, rule.selfMatching());
    }

    private Spread spread(int c, TopologySpread rule) {
        boolean[] counted = new boolean[classes.size()];
        for (int other = 0; other < counted.length; other++) {
            counted[other] = rule.counts(classes.get(other).pod());
        }
        return new Spread(
                c,
                rule.domainOf(),
                rule.eligible(),
                rule.counts(),
                rule.exists(),
                rule.minimumIsZero(),
                rule.maxSkew(),
                counted);
    }

    /** {@return most pods of the class on one node if {@code a} is {@code b}; conflicts that say more are added to the list} */
    private int keepApart(int a, int b, List<Conflict> conflicts) {
        Pod first = classes.get(a).pod();
        Pod second = classes.get(b).pod();
        int most = Integer.MAX_VALUE;
        if (classes.get(a).shape().ports().meets(classes.get(b).shape().ports())) {
            if (a == b) {
                most = 1;
            } else {
                conflicts.add(Conflict.onNode(a, b));
            }
        }
        for (String key : PodAntiAffinity.keysBetween(first, second, landscape)) {
            Domains domains = landscape.domains(key);
            boolean perNode = domains.values().size() == snapshot.nodes();
            if (a == b && perNode) {
                most = 1;
            } else {
                conflicts.add(perNode ? Conflict.onNode(a, b) : new Conflict(a, b, domains.of()));
            }
        }
        return most;
    }

    private PackingGroup group(GroupTree group) {
        List<Integer> own = new ArrayList<>();
        List<PackingGroup> children = new ArrayList<>();
        int missing = group.minimum();
        if (group.isLeaf()) {
            for (int c = 0; c < classes.size(); c++) {
                if (classes.get(c).leaf() == group) {
                    own.add(c);
                }
            }
            missing -= snapshot.members(group.ref()).running();
        } else {
            group.children().forEach(child -> children.add(group(child)));
        }
        return new PackingGroup(missing, own, children, domainOf(group));
    }

    private int @Nullable [] domainOf(GroupTree group) {
        if (group.topologyKey() == null) {
            return null;
        }
        Domains domains = landscape.domains(group.topologyKey());
        int pinned = Admission.pinned(snapshot, group, domains);
        if (pinned < 0) {
            return domains.of();
        }
        int[] only = domains.of().clone();
        for (int n = 0; n < only.length; n++) {
            only[n] = only[n] == pinned ? pinned : -1;
        }
        return only;
    }

    /** {@return what the truth depends on beyond the snapshot} */
    List<Unmodelled> unmodelled() {
        Map<Unmodelled.What, List<Pod>> concerned = new HashMap<>();
        for (Member member : classes) {
            for (Pod pod : member.pods()) {
                if (!pod.spec().volumes().isEmpty()) {
                    concerned.computeIfAbsent(Unmodelled.What.VOLUMES, w -> new ArrayList<>()).add(pod);
                }
                if (!pod.spec().resourceClaims().isEmpty() || member.leaf().facts().claims()) {
                    concerned.computeIfAbsent(Unmodelled.What.DEVICE_CLAIMS, w -> new ArrayList<>()).add(pod);
                }
                if (asksForNamespaceLabels(member.shape())) {
                    concerned.computeIfAbsent(Unmodelled.What.NAMESPACE_LABELS, w -> new ArrayList<>()).add(pod);
                }
            }
        }
        List<Unmodelled> unmodelled = new ArrayList<>();
        for (Unmodelled.What what : Unmodelled.What.values()) {
            List<Pod> pods = concerned.getOrDefault(what, List.of());
            if (!pods.isEmpty()) {
                Pod first = pods.get(0);
                unmodelled.add(new Unmodelled(
                        what, pods.size(), Namespaces.of(first) + "/" + first.metadata().name()));
            }
        }
        return unmodelled;
    }

    private boolean asksForNamespaceLabels(PodShape shape) {
        return !snapshot.knowsNamespaces()
                && (shape.apart().stream().anyMatch(PodTerm::asksForNamespaceLabels)
                        || shape.together().stream().anyMatch(PodTerm::asksForNamespaceLabels));
    }
}
