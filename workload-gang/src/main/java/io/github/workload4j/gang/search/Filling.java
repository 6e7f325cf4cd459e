package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Placement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Nodes being filled, in bins of nodes of one kind that hold the same pods; placing pods splits bins, so the cost does not depend on the
 * number of nodes. Bins keep their index, and the first are the kinds themselves. In columns, for where no two nodes are alike there are as
 * many bins as nodes.
 */
final class Filling {

    private final Question question;
    private final List<Kind> kinds;
    private final int[][] most;
    private final int classes;
    private final int resources;

    /** Pods placed of each class. */
    final int[] placed;

    private int bins;
    private int[] kindOf;
    private int[] from;
    private int[] to;
    private boolean[] fixed;

    /** Whether a bin holds pods. */
    private boolean[] holds;

    private long[] left;
    private int[] pods;

    /** Where pods keep others away: conflict, class and domain in one number. */
    private final Set<Long> taken;

    /** Nodes of the situation with the pods that they hold for sure. */
    Filling(Situation situation) {
        this.question = situation.question;
        this.kinds = situation.kinds;
        this.classes = question.classes;
        this.resources = question.resources;
        this.placed = new int[classes];
        this.taken = new HashSet<>();
        this.bins = kinds.size();
        this.most = new int[bins][];
        this.kindOf = new int[bins];
        this.from = new int[bins];
        this.to = new int[bins];
        this.fixed = new boolean[bins];
        this.holds = new boolean[bins];
        this.left = new long[bins * resources];
        this.pods = new int[bins * classes];
        for (int b = 0; b < most.length; b++) {
            Kind kind = kinds.get(b);
            most[b] = situation.most(b);
            kindOf[b] = b;
            from[b] = kind.from;
            to[b] = kind.to;
            System.arraycopy(kind.free, 0, left, b * resources, resources);
        }
        for (int b = 0; b < most.length; b++) {
            Kind kind = kinds.get(b);
            for (int j = 0; kind.holdsSome && j < classes; j++) {
                if (kind.least[j] > 0 && room(b, j) >= kind.least[j]) {
                    put(b, j, kind.least[j] * kind.size());
                }
            }
        }
    }

    private Filling(Filling other) {
        this.question = other.question;
        this.kinds = other.kinds;
        this.most = other.most;
        this.classes = other.classes;
        this.resources = other.resources;
        this.placed = other.placed.clone();
        this.taken = new HashSet<>(other.taken);
        this.bins = other.bins;
        this.kindOf = other.kindOf.clone();
        this.from = other.from.clone();
        this.to = other.to.clone();
        this.fixed = other.fixed.clone();
        this.holds = other.holds.clone();
        this.left = other.left.clone();
        this.pods = other.pods.clone();
    }

    Filling copy() {
        return new Filling(this);
    }

    /** {@return number of bins} */
    int bins() {
        return bins;
    }

    /** {@return number of nodes of a bin} */
    int size(int bin) {
        return to[bin] - from[bin];
    }

    /** {@return what is left of a resource on each node of a bin} */
    long left(int bin, int resource) {
        return left[bin * resources + resource];
    }

    /** Gives so many untouched nodes of a kind the pods of a pattern, as long as there are such nodes and pods. */
    void assign(int kindIndex, int[] pattern, int times) {
        int open = times;
        while (open > 0 && kindIndex >= 0) {
            Kind kind = kinds.get(kindIndex);
            int bin = untouched(kindIndex);
            if (bin < 0) {
                return;
            }
            int copies = Math.min(open, size(bin));
            for (int j = 0; j < pattern.length; j++) {
                int more = pattern[j] - kind.least[j];
                int missing = question.count[j] - placed[j];
                if (more > 0 && missing > 0) {
                    copies = missing < more ? 1 : (int) Math.min(copies, (long) missing / more);
                }
            }
            splitOff(bin, from[bin] + copies);
            for (int j = 0; j < pattern.length; j++) {
                int more = Math.min(pattern[j] - kind.least[j], question.count[j] - placed[j]);
                if (more > 0 && (kind.domains.length == 0 || copies == 1 && !isBlocked(kind, j))) {
                    more = Math.min(more, room(bin, j));
                    add(bin, j, more);
                    placed[j] += more * copies;
                    block(kind, j);
                }
            }
            fixed[bin] = true;
            open -= copies;
        }
    }

    private int untouched(int kindIndex) {
        for (int b = kindIndex; b < bins; b++) {
            if (kindOf[b] == kindIndex && !fixed[b]) {
                return b;
            }
        }
        return -1;
    }

    /** {@return number of pods of a class that each node of a bin takes} */
    int room(int bin, int j) {
        int room = most[kindOf[bin]][j] - pods[bin * classes + j];
        if (room <= 0 || !holds[bin]) {
            return Math.max(0, room);
        }
        for (int rival : question.rivals[j]) {
            if (pods[bin * classes + rival] > 0) {
                return 0;
            }
        }
        return Kind.fitting(question.request[j], left, bin * resources, room);
    }

