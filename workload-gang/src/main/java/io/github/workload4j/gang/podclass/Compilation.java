package io.github.workload4j.gang.podclass;

import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.devices.SharedReach;
import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.eligibility.HostPorts;
import io.github.workload4j.gang.eligibility.PodAffinity;
import io.github.workload4j.gang.eligibility.PodAntiAffinity;
import io.github.workload4j.gang.eligibility.PodRequest;
import io.github.workload4j.gang.eligibility.TopologySpread;
import io.github.workload4j.gang.group.Admission;
import io.github.workload4j.gang.group.GroupTree;
import io.github.workload4j.gang.order.Attraction;
import io.github.workload4j.gang.order.OrderedPacking;
import io.github.workload4j.gang.order.Spread;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.ClaimedDevices;
import io.github.workload4j.gang.volume.VolumeFilters;
import io.github.workload4j.gang.volume.VolumeSignature;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rules of a question into numbers.
 *
 * <p>Rules that placing pods cannot change (all node rules, host ports and anti-affinity against pods that run,
 * affinity and spread that no member counts for) become the class's eligible nodes; host ports and anti-affinity
 * between members become conflicts; {@linkplain Extras what is no resource of a node} adds columns; the rest stays
 * ordered.
 */
public final class Compilation {

    private final PodClasses question;
    private final ClusterSnapshot snapshot;
    private final ClusterView view;
    private final List<PodClasses.Entry> classes;
    private final Extras extras;

    public Compilation(PodClasses question) {
        this.question = question;
        this.snapshot = question.snapshot();
        this.view = question.view();
        this.classes = question.entries();
        this.extras = question.extras();
    }

    /** {@return the names of the columns, in the order of the packing: resources, extras; the last is {@code pods}} */
    public List<String> resources() {
        List<String> columns = ofNodes();
        for (Extras.Column column : extras.columns()) {
            columns.add(columns.size() - 1, column.name());
        }
        return columns;
    }

    /** {@return what those columns rest on that are about devices, or null if there are none} */
    public @Nullable ClaimedDevices claimedDevices() {
        return extras.claimed() == null
                ? null
                : extras.claimed().get().after(ofNodes().size() - 1);
    }

    /** {@return the names of the resources of nodes; the last is {@code pods}} */
    private List<String> ofNodes() {
        Set<String> names = new TreeSet<>();
        for (PodClasses.Entry member : classes) {
            names.addAll(member.signature().request().keySet());
        }
        names.removeAll(extras.replaced());
        List<String> resources = new ArrayList<>(names);
        resources.add(PodRequest.SLOTS);
        return resources;
    }

