package io.github.workload4j.testkit.oracle;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerPort;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import io.github.workload4j.api.release.KubernetesRelease;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Nodes, and which pod is on which. Every question is answered by looking at all of it. */
final class World {

    private final Collection<Node> nodes;
    private final Map<Pod, Node> on;
    private final Map<String, Map<String, String>> namespaces;
    private final Cluster cluster;
    private final Set<Pod> onlyNominated;

    /** What a cluster is: its release, whether tolerations compare numbers, and who waits for which node. */
    record Cluster(KubernetesRelease release, boolean numbers, Map<Pod, Node> nominated) {}

    World(
            Collection<Node> nodes,
            Map<Pod, Node> on,
            Map<String, Map<String, String>> namespaces,
            Cluster cluster,
            Set<Pod> onlyNominated) {
        this.nodes = nodes;
        this.on = on;
        this.namespaces = namespaces;
        this.cluster = cluster;
        this.onlyNominated = onlyNominated;
    }

    /**
     * Sections 9 and 10 of the rules: may the pod go to the node now? Asked twice: as it is, and as if the pods that
     * wait for the node were on it.
     */
    boolean allows(Pod pod, Node node) {
        Map<Pod, Node> also = new IdentityHashMap<>(on);
        Set<Pod> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
        cluster.nominated().forEach((other, where) -> {
            if (where == node && priority(other) >= priority(pod)) {
                also.put(other, node);
                waiting.add(other);
            }
        });
        return allowsNow(pod, node)
                && (waiting.isEmpty() || new World(nodes, also, namespaces, cluster, waiting).allowsNow(pod, node));
    }

    private static int priority(Pod pod) {
        return pod.spec().priority() == null ? 0 : pod.spec().priority();
    }

    private boolean allowsNow(Pod pod, Node node) {
        return open(pod, node)
                && toleratesAll(pod, node)
                && selected(pod, node)
                && room(pod, node)
                && portsFree(pod, node)
                && apart(pod, node)
                && together(pod, node)
                && even(pod, node);
    }

    private boolean open(Pod pod, Node node) {
        return !node.spec().unschedulable()
                || tolerated(pod, new Taint("node.kubernetes.io/unschedulable", "", "NoSchedule"));
    }

    private boolean toleratesAll(Pod pod, Node node) {
        for (Taint taint : node.spec().taints()) {
            if (!taint.effect().equals("PreferNoSchedule") && !tolerated(pod, taint)) {
                return false;
            }
        }
        return true;
    }

