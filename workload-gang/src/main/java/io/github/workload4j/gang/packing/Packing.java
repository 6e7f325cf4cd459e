package io.github.workload4j.gang.packing;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One gang question: may the pods of {@code root} be placed, and how many at most?
 *
 * <p>An answer is a number of pods for every (class, node) such that no resource of a node is overdrawn by what is
 * placed on it (resources a class does not ask for are not compared for it), eligibility, per-node limits, conflicts,
 * shared limits and spreads hold, every group that has a pod placed succeeds and lies in one domain, the root succeeds,
 * and at least one pod is placed.
 *
 * @param nodes the nodes. Pod slots are a resource like any other, asked for by 1 by every class
 * @param classes the pod classes; no pod of a class that belongs to no group is placed
 * @param conflicts pairs of classes kept apart
 * @param root the group asked about
 * @param limits what several nodes share
 * @param spreads pods spread evenly over domains
 */
public record Packing(
        PackingNodes nodes,
        List<PodClass> classes,
        List<Conflict> conflicts,
        PackingGroup root,
        List<SharedLimit> limits,
        List<EvenSpread> spreads) {

    /** Checks that all parts speak of the same nodes, resources and classes, and copies the lists. */
    public Packing {
        requireNonNull(nodes, "nodes");
        requireNonNull(root, "root");
        classes = List.copyOf(requireNonNull(classes, "classes"));
        conflicts = List.copyOf(requireNonNull(conflicts, "conflicts"));
        limits = List.copyOf(requireNonNull(limits, "limits"));
        spreads = List.copyOf(requireNonNull(spreads, "spreads"));
        long pods = 0;
        for (PodClass podClass : classes) {
            if (podClass.request().length != nodes.resources()) {
                throw new IllegalArgumentException(
                        "request: " + podClass.request().length + " resources (expected: " + nodes.resources() + ")");
            }
            long[] eligible = podClass.eligible();
            if (eligible != null && eligible.length < nodes.count() + 63 >> 6) {
                throw new IllegalArgumentException(
                        "eligible: " + eligible.length + " words (expected: " + (nodes.count() + 63 >> 6) + ")");
            }
            pods += podClass.count();
        }
        if (pods > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "classes: " + pods + " pods (expected: " + Integer.MAX_VALUE + " at most)");
        }
        for (Conflict conflict : conflicts) {
            checkClass(conflict.a(), classes.size());
            checkClass(conflict.b(), classes.size());
            checkDomains(conflict.domainOf(), nodes.count());
        }
        checkGroup(root, classes.size(), nodes.count(), new BitSet());
        for (SharedLimit limit : limits) {
            if (limit.amounts().length != classes.size()) {
                throw new IllegalArgumentException(
                        "amounts: " + limit.amounts().length + " classes (expected: " + classes.size() + ")");
            }
        }
        for (EvenSpread spread : spreads) {
            for (int podClass : spread.classes()) {
                checkClass(podClass, classes.size());
            }
            checkDomains(spread.domainOf(), nodes.count());
        }
    }

    /** A question without shared limits and spreads. */
    public Packing(PackingNodes nodes, List<PodClass> classes, List<Conflict> conflicts, PackingGroup root) {
        this(nodes, classes, conflicts, root, List.of(), List.of());
    }

    /** {@return number of pods in all classes: no answer places more} */
    public int pods() {
        int pods = 0;
        for (PodClass podClass : classes) {
            pods += podClass.count();
        }
        return pods;
    }

    /**
     * {@return the first resource of which all pods together ask {@link Long#MAX_VALUE} or more, so that nothing can be
     * said about sums; empty if there is none}
     */
    public OptionalInt resourceBeyondRange() {
        for (int r = 0; r < nodes.resources(); r++) {
            long left = Long.MAX_VALUE - 1;
            for (PodClass podClass : classes) {
                long asked = podClass.request()[r];
                if (asked > 0 && podClass.count() > left / asked) {
                    return OptionalInt.of(r);
                }
                left -= asked * podClass.count();
            }
        }
        return OptionalInt.empty();
    }

    /** {@return the same question about other nodes, as many and of the same resources} */
    public Packing on(PackingNodes other) {
        requireNonNull(other, "other");
        return new Packing(other, classes, conflicts, root, limits, spreads);
    }

    /** {@return whether nodes share limits, or spreads look at them together} */
    public boolean hasRows() {
        return !limits.isEmpty() || !spreads.isEmpty();
    }

    /** {@return one line: the nodes, and how many classes, conflicts, shared limits, spreads and pods there are} */
    @Override
    public String toString() {
        String rows = (limits.isEmpty() ? "" : ", " + limits.size() + " shared limits")
                + (spreads.isEmpty() ? "" : ", " + spreads.size() + " spreads");
        return "Packing[" + nodes + ", " + classes.size() + " classes of " + pods() + " pods, " + conflicts.size()
                + " conflicts" + rows + ", root=" + root + "]";
    }

    private static void checkGroup(PackingGroup group, int classes, int nodes, BitSet seen) {
        checkDomains(group.domainOf(), nodes);
        for (int podClass : group.classes()) {
            checkClass(podClass, classes);
            if (seen.get(podClass)) {
                throw new IllegalArgumentException("class: " + podClass + " in two groups (expected: one)");
            }
            seen.set(podClass);
        }
        for (PackingGroup child : group.children()) {
            checkGroup(child, classes, nodes, seen);
        }
    }

    private static void checkClass(int podClass, int classes) {
        if (podClass < 0 || podClass >= classes) {
            throw new IllegalArgumentException("class: " + podClass + " (expected: 0 to " + (classes - 1) + ")");
        }
    }

    private static void checkDomains(int @Nullable [] domainOf, int nodes) {
        if (domainOf != null && domainOf.length != nodes) {
            throw new IllegalArgumentException("domainOf: " + domainOf.length + " nodes (expected: " + nodes + ")");
        }
    }
}
