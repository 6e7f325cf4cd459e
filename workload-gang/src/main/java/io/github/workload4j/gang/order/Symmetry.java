package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.SharedLimit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which nodes no rule tells apart. */
final class Symmetry {

    private final OrderedPacking question;
    private final Packing packing;

    private Symmetry(OrderedPacking question) {
        this.question = question;
        this.packing = question.relaxed();
    }

    /** {@return by about how many things nodes are told apart} */
    static long length(OrderedPacking question) {
        VolumeRule volumes = question.volumes();
        long ofVolumes = 0;
        if (volumes != null) {
            ofVolumes = volumes.supplies().size() + volumes.kinds().size();
            for (AttachLimit limit : volumes.limits()) {
                ofVolumes += limit.used().length;
            }
        }
        return question.relaxed().classes().size() + ofVolumes;
    }

    /** {@return for each node the number of its type; nodes of one type may be swapped in any state} */
    static int[] types(OrderedPacking question) {
        return new Symmetry(question).types();
    }

    private int[] types() {
        List<List<Long>> signatures = new ArrayList<>();
        for (int n = 0; n < packing.nodes().count(); n++) {
            List<Long> signature = new ArrayList<>();
            for (int r = 0; r < packing.nodes().resources(); r++) {
                signature.add(packing.nodes().free(r, n));
            }
            for (PodClass podClass : packing.classes()) {
                signature.add(podClass.mayUse(n) ? 1L : 0L);
            }
            signatures.add(signature);
        }
        addGroups(packing.root(), signatures);
        Set<int[]> known = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Conflict conflict : packing.conflicts()) {
            if (conflict.domainOf() != null && known.add(conflict.domainOf())) {
                add(conflict.domainOf(), new int[0], signatures);
            }
        }
        for (Attraction rule : question.attractions()) {
            for (int t = 0; t < rule.domainOf().length; t++) {
                add(rule.domainOf()[t], rule.counts()[t], signatures);
            }
        }
        for (Spread rule : question.spreads()) {
            add(rule.domainOf(), rule.counts(), signatures);
            for (int n = 0; n < packing.nodes().count(); n++) {
                signatures.get(n).add(rule.eligible()[n] ? 1L : 0L);
                signatures.get(n).add((long) rule.nominated()[n]);
            }
        }
        for (SharedLimit limit : packing.limits()) {
            for (int n = 0; n < packing.nodes().count(); n++) {
                signatures.get(n).add(limit.concerns(n) ? 1L : 0L);
            }
        }
        VolumeRule volumes = question.volumes();
        for (int n = 0; volumes != null && n < packing.nodes().count(); n++) {
            signatures.get(n).addAll(VolumeBoard.signature(volumes, n));
        }
        Map<List<Long>, Integer> types = new HashMap<>();
        int[] typeOf = new int[packing.nodes().count()];
        for (int n = 0; n < typeOf.length; n++) {
            typeOf[n] = types.computeIfAbsent(signatures.get(n), s -> types.size());
        }
        return typeOf;
    }

    private void addGroups(PackingGroup group, List<List<Long>> signatures) {
        if (group.domainOf() != null) {
            add(group.domainOf(), new int[0], signatures);
        }
        group.children().forEach(child -> addGroups(child, signatures));
    }

    /** A domain of one node is told from others only by its count, which is 0 where there are no counts. */
    private static void add(int[] domainOf, int[] counts, List<List<Long>> signatures) {
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int domain : domainOf) {
            sizes.merge(domain, 1, Integer::sum);
        }
        for (int n = 0; n < domainOf.length; n++) {
            int domain = domainOf[n];
            boolean alone = domain >= 0 && sizes.getOrDefault(domain, 0) == 1;
            signatures.get(n).add(alone ? -2L : domain);
            signatures.get(n).add(alone && domain < counts.length ? counts[domain] : 0L);
        }
    }
}
