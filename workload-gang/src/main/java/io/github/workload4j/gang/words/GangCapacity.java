package io.github.workload4j.gang.words;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import java.util.Optional;

/**
 * How many pods of a gang of equal pods the nodes have room for, where that alone decides. Room is added up node by
 * node: over the domain that has most, or over all nodes if the gang may use them all.
 *
 * @param pods at most this many pods find room
 * @param nodes nodes that have room for at least one pod, in all domains
 * @param isOneDomain whether the pods must be in one domain
 */
public record GangCapacity(int pods, int nodes, boolean isOneDomain) {

    /** {@return the room for a gang that has one class of pods and no groups inside; empty for others} */
    public static Optional<GangCapacity> of(Packing packing) {
        PackingGroup group = packing.root();
        if (packing.classes().size() != 1 || !group.children().isEmpty()) {
            return Optional.empty();
        }
        int[] domainOf = group.domainOf();
        int domains = 1;
        for (int n = 0; domainOf != null && n < packing.nodes().count(); n++) {
            domains = Math.max(domains, domainOf[n] + 1);
        }
        long[] inDomain = new long[domains];
        int nodes = 0;
        long most = 0;
        for (int n = 0; n < packing.nodes().count(); n++) {
            int domain = domainOf == null ? 0 : domainOf[n];
            long room = domain < 0 ? 0 : room(packing, n);
            nodes += room > 0 ? 1 : 0;
            if (room > 0) {
                inDomain[domain] += room;
                most = Math.max(most, inDomain[domain]);
            }
        }
        return Optional.of(new GangCapacity((int) Math.min(most, Integer.MAX_VALUE), nodes, domainOf != null));
    }

    private static long room(Packing packing, int node) {
        PodClass pods = packing.classes().get(0);
        if (!pods.mayUse(node)) {
            return 0;
        }
        long room = pods.maxPerNode();
        for (int r = 0; r < pods.request().length; r++) {
            long asked = pods.request()[r];
            room = asked == 0
                    ? room
                    : Math.min(room, Math.max(0, packing.nodes().free(r, node) / asked));
        }
        return room;
    }
}
