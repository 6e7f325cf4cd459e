package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerPort;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.meta.LabelSelector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The pods on nodes, those placed so far among them. What another says that comes before is not changed, and copied
 * only where something is placed. Mutable, not thread-safe.
 */
final class Assumed {

    private static final String EVERY = "0.0.0.0";

    /** No address: stands for whichever a port is taken at. */
    private static final String ANY = "";

    private final @Nullable Assumed before;
    private final Map<String, Node> nodes;
    private final Map<String, Map<String, BigInteger>> used = new HashMap<>();
    private final Map<String, Integer> slots = new HashMap<>();

    /** What is taken of each node: ports at their address, and each again at any. */
    private final Map<String, Set<HostPort>> ports = new HashMap<>();

    private final Map<Kind, Map<String, Integer>> population;
    private final Map<Kind.Content, Kind> kinds = new HashMap<>();
    private final Map<String, Map<String, String>> namespaces;

    private final Set<String> labelKeys;

    /** Whether devices serve a resource on a node, so that nobody compares it there. */
    private BiPredicate<String, Node> served = (resource, node) -> false;

    private record HostPort(String protocol, String address, int number) {

        HostPort at(String other) {
            return new HostPort(protocol, other, number);
        }

        boolean isFree(Set<HostPort> taken) {
            return address.equals(EVERY)
                    ? !taken.contains(at(ANY))
                    : !taken.contains(this) && !taken.contains(at(EVERY));
        }
    }

    Assumed(Iterable<Node> nodes, Map<String, Map<String, String>> namespaces, Set<String> labelKeys) {
        this.before = null;
        this.nodes = new LinkedHashMap<>();
        this.population = new LinkedHashMap<>();
        this.labelKeys = labelKeys;
        nodes.forEach(node -> this.nodes.put(node.metadata().name(), node));
        this.namespaces = namespaces;
    }

    /** Starts with the pods that were there before. */
    Assumed(Assumed before) {
        this.before = before;
        this.nodes = before.nodes;
        this.population = new LinkedHashMap<>(before.population);
        this.labelKeys = before.labelKeys;
        this.namespaces = before.namespaces;
    }

    void serve(BiPredicate<String, Node> served) {
        this.served = served;
    }

    Map<String, Node> nodes() {
        return nodes;
    }