    /** Puts pods of a class on the nodes of a bin, {@code wanted} at most, and tells how many. */
    int put(int bin, int j, int wanted) {
        int each = room(bin, j);
        Kind kind = kinds.get(kindOf[bin]);
        if (each == 0 || wanted <= 0 || isBlocked(kind, j)) {
            return 0;
        }
        boolean alone = isOnePerDomain(kind, j);
        int size = size(bin);
        int full = alone ? 0 : (int) Math.min(size, (long) wanted / each);
        int rest = alone ? 1 : full < size ? wanted - full * each : 0;
        if (full == 0 && rest > 0) {
            splitOff(bin, from[bin] + 1);
            add(bin, j, rest);
        } else {
            if (full < size) {
                splitOff(bin, from[bin] + full);
                if (rest > 0) {
                    int next = bins - 1;
                    splitOff(next, from[next] + 1);
                    add(next, j, rest);
                }
            }
            add(bin, j, each);
        }
        block(kind, j);
        int many = full * each + rest;
        placed[j] += many;
        return many;
    }

    private void add(int bin, int j, int some) {
        holds[bin] |= some > 0;
        pods[bin * classes + j] += some;
        long[] asked = question.request[j];
        for (int r = 0; r < resources; r++) {
            left[bin * resources + r] -= asked[r] * some;
        }
    }

    /** Takes the nodes from {@code at} on out of a bin; they become the last bin. */
    private void splitOff(int bin, int at) {
        if (at >= to[bin]) {
            return;
        }
        if (bins == kindOf.length) {
            int more = bins + Math.max(16, bins >> 1);
            kindOf = Arrays.copyOf(kindOf, more);
            from = Arrays.copyOf(from, more);
            to = Arrays.copyOf(to, more);
            fixed = Arrays.copyOf(fixed, more);
            holds = Arrays.copyOf(holds, more);
            left = Arrays.copyOf(left, more * resources);
            pods = Arrays.copyOf(pods, more * classes);
        }
        kindOf[bins] = kindOf[bin];
        from[bins] = at;
        to[bins] = to[bin];
        to[bin] = at;
        fixed[bins] = fixed[bin];
        holds[bins] = holds[bin];
        System.arraycopy(left, bin * resources, left, bins * resources, resources);
        System.arraycopy(pods, bin * classes, pods, bins * classes, classes);
        bins++;
    }

    private boolean isOnePerDomain(Kind kind, int j) {
        for (int c = 0; c < kind.domains.length; c++) {
            if (kind.domains[c] >= 0
                    && question.wide.get(c).a() == j
                    && question.wide.get(c).b() == j) {
                return true;
            }
        }
        return false;
    }

    private boolean isBlocked(Kind kind, int j) {
        for (int c = 0; c < kind.domains.length; c++) {
            if (kind.domains[c] >= 0 && taken.contains(spot(c, j, kind.domains[c]))) {
                return true;
            }
        }
        return false;
    }

    private void block(Kind kind, int j) {
        for (int c = 0; c < kind.domains.length; c++) {
            if (kind.domains[c] >= 0) {
                int a = question.wide.get(c).a();
                int b = question.wide.get(c).b();
                if (a == j) {
                    taken.add(spot(c, b, kind.domains[c]));
                }
                if (b == j) {
                    taken.add(spot(c, a, kind.domains[c]));
                }
            }
        }
    }

    private long spot(int conflict, int j, int domain) {
        return ((long) conflict * classes + j << 32) + domain;
    }

    /** {@return number of pods placed} */
    int pods() {
        int all = 0;
        for (int some : placed) {
            all += some;
        }
        return all;
    }

    Placement toPlacement() {
        int[] begin = new int[question.nodes];
        int[] held = new int[classes];
        for (int b = 0; b < bins; b++) {
            int many = holds[b] ? classesOn(b, held) : 0;
            int[] nodes = kinds.get(kindOf[b]).nodes;
            for (int i = from[b]; many > 0 && i < to[b]; i++) {
                begin[nodes[i]] = many;
            }
        }
        int size = 0;
        for (int n = 0; n < begin.length; n++) {
            int many = begin[n];
            begin[n] = size;
            size += many;
        }
        int[] podClass = new int[size];
        int[] node = new int[size];
        int[] count = new int[size];
        for (int b = 0; b < bins; b++) {
            int many = holds[b] ? classesOn(b, held) : 0;
            int[] nodes = kinds.get(kindOf[b]).nodes;
            for (int i = from[b]; many > 0 && i < to[b]; i++) {
                int n = nodes[i];
                for (int h = 0, at = begin[n]; h < many; h++, at++) {
                    podClass[at] = held[h];
                    node[at] = n;
                    count[at] = pods[b * classes + held[h]];
                }
            }
        }
        return Placement.ofColumns(podClass, node, count, size);
    }

    /** Writes the classes of which a bin holds pods, in rising order, and tells how many. */
    private int classesOn(int bin, int[] into) {
        int many = 0;
        for (int j = 0; j < classes; j++) {
            if (pods[bin * classes + j] > 0) {
                into[many++] = j;
            }
        }
        return many;
    }
}