    /** {@return the question} */
    public OrderedPacking compile() {
        List<String> resources = ofNodes();
        List<Conflict> conflicts = new ArrayList<>(extras.conflicts());
        if (!question.tooManyPairs().isEmpty()) {
            return withoutRules(resources);
        }
        ClassPairs pairs = question.pairs();
        List<PodClass> podClasses = new ArrayList<>();
        List<Attraction> attractions = new ArrayList<>();
        List<Spread> spreads = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            long[] eligible = eligible(c, attractions, spreads);
            int maxPerNode = Integer.MAX_VALUE;
            for (int other : pairs.from(c)) {
                maxPerNode = Math.min(maxPerNode, keepApart(c, other, conflicts));
            }
            podClasses.add(
                    new PodClass(request(resources, c), classes.get(c).pods().size(), eligible, maxPerNode, 0));
        }
        long pods = 0;
        for (PodClass each : podClasses) {
            pods += each.count();
        }
        PackingNodes nodes = extras.free(question.free(resources), pods);
        Packing packing = new Packing(nodes, podClasses, conflicts, group(question.root()), extras.limits(), List.of());
        return new OrderedPacking(
                packing, attractions, spreads, question.countedVolumes().rule());
    }

    /** {@return the question as if no pod had rules about others; nobody may answer it} */
    private OrderedPacking withoutRules(List<String> resources) {
        List<PodClass> podClasses = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            long[] nodes = view.admitted(classes.get(c).signature().nodeRules());
            podClasses.add(
                    new PodClass(request(resources, c), classes.get(c).pods().size(), nodes, Integer.MAX_VALUE, 0));
        }
        PackingNodes free = extras.free(question.free(resources), 0);
        Packing packing = new Packing(free, podClasses, List.of(), group(question.root()), extras.limits(), List.of());
        return new OrderedPacking(packing, List.of(), List.of());
    }

    private long[] request(List<String> resources, int c) {
        long[] request = new long[resources.size() + extras.columns().size()];
        for (int r = 0; r < request.length - 1; r++) {
            request[r] = r < resources.size() - 1
                    ? classes.get(c).signature().request().getOrDefault(resources.get(r), 0L)
                    : extras.columns().get(r - resources.size() + 1).request()[c];
        }
        request[request.length - 1] = 1;
        return request;
    }

    /** {@return the nodes of a class, or null for all; rules that members can change are added to the lists instead} */
    private long @Nullable [] eligible(int c, List<Attraction> attractions, List<Spread> spreads) {
        PodClasses.Entry member = classes.get(c);
        long[] eligible = byRules(c);
        extras.strike(c, eligible);
        long[] within = question.within();
        for (int w = 0; within != null && w < eligible.length; w++) {
            eligible[w] &= within[w];
        }
        if (!member.signature().together().isEmpty()) {
            Attraction attraction = attraction(c, PodAffinity.of(member.pod(), view));
            attraction.strike(eligible, false);
            if (attraction.isOpen()) {
                attractions.add(attraction);
            }
        }
        if (!member.signature().spread().isEmpty()) {
            for (TopologySpread rule : TopologySpread.of(member.pod(), view, question.rules())) {
                Spread spread = spread(c, rule);
                spread.strike(eligible, false);
                if (spread.isOpen()) {
                    spreads.add(spread);
                }
            }
        }
        return isEverything(eligible) ? null : eligible;
    }

    /** {@return the nodes of a class by rules that members cannot change, devices left aside} */
    private long[] byRules(int c) {
        PodClasses.Entry member = classes.get(c);
        long[] eligible = view.admitted(member.signature().nodeRules()).clone();
        PodAntiAffinity.forbid(member.pod(), view, question.repelling().getOrDefault(c, List.of()), eligible);
        question.nominations().forbidNeighbours(member.pod(), view, eligible);
        HostPorts ports = member.signature().ports();
        if (!ports.isEmpty()) {
            PodFilters.forbidPorts(question, ports, eligible);
        }
        if (!member.signature().volumes().isEmpty() && question.volumes() != null) {
            VolumeFilters.of(question.volumes(), member.pods().get(0), (reason, admitted) -> {
                for (int w = 0; w < eligible.length; w++) {
                    eligible[w] &= admitted[w];
                }
            });
        }
        return eligible;
    }

    /** {@return the nodes on which the scheduler comes to look at the devices for a pod of a class} */
    public long[] lookedAt(int c) {
        long[] looked = byRules(c);
        List<String> resources = ofNodes();
        PackingNodes nodes = question.free(resources);
        for (int r = 0; r < resources.size(); r++) {
            long asked = r == resources.size() - 1
                    ? 1
                    : classes.get(c).signature().request().getOrDefault(resources.get(r), 0L);
            long[] free = nodes.column(r);
            for (int n = 0; n < free.length; n++) {
                if (asked > 0 && free[n] < asked) {
                    looked[n >> 6] &= ~(1L << (n & 63));
                }
            }
        }
        return looked;
    }

    private boolean isEverything(long[] eligible) {
        int set = 0;
        for (long word : eligible) {
            set += Long.bitCount(word);
        }
        return set == snapshot.nodes();
    }

    /** {@return pod affinity of a class in numbers} */
    Attraction attraction(int c, PodAffinity rule) {
        boolean[] counted = new boolean[classes.size()];
        for (int other : question.byLabel().candidates(rule.selector())) {
            counted[other] = rule.counts(classes.get(other).pod(), view);
        }
        return new Attraction(c, rule.domainOf(), rule.counts(), counted, rule.selfMatching());
    }

    /** {@return a spread constraint of a class in numbers} */
    Spread spread(int c, TopologySpread rule) {
        boolean[] counted = new boolean[classes.size()];
        for (int other : question.byLabel().candidates(rule.selector())) {
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
                counted,
                question.nominations().counted(rule));
    }

    /**
     * {@return most pods of the class on one node if {@code a} is {@code b}; conflicts that say more are added to the
     * list}
     */
    private int keepApart(int a, int b, List<Conflict> conflicts) {
        Set<String> keys = new LinkedHashSet<>();
        PodAntiAffinity.addKeys(
                classes.get(a).signature().apart(), classes.get(b).pod(), view, keys);
        PodAntiAffinity.addKeys(
                classes.get(b).signature().apart(), classes.get(a).pod(), view, keys);
        int most = Integer.MAX_VALUE;
        if (classes.get(a).signature().ports().meets(classes.get(b).signature().ports())) {
            if (a == b) {
                most = 1;
            } else {
                conflicts.add(Conflict.onNode(a, b));
            }
        }
        VolumeSignature own = classes.get(a).signature().volumes();
        VolumeSignature others = classes.get(b).signature().volumes();
        if (!own.isEmpty() && !others.isEmpty()) {
            most = Math.min(most, keepVolumesApart(a, b, conflicts));
        }
        for (String key : keys) {
            Domains domains = view.domains(key);
            if (domains.values().isEmpty()) {
                continue;
            }
            boolean perNode = domains.values().size() == snapshot.nodes();
            if (a == b && perNode) {
                most = 1;
            } else {
                conflicts.add(perNode ? Conflict.onNode(a, b) : new Conflict(a, b, domains.of()));
            }
        }
        return most;
    }

    private int keepVolumesApart(int a, int b, List<Conflict> conflicts) {
        VolumeSignature own = classes.get(a).signature().volumes();
        VolumeSignature others = classes.get(b).signature().volumes();
        int most = Integer.MAX_VALUE;
        if (VolumeFilters.meet(own, others)) {
            if (a == b) {
                most = 1;
            } else {
                conflicts.add(Conflict.onNode(a, b));
            }
        }
        if (VolumeFilters.shareOnce(own, others)) {
            conflicts.add(new Conflict(a, b, new int[snapshot.nodes()]));
        }
        return most;
    }

    /** {@return a group in numbers} */
    public PackingGroup group(GroupTree group) {
        List<Integer> own = new ArrayList<>();
        List<PackingGroup> children = new ArrayList<>();
        int missing = group.minimum();
        if (group.isLeaf()) {
            for (int c = 0; c < classes.size(); c++) {
                if (classes.get(c).leaf() == group) {
                    own.add(c);
                }
            }
            missing -= question.membership().running(group).size();
        } else {
            for (GroupTree child : group.children()) {
                children.add(group(child));
            }
        }
        int[] domainOf = domainOf(group);
        return new PackingGroup(missing, own, children, domainOf == null ? together(group) : domainOf);
    }

    /** {@return the domains in one of which all pods of a group lie that share something, or null} */
    private int @Nullable [] together(GroupTree group) {
        BitSet inside = new BitSet();
        for (int c = 0; c < classes.size() && !extras.together().isEmpty(); c++) {
            inside.set(c, classes.get(c).leaf().isInside(group));
        }
        for (SharedReach.Together some : extras.together()) {
            if (some.classes().equals(inside)) {
                return some.domainOf();
            }
        }
        return null;
    }

    /**
     * {@return the domain of each node, -1 for none: where the group may be, pinned by members that run; or null if it
     * is free}
     */
    public int @Nullable [] domainOf(GroupTree group) {
        if (group.topologyKey() == null) {
            return null;
        }
        Domains domains = question.domains(group.topologyKey());
        int pinned = group.domain() == null
                ? Admission.pinned(snapshot, group, domains)
                : domains.values().indexOf(group.domain());
        if (pinned < 0 && group.domain() == null) {
            return domains.of();
        }
        int[] only = domains.of().clone();
        for (int n = 0; n < only.length; n++) {
            only[n] = only[n] == pinned ? only[n] : -1;
        }
        return only;
    }
}
