package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.eligibility.HostPorts;
import io.github.workload4j.gang.eligibility.NodeRules;
import io.github.workload4j.gang.eligibility.PodAntiAffinity;
import io.github.workload4j.gang.eligibility.PortIndex;
import io.github.workload4j.gang.inside.Inside;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the rules about other pods see of a snapshot. */
final class SnapshotView implements ClusterView {

    static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    /** An index costs about as much as this many looks at all pods. */
    private static final int LOOKS = 8;

    private final NodeTable table;
    private final Pages<NodePods> pods;
    private final int repelling;
    private final Map<String, Map<String, String>> namespaces;

    /** Found out when it is first asked for; null until then. */
    private volatile PodAntiAffinity.@Nullable Repelled repelled;

    private volatile @Nullable PortIndex ports;
    private volatile @Nullable PodsByLabel byLabel;

    /** Looks at all pods for a selector, until it is worth while to know them by their labels. */
    private final AtomicInteger looks = new AtomicInteger();

    private SnapshotView(SnapshotTables tables, Map<String, Map<String, String>> namespaces) {
        this.table = tables.nodes();
        this.pods = tables.pods();
        this.repelling = tables.repelling();
        this.namespaces = namespaces;
    }

    /** {@return what is seen of nodes, pods and namespaces; if a snapshot has the very same, what it has} */
    static ClusterView of(
            SnapshotTables tables, Map<String, Map<String, String>> namespaces, @Nullable ClusterSnapshot like) {
        return like != null
                        && like.tables.nodes() == tables.nodes()
                        && like.tables.pods() == tables.pods()
                        && like.namespaces == namespaces
                ? Inside.of(like).view()
                : new SnapshotView(tables, namespaces);
    }

    /** {@return the labels of each namespace, its name among them} */
    static Map<String, Map<String, String>> labels(Collection<Namespace> namespaces) {
        Map<String, Map<String, String>> labels = new HashMap<>();
        for (Namespace namespace : namespaces) {
            String name = namespace.metadata().name();
            Map<String, String> with = new LinkedHashMap<>(namespace.metadata().labels());
            with.putIfAbsent(NAMESPACE_NAME, name);
            labels.put(name, with);
        }
        return labels;
    }

    @Override
    public int nodes() {
        return table.size();
    }

    @Override
    public Node node(int index) {
        return table.node(index);
    }

    @Override
    public Domains domains(String key) {
        return table.domains(key);
    }

    @Override
    public long[] admitted(NodeRules rules) {
        return table.admitted(rules);
    }

    @Override
    public Map<String, String> namespaceLabels(String namespace) {
        Map<String, String> labels = namespaces.get(namespace);
        return labels == null ? Map.of(NAMESPACE_NAME, namespace) : labels;
    }

    @Override
    public PodAntiAffinity.Repelled repelled() {
        PodAntiAffinity.Repelled known = repelled;
        if (known == null) {
            known = PodAntiAffinity.Repelled.of(this);
            repelled = known;
        }
        return known;
    }

    @Override
    public void forEachPod(Visitor visitor) {
        each(NodePods::every, visitor);
    }

    @Override
    public void forEachPod(@Nullable LabelSelector selector, Visitor visitor) {
        if (byLabel == null && looks.incrementAndGet() <= LOOKS) {
            forEachPod(visitor);
        } else {
            byLabel().forEach(selector, visitor);
        }
    }

    private PodsByLabel byLabel() {
        PodsByLabel known = byLabel;
        if (known == null) {
            known = new PodsByLabel(table.size(), pods);
            byLabel = known;
        }
        return known;
    }

    @Override
    public int pods() {
        int all = 0;
        for (int n = 0; n < table.size(); n++) {
            all += pods.get(n).size();
        }
        return all;
    }

    @Override
    public int mayMatch(@Nullable LabelSelector selector) {
        return byLabel().mayMatch(selector);
    }

    @Override
    public int repellingPods() {
        return repelling;
    }

    @Override
    public Pod[] repellingPods(int node) {
        return pods.get(node).repelling().all();
    }

    @Override
    public PortIndex ports() {
        PortIndex known = ports;
        if (known == null) {
            PortIndex taken = new PortIndex();
            each(NodePods::withPorts, (node, pod) -> taken.add(node, HostPorts.of(pod)));
            known = taken;
            ports = known;
        }
        return known;
    }

    private void each(Function<NodePods, SomePods> which, Visitor visitor) {
        for (int n = 0; n < table.size(); n++) {
            for (Pod pod : which.apply(pods.get(n)).all()) {
                visitor.visit(n, pod);
            }
        }
    }
}
