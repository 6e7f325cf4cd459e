package io.github.workload4j.cli.picture.view;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.AssignedDevice;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ChosenDomain;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.NodeDevices;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.question.Greedy;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be seen of one group and its verdict.
 *
 * @param verdict the verdict
 * @param kinds pods that wait; no more than there are signs
 * @param resources what they ask for, pod slots left out
 * @param keys labels that divide the cluster, widest domains first
 * @param bound those of the labels of which a group wants one value
 * @param whole the cluster, or null if the group may not be tried, so that no node was looked at
 * @param explanation why the verdict is what it is, or null if nobody asked
 * @param greedy what the scheduler's own cycle would do, or null if nobody asked
 * @param addition what the verdict takes to be otherwise than it is, or null if nothing is
 */
public record GroupView(
        Verdict verdict,
        List<Kind> kinds,
        List<Resource> resources,
        List<String> keys,
        List<String> bound,
        @Nullable Domain whole,
        @Nullable Explanation explanation,
        @Nullable Greedy greedy,
        @Nullable Addition addition) {

    private static final int MOST_RESOURCES = 4;

    public GroupView {
        kinds = List.copyOf(kinds);
        resources = List.copyOf(resources);
        keys = List.copyOf(keys);
        bound = List.copyOf(bound);
    }

    public static GroupView of(Told told) {
        return told.question() == null ? inWords(told) : new Counting(told.question(), told).view();
    }

    /** {@return a view in words only: no node of it is drawn} */
    public static GroupView inWords(Told told) {
        return new GroupView(
                told.verdict(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                told.explanation(),
                told.greedy(),
                told.addition());
    }

    /** {@return the name of the group; several that are asked about together have none} */
    public String name() {
        return verdict.about().group().name().isEmpty()
                ? "all groups together"
                : verdict.about().group().toString();
    }

    /** {@return pods placed on nodes by this verdict} */
    public int placed() {
        return verdict instanceof Verdict.Feasible feasible ? feasible.placed() : 0;
    }

    /** {@return whether the verdict says that this domain is where a group goes} */
    public boolean isChosen(Domain domain) {
        return verdict instanceof Verdict.Feasible feasible
                && domain.sum().placedPods() > 0
                && feasible.domains().stream().anyMatch(chosen -> matches(chosen, domain));
    }

    private static boolean matches(ChosenDomain chosen, Domain domain) {
        return chosen.key().equals(domain.key()) && chosen.value().equals(domain.value());
    }

    /** Goes through the nodes once and counts. */
    private static final class Counting {
        private final ClusterSnapshot snapshot;
        private final GroupQuestion asked;
        private final Told told;
        private final List<String> names;
        private final Closures closures;
        private final List<PodClass> classes;
        private final int[] kindOf;
        private final List<Kind> kinds;
        /** The column of devices that says most, or -1: what of it a node has is counted by device. */
        private final int devices;

        private final int[] shown;
        private final Map<String, List<String>> given = new HashMap<>();
        private final Map<String, Integer> givenDevices = new HashMap<>();
        private final Map<String, int[]> placedOn = new HashMap<>();
        private final int[] placed;

        Counting(GroupQuestion asked, Told told) {
            this.snapshot = asked.snapshot();
            this.asked = asked;
            this.told = told;
            this.names = asked.resources();
            this.closures = Closures.of(asked);
            this.classes = asked.packing().classes();
            this.placed = new int[classes.size()];
            this.devices = deviceColumn();
            this.shown = shownResources();
            countPlaced();
            Kinds found = Kinds.of(asked, shown, placed);
            this.kinds = found.kinds();
            this.kindOf = found.kindOf();
        }

        GroupView view() {
            List<String> bound = asked.groups().stream()
                    .map(GroupNode::topologyKey)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            List<String> keys = TopologyKeys.of(snapshot, bound);
            int[] all = new int[snapshot.nodes()];
            for (int n = 0; n < all.length; n++) {
                all[n] = n;
            }
            List<Resource> resources = new ArrayList<>();
            for (int r : shown) {
                resources.add(Resource.ofColumn(names.get(r)));
            }
            return new GroupView(
                    told.verdict(),
                    kinds,
                    resources,
                    keys,
                    bound,
                    domain("", "", all, keys),
                    told.explanation(),
                    told.greedy(),
                    told.addition());
        }

        /**
         * Processor and memory first, then what only some machines have. Pod slots, the last resource, are left out.
         */
        private int[] shownResources() {
            List<Integer> chosen = new ArrayList<>();
            for (String first : List.of("cpu", "memory")) {
                if (names.contains(first)) {
                    chosen.add(names.indexOf(first));
                }
            }
            if (devices >= 0) {
                chosen.add(devices);
            }
            for (int r = 0; r < names.size() - 1 && chosen.size() < MOST_RESOURCES; r++) {
                if (!chosen.contains(r) && isOfNodes(r)) {
                    chosen.add(r);
                }
            }
            return chosen.stream().mapToInt(Integer::intValue).toArray();
        }

        private int deviceColumn() {
            int best = -1;
            long most = 0;
            for (int r = 0; r < names.size(); r++) {
                long asked = 0;
                for (PodClass podClass : names.get(r).startsWith(Resource.DEVICES) ? classes : List.<PodClass>of()) {
                    asked += podClass.request()[r];
                }
                best = asked > most ? r : best;
                most = Math.max(most, asked);
            }
            return best;
        }

        /** {@return whether a column is a resource of nodes: others are called by several words} */
        private boolean isOfNodes(int column) {
            return names.get(column).indexOf(' ') < 0;
        }

        private void countPlaced() {
            if (!(told.verdict() instanceof Verdict.Feasible feasible)) {
                return;
            }
            Map<String, Integer> classOf = new HashMap<>();
            List<NamedPodClass> all = asked.podClasses();
            for (int c = 0; c < all.size(); c++) {
                for (Pod pod : all.get(c).pods()) {
                    classOf.put(pod.metadata().name(), c);
                }
            }
            for (Assignment assignment : feasible.placement()) {
                if (!assignment.devices().isEmpty()) {
                    List<AssignedDevice> own = assignment.devices();
                    given.computeIfAbsent(assignment.node(), node -> new ArrayList<>())
                            .add(assignment.pod() + " gets "
                                    + own.stream().map(AssignedDevice::device).collect(Collectors.joining(", ")));
                    givenDevices.merge(
                            assignment.node(),
                            (int) own.stream()
                                    .filter(each -> !each.adminAccess())
                                    .count(),
                            Integer::sum);
                }
                Integer c = classOf.get(assignment.pod());
                if (c != null) {
                    placedOn.computeIfAbsent(assignment.node(), node -> new int[classes.size()])[c]++;
                    placed[c]++;
                }
            }
        }

        private Domain domain(String key, String value, int[] nodes, List<String> keys) {
            if (keys.isEmpty()) {
                List<NodeView> views = new ArrayList<>();
                for (int n : nodes) {
                    views.add(node(n));
                }
                return Domain.ofNodes(key, value, views, shown.length, kinds.size());
            }
            Map<String, List<Integer>> byValue = new TreeMap<>();
            for (int n : nodes) {
                byValue.computeIfAbsent(
                                snapshot.node(n).metadata().labels().getOrDefault(keys.get(0), ""),
                                v -> new ArrayList<>())
                        .add(n);
            }
            List<String> inner = keys.subList(1, keys.size());
            if (byValue.size() == 1 && byValue.containsKey("")) {
                return domain(key, value, nodes, inner);
            }
            List<Domain> domains = new ArrayList<>();
            byValue.forEach((v, some) -> domains.add(domain(
                    keys.get(0), v, some.stream().mapToInt(Integer::intValue).toArray(), inner)));
            return Domain.ofDomains(key, value, domains, shown.length, kinds.size());
        }

        private NodeView node(int n) {
            Node node = snapshot.node(n);
            String name = node.metadata().name();
            int resources = shown.length;
            long[] total = new long[resources];
            long[] used = new long[resources];
            long[] added = new long[resources];
            boolean[] lacking = new boolean[resources];
            int[] here = placedOn.getOrDefault(name, new int[classes.size()]);
            for (int i = 0; i < resources; i++) {
                String resource = names.get(shown[i]);
                NodeDevices there = shown[i] == devices ? asked.claims().devices(n) : null;
                total[i] = there == null ? NodeView.allocatable(node, resource) : there.suiting();
                long free = there == null ? snapshot.free(resource, n) : there.free();
                used[i] = Math.max(0, total[i] - free);
                lacking[i] = true;
                for (int c = 0; c < classes.size(); c++) {
                    long ask = classes.get(c).request()[shown[i]];
                    added[i] += here[c] * ask;
                    lacking[i] &= ask == 0 || ask > free;
                }
                added[i] = there == null ? added[i] : givenDevices.getOrDefault(name, 0);
            }
            int[] placedHere = new int[kinds.size()];
            int[] room = new int[kinds.size()];
            boolean allowed = false;
            boolean largeEnough = false;
            for (int c = 0; c < classes.size(); c++) {
                placedHere[kindOf[c]] += here[c];
                if (!closures.isClosed(c, n)) {
                    allowed = true;
                    largeEnough |= isLargeEnough(n, classes.get(c));
                    room[kindOf[c]] = Math.max(room[kindOf[c]], room(classes.get(c), n));
                }
            }
            NodeView.State state =
                    largeEnough ? NodeView.State.USABLE : allowed ? NodeView.State.TOO_SMALL : NodeView.State.CLOSED;
            String whyNot = largeEnough ? "" : allowed ? "too small for a pod, even if it were empty" : closures.why(n);
            Addition addition = told.addition();
            return new NodeView(
                    name,
                    addition != null && addition.nodes().contains(name),
                    state,
                    whyNot,
                    total,
                    used,
                    added,
                    placedHere,
                    room,
                    lacking,
                    given.getOrDefault(name, List.of()));
        }

        /** What a node does not count, since devices serve it there, is free without limit. */
        private boolean isLargeEnough(int n, PodClass podClass) {
            Node node = snapshot.node(n);
            for (int r = 0; r < podClass.request().length; r++) {
                long most = Math.max(
                        NodeView.allocatable(node, names.get(r)),
                        asked.packing().nodes().free(r, n));
                if (isOfNodes(r) && podClass.request()[r] > most) {
                    return false;
                }
            }
            return true;
        }

        private int room(PodClass podClass, int n) {
            long most = Math.min(podClass.count(), podClass.maxPerNode());
            long[] request = podClass.request();
            for (int r = 0; r < request.length; r++) {
                if (request[r] > 0) {
                    most = Math.min(most, Math.max(0, asked.packing().nodes().free(r, n)) / request[r]);
                }
            }
            return (int) most;
        }
    }
}
