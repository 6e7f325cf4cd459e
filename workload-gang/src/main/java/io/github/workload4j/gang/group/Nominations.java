package io.github.workload4j.gang.group;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.eligibility.HostPorts;
import io.github.workload4j.gang.eligibility.PodAntiAffinity;
import io.github.workload4j.gang.eligibility.PodRequest;
import io.github.workload4j.gang.eligibility.TopologySpread;
import io.github.workload4j.gang.packing.PackingNodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pods that wait for a node which is nominated for them, and are in the way of the question's pods there.
 *
 * <p>Those are pods of the same scheduler with at least the priority of every pod asked about. To who asks about the
 * node they are on it: they take resources, a slot and ports, keep apart and are counted; on other nodes of its domains
 * nothing is seen of them. Who needs them for its affinity does not find them. The question's own pods are left out:
 * those that are placed first give their nomination up.
 */
public final class Nominations {

    /** Nobody is nominated. */
    static final Nominations NONE = new Nominations(List.of());

    private final List<Nominated> pods;

    /** A pod and the node it waits for. */
    private record Nominated(Pod pod, int node) {}

    private Nominations(List<Nominated> pods) {
        this.pods = List.copyOf(pods);
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return pods.isEmpty();
    }

    /** {@return the nominations that the pending pods of a tree have to reckon with} */
    public static Nominations of(ClusterSnapshot snapshot, GroupTree root, Membership membership) {
        if (snapshot.nominated().isEmpty()) {
            return NONE;
        }
        Set<GroupRef> own = new HashSet<>();
        int[] highest = {Integer.MIN_VALUE};
        root.leaves().forEach(leaf -> {
            own.add(leaf.ref());
            membership.queued(leaf).forEach(pod -> highest[0] = Math.max(highest[0], priority(pod)));
        });
        List<Nominated> found = new ArrayList<>();
        for (Pod pod : snapshot.nominated()) {
            int node = snapshot.indexOf(pod.status().nominatedNodeName());
            boolean ours = GroupRef.of(pod).filter(own::contains).isPresent();
            if (node >= 0
                    && !ours
                    && priority(pod) >= highest[0]
                    && membership.schedulers().contains(Membership.schedulerOf(pod))) {
                found.add(new Nominated(pod, node));
            }
        }
        return found.isEmpty() ? NONE : new Nominations(found);
    }

    private static int priority(Pod pod) {
        return pod.spec().priority() == null ? 0 : pod.spec().priority();
    }

    /** {@return what is left on nodes} */
    public PackingNodes taken(PackingNodes free, List<String> resources) {
        PackingNodes left = free;
        for (Nominated each : pods) {
            long[] on = new long[resources.size()];
            for (int r = 0; r < on.length; r++) {
                on[r] = left.free(r, each.node) - (resources.get(r).equals(PodRequest.SLOTS) ? 1 : 0);
            }
            PodRequest.of(each.pod, (resource, amount) -> {
                int r = resources.indexOf(resource);
                if (r >= 0) {
                    on[r] = difference(on[r], amount);
                }
            });
            left = left.with(each.node, on);
        }
        return left;
    }

    private static long difference(long from, long amount) {
        long left = from - amount;
        return from < 0 && left > 0 ? Long.MIN_VALUE : left;
    }

    /** Takes out of {@code eligible} every node that a port of a nominated pod forbids. */
    public void forbidPorts(HostPorts ports, long[] eligible) {
        for (Nominated each : pods) {
            if (ports.meets(HostPorts.of(each.pod))) {
                strike(each.node, eligible);
            }
        }
    }

    /** Takes out of {@code eligible} every node that anti-affinity of either side forbids. */
    public void forbidNeighbours(Pod pod, ClusterView view, long[] eligible) {
        for (Nominated each : pods) {
            for (String key : PodAntiAffinity.keysBetween(pod, each.pod, view)) {
                if (view.domains(key).of()[each.node] >= 0) {
                    strike(each.node, eligible);
                }
            }
        }
    }

    private static void strike(int node, long[] eligible) {
        eligible[node >> 6] &= ~(1L << (node & 63));
    }

    /** {@return for each node how many nominated pods a spread constraint counts there} */
    public int[] counted(TopologySpread rule) {
        int[] counted = new int[rule.domainOf().length];
        for (Nominated each : pods) {
            counted[each.node] += rule.eligible()[each.node] && rule.matches(each.pod) ? 1 : 0;
        }
        return counted;
    }
}