    private boolean tolerated(Pod pod, Taint taint) {
        for (Toleration t : pod.spec().tolerations()) {
            boolean effect = t.effect().isEmpty() || t.effect().equals(taint.effect());
            boolean key = t.key().isEmpty() || t.key().equals(taint.key());
            boolean value = false;
            switch (t.operator()) {
                case "", "Equal" -> value = t.value().equals(taint.value());
                case "Exists" -> value = true;
                case "Gt" ->
                    value = cluster.numbers()
                            && isPlain(taint.value())
                            && isPlain(t.value())
                            && Long.parseLong(taint.value()) > Long.parseLong(t.value());
                case "Lt" ->
                    value = cluster.numbers()
                            && isPlain(taint.value())
                            && isPlain(t.value())
                            && Long.parseLong(taint.value()) < Long.parseLong(t.value());
                default -> {}
            }
            if (effect && key && value) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(String text) {
        return text.matches("0|-?[1-9]\\d{0,17}");
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,18}");
    }

    private static boolean selected(Pod pod, Node node) {
        Map<String, String> labels = node.metadata().labels();
        for (String key : pod.spec().nodeSelector().keySet()) {
            if (!pod.spec().nodeSelector().get(key).equals(labels.get(key))) {
                return false;
            }
        }
        Affinity affinity = pod.spec().affinity();
        if (affinity == null || affinity.requiredNodeAffinity() == null) {
            return true;
        }
        for (NodeSelectorTerm term : affinity.requiredNodeAffinity().nodeSelectorTerms()) {
            boolean holds =
                    !term.matchExpressions().isEmpty() || !term.matchFields().isEmpty();
            for (NodeSelectorRequirement e : term.matchExpressions()) {
                holds &= wellFormed(e.key(), e.values()) && expression(e, labels);
            }
            for (NodeSelectorRequirement e : term.matchFields()) {
                boolean usable = e.key().equals("metadata.name")
                        && e.values().size() == 1
                        && (e.operator().equals("In") || e.operator().equals("NotIn"));
                boolean same =
                        usable && e.values().get(0).equals(node.metadata().name());
                holds &= usable && same == e.operator().equals("In");
            }
            if (holds) {
                return true;
            }
        }
        return false;
    }

    private static boolean expression(NodeSelectorRequirement e, Map<String, String> labels) {
        boolean present = labels.containsKey(e.key());
        String value = present ? labels.get(e.key()) : "";
        List<String> values = e.values();
        switch (e.operator()) {
            case "In":
                return present && values.contains(value);
            case "NotIn":
                return !values.isEmpty() && (!present || !values.contains(value));
            case "Exists":
                return values.isEmpty() && present;
            case "DoesNotExist":
                return values.isEmpty() && !present;
            case "Gt", "Lt":
                if (!present || values.size() != 1 || !isNumber(value) || !isNumber(values.get(0))) {
                    return false;
                }
                long difference = Long.parseLong(value) - Long.parseLong(values.get(0));
                return e.operator().equals("Gt") ? difference > 0 : difference < 0;
            default:
                return false;
        }
    }

    /**
     * A label's key and values: names of up to 63 characters, a key with a DNS prefix or without, a value also empty.
     */
    private static boolean wellFormed(String key, List<String> values) {
        String name = "[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9._-]{0,61}[A-Za-z0-9]";
        String part = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
        boolean ok = key.length() <= 317 && key.matches("(" + part + "(\\." + part + ")*/)?(" + name + ")");
        ok &= key.indexOf('/') <= 253;
        for (String value : values) {
            ok &= value.matches("|" + name);
        }
        return ok;
    }

    private static boolean wellFormed(@Nullable LabelSelector selector) {
        if (selector == null) {
            return true;
        }
        boolean ok = true;
        for (Map.Entry<String, String> pair : selector.matchLabels().entrySet()) {
            ok &= wellFormed(pair.getKey(), List.of(pair.getValue()));
        }
        for (LabelSelectorRequirement e : selector.matchExpressions()) {
            boolean listing = e.operator().equals("In") || e.operator().equals("NotIn");
            boolean asking = e.operator().equals("Exists") || e.operator().equals("DoesNotExist");
            ok &= wellFormed(e.key(), e.values()) && (e.values().isEmpty() ? asking : listing);
        }
        return ok;
    }

    private static boolean wellFormed(PodAffinityTerm term) {
        return wellFormed(term.labelSelector()) && wellFormed(term.namespaceSelector());
    }

    private List<Pod> podsOn(Node node) {
        List<Pod> pods = new ArrayList<>();
        on.forEach((pod, where) -> {
            if (where == node) {
                pods.add(pod);
            }
        });
        return pods;
    }

    private boolean room(Pod pod, Node node) {
        List<Pod> there = podsOn(node);
        if (BigDecimal.valueOf(there.size() + 1L).compareTo(allocatable(node, "pods")) > 0) {
            return false;
        }
        Map<String, BigDecimal> asked = Request.of(pod);
        for (String resource : asked.keySet()) {
            BigDecimal left = allocatable(node, resource);
            for (Pod other : there) {
                left = left.subtract(Request.of(other).getOrDefault(resource, BigDecimal.ZERO));
            }
            if (asked.get(resource).signum() > 0 && asked.get(resource).compareTo(left) > 0) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal allocatable(Node node, String resource) {
        Quantity amount = node.status().allocatable().getOrDefault(resource, Quantity.ZERO);
        return Request.rounded(resource, amount.amount());
    }

    private boolean portsFree(Pod pod, Node node) {
        for (Pod other : podsOn(node)) {
            for (String[] a : ports(pod)) {
                for (String[] b : ports(other)) {
                    boolean addresses = a[1].equals(b[1]) || a[1].equals("0.0.0.0") || b[1].equals("0.0.0.0");
                    if (a[0].equals(b[0]) && addresses && a[2].equals(b[2])) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static List<String[]> ports(Pod pod) {
        List<String[]> ports = new ArrayList<>();
        List<Container> running = new ArrayList<>(pod.spec().containers());
        for (Container c : pod.spec().initContainers()) {
            if (c.restartPolicy().equals("Always")) {
                running.add(c);
            }
        }
        for (Container c : running) {
            for (ContainerPort p : c.ports()) {
                int host = p.hostPort() == 0 && pod.spec().hostNetwork() ? p.containerPort() : p.hostPort();
                if (host > 0) {
                    String protocol = p.protocol().isEmpty() ? "TCP" : p.protocol();
                    String address = p.hostIP().isEmpty() ? "0.0.0.0" : p.hostIP();
                    ports.add(new String[] {protocol, address, String.valueOf(host)});
                }
            }
        }
        return ports;
    }

    private static boolean sameValue(Node a, Node b, String key) {
        return a.metadata().labels().containsKey(key)
                && a.metadata().labels().get(key).equals(b.metadata().labels().get(key));
    }

    private boolean apart(Pod pod, Node node) {
        for (PodAffinityTerm term : antiTerms(pod)) {
            if (!wellFormed(term)) {
                return false;
            }
        }
        for (Pod other : on.keySet()) {
            for (PodAffinityTerm term : antiTerms(pod)) {
                if (matches(term, pod, other) && sameValue(node, on.get(other), term.topologyKey())) {
                    return false;
                }
            }
            for (PodAffinityTerm term : antiTerms(other)) {
                if (matches(term, other, pod) && sameValue(node, on.get(other), term.topologyKey())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<PodAffinityTerm> antiTerms(Pod pod) {
        return pod.spec().affinity() == null ? List.of() : pod.spec().affinity().requiredPodAntiAffinity();
    }

    private boolean matches(PodAffinityTerm term, Pod owner, Pod other) {
        String namespace = other.metadata().namespace();
        boolean allowed = term.namespaces().contains(namespace);
        if (term.namespaceSelector() != null) {
            Map<String, String> labels = new HashMap<>(namespaces.getOrDefault(namespace, Map.of()));
            labels.put("kubernetes.io/metadata.name", namespace);
            allowed |= term.namespaceSelector().matches(labels);
        } else if (term.namespaces().isEmpty()) {
            allowed = namespace.equals(owner.metadata().namespace());
        }
        if (!allowed || term.labelSelector() == null || !wellFormed(term)) {
            return false;
        }
        Map<String, String> mine = owner.metadata().labels();
        Map<String, String> theirs = other.metadata().labels();
        boolean matches = term.labelSelector().matches(theirs);
        for (String key : term.matchLabelKeys()) {
            matches &= !mine.containsKey(key) || mine.get(key).equals(theirs.get(key));
        }
        for (String key : term.mismatchLabelKeys()) {
            matches &= !mine.containsKey(key) || !mine.get(key).equals(theirs.get(key));
        }
        return matches;
    }

    private boolean together(Pod pod, Node node) {
        List<PodAffinityTerm> terms = pod.spec().affinity() == null
                ? List.of()
                : pod.spec().affinity().requiredPodAffinity();
        for (PodAffinityTerm term : terms) {
            if (!node.metadata().labels().containsKey(term.topologyKey())) {
                return false;
            }
        }
        boolean everyTermMet = true;
        boolean anyCounts = false;
        for (PodAffinityTerm term : terms) {
            boolean met = false;
            for (Pod other : on.keySet()) {
                boolean matchesAll = terms.stream().allMatch(t -> matches(t, pod, other));
                boolean hasKey = on.get(other).metadata().labels().containsKey(term.topologyKey());
                anyCounts |= matchesAll && hasKey;
                met |= matchesAll && sameValue(node, on.get(other), term.topologyKey());
            }
            everyTermMet &= met;
        }
        boolean first = !anyCounts && terms.stream().allMatch(t -> matches(t, pod, pod));
        return everyTermMet || first;
    }

    private boolean even(Pod pod, Node node) {
        List<TopologySpreadConstraint> all = new ArrayList<>();
        for (TopologySpreadConstraint c : pod.spec().topologySpreadConstraints()) {
            if (c.whenUnsatisfiable().equals("DoNotSchedule")) {
                all.add(c);
            }
        }
        for (TopologySpreadConstraint c : all) {
            if (!node.metadata().labels().containsKey(c.topologyKey()) || !wellFormed(c.labelSelector())) {
                return false;
            }
            Map<String, Integer> count = new HashMap<>();
            for (Node n : nodes) {
                if (eligible(pod, n, c, all)) {
                    count.putIfAbsent(n.metadata().labels().get(c.topologyKey()), 0);
                }
            }
            for (Pod other : on.keySet()) {
                Node n = on.get(other);
                boolean seen = onlyNominated.contains(other)
                        || other.metadata().deletionTimestamp() == null && !countsNobody(c, pod);
                if (eligible(pod, n, c, all) && seen && counts(c, pod, other)) {
                    count.merge(n.metadata().labels().get(c.topologyKey()), 1, Integer::sum);
                }
            }
            int min = Integer.MAX_VALUE;
            for (int value : count.values()) {
                min = Math.min(min, value);
            }
            if (count.size() < (c.minDomains() == null ? 1 : c.minDomains())) {
                min = 0;
            }
            int here = count.getOrDefault(node.metadata().labels().get(c.topologyKey()), 0);
            if (here + (counts(c, pod, pod) ? 1 : 0) - min > c.maxSkew()) {
                return false;
            }
        }
        return true;
    }

    private boolean eligible(Pod pod, Node node, TopologySpreadConstraint c, List<TopologySpreadConstraint> all) {
        for (TopologySpreadConstraint each : all) {
            if (!node.metadata().labels().containsKey(each.topologyKey())) {
                return false;
            }
        }
        boolean honorsAffinity = !c.nodeAffinityPolicy().equals("Ignore");
        boolean honorsTaints = c.nodeTaintsPolicy().equals("Honor");
        return (!honorsAffinity || selected(pod, node)) && (!honorsTaints || toleratesAll(pod, node));
    }

    /** Up to 1.37 a selector that asks for nothing counts nobody that is there. */
    private boolean countsNobody(TopologySpreadConstraint c, Pod owner) {
        boolean before138 = cluster.release().compareTo(KubernetesRelease.V1_38) < 0;
        return before138
                && c.labelSelector() != null
                && c.labelSelector().matchLabels().isEmpty()
                && c.labelSelector().matchExpressions().isEmpty()
                && c.matchLabelKeys().stream()
                        .noneMatch(key -> owner.metadata().labels().containsKey(key));
    }

    private static boolean counts(TopologySpreadConstraint c, Pod owner, Pod other) {
        if (c.labelSelector() == null
                || !other.metadata().namespace().equals(owner.metadata().namespace())
                || !c.labelSelector().matches(other.metadata().labels())) {
            return false;
        }
        for (String key : c.matchLabelKeys()) {
            String own = owner.metadata().labels().get(key);
            if (own != null && !own.equals(other.metadata().labels().get(key))) {
                return false;
            }
        }
        return true;
    }
}
