package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Placement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Nodes being filled, in bins of equal nodes; placing pods splits bins, so the cost does not depend on the number of nodes. Bins keep
 * their index.
 */
final class Filling {

    private final Question question;
    final List<Bin> bins;
    final int[] placed;
    private final List<Kind> kinds;
    private final Set<Long> taken = new HashSet<>();
    private final List<int[]> most = new ArrayList<>();

    /** Nodes of the situation with the pods that they hold for sure. */
    Filling(Situation situation) {
        this.question = situation.question;
        this.bins = new ArrayList<>(situation.kinds.size() * 2);
        this.placed = new int[question.classes];
        this.kinds = situation.kinds;
        for (int b = 0; b < kinds.size(); b++) {
            bins.add(Bin.empty(kinds.get(b)));
            most.add(situation.most(b));
        }
        for (int b = 0; b < kinds.size(); b++) {
            Kind kind = kinds.get(b);
            for (int j = 0; kind.holdsSome && j < placed.length; j++) {
                if (kind.least[j] > 0 && room(b, j) >= kind.least[j]) {
                    put(b, j, kind.least[j] * kind.size());
                }
            }
        }
    }

    private Filling(Filling other) {
        this.question = other.question;
        this.bins = new ArrayList<>(other.bins.size() * 2);
        for (Bin bin : other.bins) {
            bins.add(bin.copy());
        }
        this.placed = other.placed.clone();
        this.kinds = other.kinds;
        this.taken.addAll(other.taken);
        this.most.addAll(other.most);
    }

    Filling copy() {
        return new Filling(this);
    }

    /** Gives so many untouched nodes of a kind the pods of a pattern, as long as there are such nodes and pods. */
    void assign(int kindIndex, int[] pattern, int times) {
        int left = times;
        Kind kind = kindIndex < 0 ? null : kinds.get(kindIndex);
        while (left > 0 && kind != null) {
            int bin = untouched(kind);
            if (bin < 0) {
                return;
            }
            int copies = Math.min(left, bins.get(bin).size());
            for (int j = 0; j < pattern.length; j++) {
                int more = pattern[j] - kind.least[j];
                int missing = question.count[j] - placed[j];
                if (more > 0 && missing > 0) {
                    copies = missing < more ? 1 : (int) Math.min(copies, (long) missing / more);
                }
            }
            splitOff(bin, bins.get(bin).from + copies);
            Bin target = bins.get(bin);
            for (int j = 0; j < pattern.length; j++) {
                int more = Math.min(pattern[j] - kind.least[j], question.count[j] - placed[j]);
                if (more > 0 && (kind.domains.length == 0 || copies == 1 && !isBlocked(target, j))) {
                    more = Math.min(more, room(bin, j));
                    target.add(question, j, more);
                    placed[j] += more * copies;
                    block(target, j);
                }
            }
            target.fixed = true;
            left -= copies;
        }
    }

    private int untouched(Kind kind) {
        for (int b = 0; b < bins.size(); b++) {
            if (bins.get(b).kind == kind && !bins.get(b).fixed) {
                return b;
            }
        }
        return -1;
    }

    /** {@return number of pods of a class that each node of a bin takes} */
    int room(int bin, int j) {
        return bins.get(bin).fitting(question, j, most.get(bin)[j]);
    }

    /** Puts pods of a class on the nodes of a bin, {@code wanted} at most, and tells how many. */
    int put(int bin, int j, int wanted) {
        int each = room(bin, j);
        if (each == 0 || wanted <= 0 || isBlocked(bins.get(bin), j)) {
            return 0;
        }
        boolean alone = isOnePerDomain(bins.get(bin), j);
        Bin target = bins.get(bin);
        int full = alone ? 0 : (int) Math.min(target.size(), (long) wanted / each);
        int rest = alone ? 1 : full < target.size() ? wanted - full * each : 0;
        if (full == 0 && rest > 0) {
            splitOff(bin, target.from + 1);
            target.add(question, j, rest);
        } else {
            if (full < target.size()) {
                splitOff(bin, target.from + full);
                if (rest > 0) {
                    int next = bins.size() - 1;
                    splitOff(next, bins.get(next).from + 1);
                    bins.get(next).add(question, j, rest);
                }
            }
            target.add(question, j, each);
        }
        block(target, j);
        int many = full * each + rest;
        placed[j] += many;
        return many;
    }

    /** Takes the nodes from {@code at} on out of a bin; they become the last bin. */
    private void splitOff(int bin, int at) {
        Bin target = bins.get(bin);
        if (at < target.to) {
            bins.add(target.split(at));
            most.add(most.get(bin));
        }
    }

    private boolean isOnePerDomain(Bin bin, int j) {
        for (int c = 0; c < bin.kind.domains.length; c++) {
            if (bin.kind.domains[c] >= 0 && question.wide.get(c).a() == j && question.wide.get(c).b() == j) {
                return true;
            }
        }
        return false;
    }

    private boolean isBlocked(Bin bin, int j) {
        for (int c = 0; c < bin.kind.domains.length; c++) {
            if (bin.kind.domains[c] >= 0 && taken.contains(spot(c, j, bin.kind.domains[c]))) {
                return true;
            }
        }
        return false;
    }

    private void block(Bin bin, int j) {
        for (int c = 0; c < bin.kind.domains.length; c++) {
            if (bin.kind.domains[c] >= 0) {
                int a = question.wide.get(c).a();
                int b = question.wide.get(c).b();
                if (a == j) {
                    taken.add(spot(c, b, bin.kind.domains[c]));
                }
                if (b == j) {
                    taken.add(spot(c, a, bin.kind.domains[c]));
                }
            }
        }
    }

    private long spot(int conflict, int j, int domain) {
        return ((long) conflict * question.classes + j << 32) + domain;
    }

    int pods() {
        int pods = 0;
        for (int some : placed) {
            pods += some;
        }
        return pods;
    }

    Placement toPlacement() {
        int[] binOf = new int[question.nodes];
        int size = 0;
        for (int b = 0; b < bins.size(); b++) {
            Bin bin = bins.get(b);
            int held = 0;
            for (int some : bin.pods) {
                held += some > 0 ? 1 : 0;
            }
            for (int i = bin.from; held > 0 && i < bin.to; i++) {
                binOf[bin.kind.nodes[i]] = b + 1;
            }
            size += held * bin.size();
        }
        int[] podClass = new int[size];
        int[] node = new int[size];
        int[] count = new int[size];
        int at = 0;
        for (int n = 0; n < binOf.length; n++) {
            if (binOf[n] > 0) {
                int[] pods = bins.get(binOf[n] - 1).pods;
                for (int j = 0; j < pods.length; j++) {
                    if (pods[j] > 0) {
                        podClass[at] = j;
                        node[at] = n;
                        count[at++] = pods[j];
                    }
                }
            }
        }
        return Placement.ofColumns(podClass, node, count, size);
    }
}