    /** {@return a node that is there} */
    Node node(String name) {
        Node node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("node: " + name + " is not there");
        }
        return node;
    }

    /** {@return how many pods of each kind are on which node} */
    Map<Kind, Map<String, Integer>> population() {
        return population;
    }

    Map<String, String> namespaceLabels(String namespace) {
        Map<String, String> labels = new HashMap<>(namespaces.getOrDefault(namespace, Map.of()));
        labels.putIfAbsent("kubernetes.io/metadata.name", namespace);
        return labels;
    }

    void put(Pod pod, String node) {
        Map<String, BigInteger> taken =
                used.computeIfAbsent(node, n -> new HashMap<>(before == null ? Map.of() : before.used(n)));
        Requests.of(pod).forEach((name, amount) -> taken.merge(name, amount, BigInteger::add));
        slots.put(node, slots(node) + 1);
        List<HostPort> more = hostPorts(pod);
        if (!more.isEmpty()) {
            take(more, ports.computeIfAbsent(node, n -> new HashSet<>(before == null ? Set.of() : before.ports(n))));
        }
        population
                .compute(kind(pod), (kind, where) -> {
                    if (where == null) {
                        return new HashMap<>();
                    }
                    boolean isShared = before != null && where == before.population.get(kind);
                    return isShared ? new HashMap<>(where) : where;
                })
                .merge(node, 1, Integer::sum);
    }

    private Map<String, BigInteger> used(String node) {
        Map<String, BigInteger> here = used.get(node);
        if (here != null) {
            return here;
        }
        return before == null ? Map.of() : before.used(node);
    }

    private int slots(String node) {
        Integer here = slots.get(node);
        if (here != null) {
            return here;
        }
        return before == null ? 0 : before.slots(node);
    }

    private Set<HostPort> ports(String node) {
        Set<HostPort> here = ports.get(node);
        if (here != null) {
            return here;
        }
        return before == null ? Set.of() : before.ports(node);
    }

    private static void take(List<HostPort> some, Set<HostPort> taken) {
        for (HostPort port : some) {
            taken.add(port);
            taken.add(port.at(ANY));
        }
    }

    /** {@return what rules see of a pod} */
    Kind kind(Pod pod) {
        List<PodAffinityTerm> apart = pod.spec().affinity() == null
                ? List.of()
                : pod.spec().affinity().requiredPodAntiAffinity();
        boolean terminating = pod.metadata().deletionTimestamp() != null;
        Kind.Content content = new Kind.Content(
                pod.metadata().namespaceOrDefault(), asked(pod.metadata().labels()), terminating, apart);
        Kind known = before == null ? null : before.kinds.get(content);
        return known == null ? content.in(kinds) : known;
    }

    private Map<String, String> asked(Map<String, String> labels) {
        Map<String, String> asked = new HashMap<>(labels);
        asked.keySet().retainAll(labelKeys);
        return asked;
    }

    /** {@return the keys of labels of pods that the rules of these pods ask for} */
    static Set<String> labelKeys(Collection<Pod> pods) {
        Set<String> keys = new HashSet<>();
        for (Pod pod : pods) {
            List<PodAffinityTerm> terms = new ArrayList<>();
            if (pod.spec().affinity() != null) {
                terms.addAll(pod.spec().affinity().requiredPodAffinity());
                terms.addAll(pod.spec().affinity().requiredPodAntiAffinity());
            }
            for (PodAffinityTerm term : terms) {
                addKeys(term.labelSelector(), keys);
                keys.addAll(term.matchLabelKeys());
                keys.addAll(term.mismatchLabelKeys());
            }
            for (TopologySpreadConstraint constraint : pod.spec().topologySpreadConstraints()) {
                addKeys(constraint.labelSelector(), keys);
                keys.addAll(constraint.matchLabelKeys());
            }
        }
        return keys;
    }

    private static void addKeys(@Nullable LabelSelector selector, Set<String> keys) {
        if (selector != null) {
            keys.addAll(selector.matchLabels().keySet());
            selector.matchExpressions().forEach(expression -> keys.add(expression.key()));
        }
    }

    /**
     * {@return what is overdrawn if the pod comes to the node, or the empty text}
     *
     * @param waiting pods that are to be seen as if they were on the node
     */
    String overdrawn(Pod pod, Node node, List<Pod> waiting) {
        String name = node.metadata().name();
        BigInteger room = allocatable(node, "pods");
        int there = slots(name) + waiting.size();
        if (BigInteger.valueOf(there).compareTo(room) >= 0) {
            return there + " of " + room + " pod slots are taken";
        }
        for (Map.Entry<String, BigInteger> request : Requests.of(pod).entrySet()) {
            if (request.getKey().indexOf('/') > 0 && served.test(request.getKey(), node)) {
                continue;
            }
            BigInteger taken = used(name).getOrDefault(request.getKey(), BigInteger.ZERO);
            for (Pod other : waiting) {
                taken = taken.add(Requests.of(other).getOrDefault(request.getKey(), BigInteger.ZERO));
            }
            BigInteger left = allocatable(node, request.getKey()).subtract(taken);
            if (request.getValue().compareTo(left) > 0) {
                return request.getValue() + " of " + request.getKey() + " asked, " + left + " left";
            }
        }
        return "";
    }

    private static BigInteger allocatable(Node node, String resource) {
        return node.status().allocatable().containsKey(resource)
                ? Requests.rounded(
                        resource, node.status().allocatable().get(resource).amount())
                : BigInteger.ZERO;
    }

    boolean takesFreePorts(Pod pod, String node, List<Pod> waiting) {
        Set<HostPort> others = new HashSet<>();
        waiting.forEach(other -> take(hostPorts(other), others));
        return hostPorts(pod).stream().allMatch(wanted -> wanted.isFree(ports(node)) && wanted.isFree(others));
    }

    private static List<HostPort> hostPorts(Pod pod) {
        List<Container> running = new ArrayList<>(pod.spec().containers());
        pod.spec().initContainers().stream()
                .filter(c -> c.restartPolicy().equals("Always"))
                .forEach(running::add);
        List<HostPort> ports = new ArrayList<>();
        for (Container container : running) {
            for (ContainerPort port : container.ports()) {
                int number = port.hostPort();
                if (number <= 0 && pod.spec().hostNetwork()) {
                    number = port.containerPort();
                }
                if (number > 0) {
                    ports.add(new HostPort(
                            port.protocol().isEmpty() ? "TCP" : port.protocol(),
                            port.hostIP().isEmpty() ? EVERY : port.hostIP(),
                            number));
                }
            }
        }
        return ports;
    }
}
