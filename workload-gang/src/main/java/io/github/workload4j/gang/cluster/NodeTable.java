package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.cache.RecentlyUsed;
import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.eligibility.NodeRules;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a cluster in the order of their names, and what is asked of them again and again: the domains of a
 * label, the nodes that some rules admit. Both are computed once and kept; snapshots that differ in pods only share the
 * table, and a table with one node changed, more or less takes what the other knows and looks at that node alone.
 *
 * <p>What is kept is bounded: {@link #mostKeys} and {@link #mostRules} say how much. Labels that no node has cost
 * nothing, however many are asked about.
 */
final class NodeTable {

    /** Most entries of nodes in the domains that are kept: 8 MB, unless there are few keys. */
    private static final int MOST_ENTRIES = 2_000_000;

    /** Most bits of nodes in the rules that are kept: 8 MB, unless there are few rules. */
    private static final int MOST_BITS = 64_000_000;

    private static final int LEAST_KEPT = 64;
    private static final int MOST_KEPT = 10_000;

    /** The longest chain of changes that refer to each other; the next change copies what is known so far. */
    private static final int LONGEST_DESCENT = 8;

    private static final int MOST_TAKEN_ALONG = 64;

    /** So many nodes are put in sooner one by one, and one more for so many that are there. */
    private static final int FEW = 32;

    private static final int ONE_MORE_IN = 16;

    private final Pages<Node> nodes;

    /** The same object where the names are the same ones. */
    private final Object names;

    /** The place of each name; null if it is to be searched for. */
    private final @Nullable Map<String, Integer> index;

    private final @Nullable Descent from;

    /** Found out when it is asked for; null until then. */
    private volatile @Nullable Optional<KubernetesRelease> kubelets;

    private final RecentlyUsed<String, Domains> domains;
    private final RecentlyUsed<NodeRules, long[]> admitted;

    /** Every label that a node has, and perhaps some that none has any more; null until it is asked for. */
    private volatile @Nullable Set<String> labels;

    /** The domains of labels that no node has; null until they are asked for. */
    private volatile @Nullable Domains nowhere;

    private enum Change {
        REPLACED,
        INSERTED,
        REMOVED
    }

    /** How a table came from another. */
    private record Descent(NodeTable base, Change change, int at, int length) {}

    private NodeTable(Pages<Node> nodes, @Nullable Map<String, Integer> index) {
        this.nodes = nodes;
        this.names = new Object();
        this.index = index;
        this.from = null;
        this.domains = new RecentlyUsed<>(mostKeys(nodes.size()));
        this.admitted = new RecentlyUsed<>(mostRules(nodes.size()));
    }

    private NodeTable(Pages<Node> nodes, @Nullable Map<String, Integer> index, NodeTable base, Change change, int at) {
        this.nodes = nodes;
        this.names = change == Change.REPLACED ? base.names : new Object();
        this.index = index;
        this.domains = new RecentlyUsed<>(mostKeys(nodes.size()));
        this.admitted = new RecentlyUsed<>(mostRules(nodes.size()));
        this.labels = change == Change.REMOVED ? base.labels : base.labelsWith(nodes.get(at));
        int length = base.from == null ? 1 : base.from.length + 1;
        Descent descent = new Descent(base, change, at, length);
        if (length <= LONGEST_DESCENT) {
            this.from = descent;
            return;
        }
        this.from = null;
        base.domains
                .last(MOST_TAKEN_ALONG)
                .forEach(known -> domains.keep(known.getKey(), changed(known.getKey(), known.getValue(), descent)));
        base.admitted
                .last(MOST_TAKEN_ALONG)
                .forEach(known -> admitted.keep(known.getKey(), changed(known.getKey(), known.getValue(), descent)));
    }

    /** {@return for how many labels domains are kept at most: 64, and more while 2,000,000 numbers hold them} */
    static int mostKeys(int nodes) {
        return most(MOST_ENTRIES, nodes);
    }

    /** {@return for how many rules nodes are kept at most: 64, and more while 64,000,000 bits hold them} */
    static int mostRules(int nodes) {
        return most(MOST_BITS, nodes);
    }

    private static int most(int entries, int nodes) {
        return Math.max(LEAST_KEPT, Math.min(MOST_KEPT, entries / Math.max(1, nodes)));
    }

    static NodeTable of(Collection<Node> nodes) {
        Node[] sorted = nodes.toArray(Node[]::new);
        for (Node node : nodes) {
            ObjectNames.require("nodes", node);
        }
        Arrays.sort(sorted, Comparator.comparing(ObjectNames::of));
        Map<String, Integer> index = new HashMap<>(sorted.length * 2);
        for (int n = 0; n < sorted.length; n++) {
            if (index.put(ObjectNames.of(sorted[n]), n) != null) {
                throw ObjectNames.twice("nodes", ObjectNames.of(sorted[n]));
            }
        }
        return new NodeTable(Pages.of(sorted), index);
    }

    /** {@return whether so many nodes are put in sooner by making all tables anew than one by one} */
    boolean areMany(int changed) {
        return changed > FEW + nodes.size() / ONE_MORE_IN;
    }

    /** Refuses more nodes of which one has no name, or the name of another, or of one that is here. */
    void requireNew(Collection<Node> added) {
        Set<String> names = new HashSet<>();
        for (Node node : added) {
            ObjectNames.require("nodes", node);
            String name = ObjectNames.of(node);
            if (!names.add(name) || indexOf(name) >= 0) {
                throw ObjectNames.twice("nodes", name);
            }
        }
    }

    /** {@return whether some node has a resource allocatable} */
    boolean offers(String resource) {
        for (Node node : nodes) {
            Quantity amount = node.status().allocatable().get(resource);
            if (amount != null && amount.signum() > 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return this table with another node of the same name in its place} */
    NodeTable with(int at, Node node) {
        NodeTable table = new NodeTable(nodes.with(at, node, new Object()), index, this, Change.REPLACED, at);
        if (node.status().kubeletVersion().equals(node(at).status().kubeletVersion())) {
            table.kubelets = kubelets;
        }
        return table;
    }

    /** {@return this table with one more node, at {@link #placeOf} its name} */
    NodeTable inserted(int at, Node node) {
        return new NodeTable(nodes.inserted(at, node), null, this, Change.INSERTED, at);
    }

    /** {@return this table without a node} */
    NodeTable removed(int at) {
        return new NodeTable(nodes.removed(at), null, this, Change.REMOVED, at);
    }

    /** {@return the newest release that a kubelet names, or empty} */
    Optional<KubernetesRelease> kubeletRelease() {
        Optional<KubernetesRelease> known = kubelets;
        if (known == null) {
            Set<String> versions = new HashSet<>(Set.of(""));
            Optional<KubernetesRelease> newest = Optional.empty();
            String last = "";
            for (Node node : nodes) {
                String version = node.status().kubeletVersion();
                if (version != last && !version.equals(last) && versions.add(version)) {
                    Optional<KubernetesRelease> named = KubernetesRelease.from(version);
                    if (named.isPresent() && (newest.isEmpty() || named.get().isAtLeast(newest.get()))) {
                        newest = named;
                    }
                }
                last = version;
            }
            known = newest;
            kubelets = known;
        }
        return known;
    }

    int size() {
        return nodes.size();
    }

    /** {@return what tables share whose nodes have the same names, and thus the same places, as far as is known} */
    Object names() {
        return names;
    }

    List<Node> all() {
        return nodes;
    }

    Node node(int at) {
        return nodes.get(at);
    }

    /** {@return the place of a node, or -1 if there is none of that name} */
    int indexOf(String name) {
        if (index != null) {
            return index.getOrDefault(name, -1);
        }
        int at = placeOf(name);
        return at < nodes.size() && nodes.get(at).metadata().name().equals(name) ? at : -1;
    }

    /** {@return number of nodes whose name comes before this one} */
    int placeOf(String name) {
        int low = 0;
        int high = nodes.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (nodes.get(middle).metadata().name().compareTo(name) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Domains domains(String key) {
        Domains known = knownDomains(key);
        if (known != null) {
            return known;
        }
        Set<String> there = labels;
        if (there != null && !there.contains(key)) {
            return nowhere();
        }
        Domains found = Domains.of(key, nodes);
        if (found.values().isEmpty()) {
            labels();
            return nowhere();
        }
        return domains.keep(key, found);
    }

    private @Nullable Domains knownDomains(String key) {
        Domains known = domains.get(key);
        if (known == null && from != null) {
            Domains before = from.base.knownDomains(key);
            if (before != null) {
                known = domains.keep(key, changed(key, before, from));
            }
        }
        return known;
    }

    private Set<String> labels() {
        Set<String> known = labels;
        if (known == null) {
            known = new HashSet<>();
            for (Node node : nodes) {
                known.addAll(node.metadata().labels().keySet());
            }
            labels = known;
        }
        return known;
    }

    /** {@return the labels, or null if they are unknown, or this node has one more} */
    private @Nullable Set<String> labelsWith(Node node) {
        Set<String> known = labels;
        return known != null && known.containsAll(node.metadata().labels().keySet()) ? known : null;
    }

    private Domains nowhere() {
        Domains known = nowhere;
        if (known == null) {
            int[] of = new int[nodes.size()];
            Arrays.fill(of, -1);
            known = new Domains(of, List.of());
            nowhere = known;
        }
        return known;
    }

    /** {@return for how many labels domains are kept} */
    int keysKept() {
        return domains.size();
    }

    /** {@return for how many rules the nodes admitted are kept} */
    int rulesKept() {
        return admitted.size();
    }

    private Domains changed(String key, Domains before, Descent how) {
        return switch (how.change) {
            case REPLACED -> before.replaced(how.at, value(key, how.at));
            case INSERTED -> before.inserted(how.at, value(key, how.at));
            case REMOVED -> before.removed(how.at);
        };
    }

    private @Nullable String value(String key, int at) {
        return nodes.get(at).metadata().labels().get(key);
    }

    long[] admitted(NodeRules rules) {
        long[] known = knownAdmitted(rules);
        if (known == null) {
            known = new long[(nodes.size() + 63) >> 6];
            for (int n = 0; n < nodes.size(); n++) {
                if (rules.admits(nodes.get(n))) {
                    known[n >> 6] |= 1L << (n & 63);
                }
            }
            known = admitted.keep(rules, known);
        }
        return known;
    }

    private long @Nullable [] knownAdmitted(NodeRules rules) {
        long[] known = admitted.get(rules);
        if (known == null && from != null) {
            long[] before = from.base.knownAdmitted(rules);
            if (before != null) {
                known = admitted.keep(rules, changed(rules, before, from));
            }
        }
        return known;
    }

    private long[] changed(NodeRules rules, long[] before, Descent how) {
        long[] bits = switch (how.change) {
            case REPLACED -> before.clone();
            case INSERTED -> Bits.inserted(before, how.at, nodes.size());
            case REMOVED -> Bits.removed(before, how.at, nodes.size());
        };
        if (how.change != Change.REMOVED) {
            long bit = 1L << (how.at & 63);
            bits[how.at >> 6] = rules.admits(nodes.get(how.at)) ? bits[how.at >> 6] | bit : bits[how.at >> 6] & ~bit;
        }
        return bits;
    }
}
