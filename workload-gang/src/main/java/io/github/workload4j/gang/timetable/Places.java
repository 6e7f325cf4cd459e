package io.github.workload4j.gang.timetable;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts the places that a group of pods has on nodes, each class of pods as if it were alone. Where they are too few,
 * the group does not fit; where they are enough, it may. So it is known at a glance what is worth a question. Mutable.
 */
final class Places implements Ledger.Look {

    private final PodClass[] classes;
    private final long[][] requests;
    private final int minimum;
    private final int @Nullable [] domainOf;

    /** Places so far: by class, or by domain and class. */
    private final long[] places;

    private boolean enough;

    private Places(PodClass[] classes, int minimum, int @Nullable [] domainOf, int domains) {
        this.classes = classes;
        this.requests = new long[classes.length][];
        for (int c = 0; c < classes.length; c++) {
            requests[c] = classes[c].request();
        }
        this.minimum = minimum;
        this.domainOf = domainOf;
        this.places = new long[domains * classes.length];
    }

    /** {@return a count; null for groups of groups} */
    static @Nullable Places of(Packing packing) {
        PackingGroup root = packing.root();
        if (!root.children().isEmpty()) {
            return null;
        }
        int[] domainOf = root.domainOf();
        int domains = 1;
        for (int n = 0; domainOf != null && n < domainOf.length; n++) {
            domains = Math.max(domains, domainOf[n] + 1);
        }
        return new Places(packing.classes().toArray(PodClass[]::new), Math.max(1, root.minimum()), domainOf, domains);
    }

    /** {@return by resource, the least that every pod of a packing asks; without any, {@link Long#MIN_VALUE}} */
    static long[] needed(Packing packing) {
        long[] needed = new long[packing.nodes().resources()];
        Arrays.fill(needed, Long.MAX_VALUE);
        for (PodClass kind : packing.classes()) {
            long[] request = kind.request();
            for (int r = 0; r < needed.length; r++) {
                needed[r] = Math.min(needed[r], request[r] == 0 ? Long.MIN_VALUE : request[r]);
            }
        }
        return needed;
    }

    /** {@return this, begun anew} */
    Places begin() {
        Arrays.fill(places, 0);
        enough = false;
        return this;
    }

    @Override
    public boolean at(int node, long[] free) {
        int domain = domainOf == null ? 0 : domainOf[node];
        if (domain < 0) {
            return true;
        }
        int first = domain * classes.length;
        long sum = 0;
        for (int c = 0; c < classes.length; c++) {
            PodClass kind = classes[c];
            if (kind.mayUse(node)) {
                long most = kind.maxPerNode();
                for (int r = 0; r < free.length && most > 0; r++) {
                    if (requests[c][r] > 0) {
                        most = free[r] < requests[c][r] ? 0 : Math.min(most, free[r] / requests[c][r]);
                    }
                }
                places[first + c] = Math.min(kind.count(), places[first + c] + most);
            }
            sum += places[first + c];
        }
        enough |= sum >= minimum;
        return !enough;
    }

    /** {@return whether there are as many as the group needs} */
    boolean areEnough() {
        return enough;
    }
}
