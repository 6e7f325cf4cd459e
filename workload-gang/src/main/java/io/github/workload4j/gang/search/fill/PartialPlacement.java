package io.github.workload4j.gang.search.fill;

import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.Ranking;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.SaturatedMath;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.Arrays;

/**
 * Nodes being filled.
 *
 * <p>Nodes of one type that hold the same pods form a bin; untouched nodes are only counted. So an empty placement
 * takes one number for each type, and placing pods takes time in the number of types and bins. There are as many bins
 * as nodes if no two nodes are alike, so they are kept in columns.
 */
public final class PartialPlacement {

    private static final int[] NOWHERE = new int[0];

    private final ReducedPacking reduced;
    private final Subproblem subproblem;
    private final int classes;

    /** What is free on an untouched node, by resource and type. */
    private final long[][] free;

    /** The most pods on an untouched node, by class and type. */
    private final int[][] max;

    /** What is held of each shared row. */
    private final long[] held;

    /** The only row on whose nodes pods may be put now, or -1. */
    private int confinedTo = -1;

    /** Placed pods of each class. */
    final int[] placed;

    /** How many nodes of each type are in no bin. These are the last nodes of the type. */
    final int[] untouched;

    private int bins;
    private int[] typeOf;
    private int[] from;
    private int[] to;
    private boolean[] fixed;

    /** What is free on each node of a bin, by resource and bin. */
    private final long[][] remaining;

    /** Pods on each node of a bin, by bin and class. */
    private int[] pods;

    private final TakenDomains taken;

    /** Scratch space: negative for bins that lack something for a pod. Kept, so that it is not allocated anew. */
    private long[] missing = new long[0];

    /** Starts with the fixed pods of a subproblem. */
    public PartialPlacement(Subproblem subproblem) {
        this.reduced = subproblem.reduced;
        this.subproblem = subproblem;
        this.classes = reduced.classes;
        this.free = new long[reduced.resources][];
        this.max = new int[classes][];
        for (int r = 0; r < free.length; r++) {
            free[r] = subproblem.freeByType(r);
        }
        for (int j = 0; j < classes; j++) {
            max[j] = subproblem.maxByType(j);
        }
        this.held = new long[reduced.rows.size()];
        this.placed = new int[classes];
        this.taken = new TakenDomains(subproblem);
        this.untouched = subproblem.sizes();
        int room = 16;
        this.typeOf = new int[room];
        this.from = new int[room];
        this.to = new int[room];
        this.fixed = new boolean[room];
        this.remaining = new long[reduced.resources][room];
        this.pods = new int[room * classes];
        for (int t = 0; subproblem.hasFixedPods() && t < untouched.length; t++) {
            NodeType type = subproblem.types.get(t);
            if (type.hasFixed) {
                int bin = open(t, 1);
                for (int j = 0; j < classes; j++) {
                    if (type.min[j] > 0 && room(bin, j) >= type.min[j]) {
                        put(bin, j, type.min[j]);
                    }
                }
            }
        }
    }

    private PartialPlacement(PartialPlacement other) {
        this.reduced = other.reduced;
        this.subproblem = other.subproblem;
        this.classes = other.classes;
        this.free = other.free;
        this.max = other.max;
        this.held = other.held.clone();
        this.placed = other.placed.clone();
        this.taken = other.taken.copy();
        this.untouched = other.untouched.clone();
        this.bins = other.bins;
        this.typeOf = other.typeOf.clone();
        this.from = other.from.clone();
        this.to = other.to.clone();
        this.fixed = other.fixed.clone();
        this.remaining = other.remaining.clone();
        for (int r = 0; r < remaining.length; r++) {
            remaining[r] = remaining[r].clone();
        }
        this.pods = other.pods.clone();
    }

    public PartialPlacement copy() {
        return new PartialPlacement(this);
    }

    /** {@return the number of bins} */
    int bins() {
        return bins;
    }

    /** Moves untouched nodes of a type into a new bin, the last one. */
    private int open(int t, int nodes) {
        int bin = addBin();
        typeOf[bin] = t;
        from[bin] = subproblem.to(t) - untouched[t];
        to[bin] = from[bin] + nodes;
        for (int r = 0; r < remaining.length; r++) {
            remaining[r][bin] = free[r][t];
        }
        untouched[t] -= nodes;
        return bin;
    }

    /** Moves the nodes from {@code at} on out of a bin into a new bin, the last one. */
    private void splitOff(int bin, int at) {
        int rest = addBin();
        typeOf[rest] = typeOf[bin];
        from[rest] = at;
        to[rest] = to[bin];
        to[bin] = at;
        fixed[rest] = fixed[bin];
        for (long[] column : remaining) {
            column[rest] = column[bin];
        }
        System.arraycopy(pods, bin * classes, pods, rest * classes, classes);
    }

    private int addBin() {
        if (bins == typeOf.length) {
            int more = bins * 2;
            typeOf = Arrays.copyOf(typeOf, more);
            from = Arrays.copyOf(from, more);
            to = Arrays.copyOf(to, more);
            fixed = Arrays.copyOf(fixed, more);
            for (int r = 0; r < remaining.length; r++) {
                remaining[r] = Arrays.copyOf(remaining[r], more);
            }
            pods = Arrays.copyOf(pods, more * classes);
        }
        return bins++;
    }

    /** Puts a pattern on up to {@code times} untouched nodes of a type, as long as there are such nodes and pods. */
    public void assign(int t, int[] pattern, int times) {
        int open = t < 0 ? 0 : times;
        while (open > 0) {
            NodeType type = subproblem.types.get(t);
            int sure = type.hasFixed ? fixedBin(t) : -1;
            int copies = Math.min(open, type.hasFixed ? sure + 1 : untouched[t]);
            if (copies == 0) {
                return;
            }
            for (int j = 0; j < pattern.length; j++) {
                int more = pattern[j] - type.min[j];
                int missing = reduced.count[j] - placed[j];
                if (more > 0 && missing > 0) {
                    copies = missing < more ? 1 : (int) Math.min(copies, (long) missing / more);
                }
            }
            copies = type.hasFixed ? 1 : Math.max(1, Math.min(copies, allowed(t, pattern)));
            int bin = type.hasFixed ? sure : open(t, copies);
            for (int j = 0; j < pattern.length; j++) {
                int more = Math.min(pattern[j] - type.min[j], reduced.count[j] - placed[j]);
                more = copies > 1 ? more : Math.min(more, allowed(t, j));
                if (more > 0 && (!taken.isPossible() || copies == 1 && !taken.contains(t, j))) {
                    more = Math.min(more, room(bin, j));
                    add(bin, j, more);
                    note(t, j, more * copies);
                }
            }
            fixed[bin] = true;
            open -= copies;
        }
    }

    private int fixedBin(int t) {
        for (int b = 0; b < bins; b++) {
            if (typeOf[b] == t && !fixed[b]) {
                return b;
            }
        }
        return -1;
    }

    /** Writes an entry for each bin that takes a pod of a class, in the order of bins, and returns how many. */
    int suited(int j, Ranking ranking, long[] entries) {
        if (missing.length < bins) {
            missing = new long[typeOf.length];
        }
        Arrays.fill(missing, 0, bins, 0);
        long[] requested = reduced.request[j];
        for (int r = 0; r < remaining.length; r++) {
            long min = requested[r];
            long[] column = remaining[r];
            for (int b = 0; min > 0 && b < bins; b++) {
                missing[b] |= column[b] - min;
            }
        }
        int[] limit = max[j];
        int suited = 0;
        for (int b = 0; b < bins; b++) {
            if (missing[b] >= 0 && pods[b * classes + j] < limit[typeOf[b]] && !isExcluded(b, j)) {
                double sum = 0;
                for (int r = 0; r < remaining.length; r++) {
                    sum += remaining[r][b] * ranking.weight()[r];
                }
                entries[suited++] = Ranking.entry(sum, b);
            }
        }
        return suited;
    }

    private boolean isExcluded(int bin, int j) {
        for (int rival : reduced.rivals[j]) {
            if (pods[bin * classes + rival] > 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return the number of pods of a class that each node of a bin takes} */
    int room(int bin, int j) {
        long room = isExcluded(bin, j) ? 0 : max[j][typeOf[bin]] - pods[bin * classes + j];
        long[] request = reduced.request[j];
        for (int r = 0; r < remaining.length && room > 0; r++) {
            long requested = request[r];
            long free = remaining[r][bin];
            if (requested > 0 && (requested > Integer.MAX_VALUE || requested * room > free)) {
                room = Math.min(room, NodeType.quotient(free, requested));
            }
        }
        return (int) Math.max(0, room);
    }

    /** Puts up to {@code wanted} pods of a class on the nodes of a bin, and returns how many. */
    int put(int bin, int j, int wanted) {
        int each = room(bin, j);
        int t = typeOf[bin];
        int most = Math.min(wanted, allowed(t, j));
        if (each == 0 || most <= 0 || taken.contains(t, j)) {
            return 0;
        }
        int size = to[bin] - from[bin];
        boolean alone = taken.isOnePerDomain(t, j);
        int full = alone ? 0 : Math.min(size, most / each);
        int rest = alone ? 1 : full < size ? most - full * each : 0;
        int wide = full > 0 ? full : 1;
        if (wide < size) {
            splitOff(bin, from[bin] + wide);
        }
        add(bin, j, full > 0 ? each : rest);
        if (full > 0 && rest > 0) {
            int next = bins - 1;
            if (to[next] - from[next] > 1) {
                splitOff(next, from[next] + 1);
            }
            add(next, j, rest);
        }
        note(t, j, full * each + rest);
        return full * each + rest;
    }

    /** Puts up to {@code wanted} pods of a class on untouched nodes of a type, and returns how many. */
    int start(int t, int j, int wanted) {
        int each = max[j][t];
        int size = untouched[t];
        int most = Math.min(wanted, allowed(t, j));
        if (each == 0 || size == 0 || most <= 0 || taken.contains(t, j)) {
            return 0;
        }
        boolean alone = taken.isOnePerDomain(t, j);
        int full = alone ? 0 : Math.min(size, most / each);
        int rest = alone ? 1 : full < size ? most - full * each : 0;
        if (full > 0) {
            add(open(t, full), j, each);
        }
        if (rest > 0) {
            add(open(t, 1), j, rest);
        }
        note(t, j, full * each + rest);
        return full * each + rest;
    }

    /** Notes that pods have been placed on nodes of a type. */
    private void note(int t, int j, int number) {
        taken.add(t, j);
        placed[j] += number;
        for (int row : rows(t)) {
            held[row] = SaturatedMath.sum(held[row], SaturatedMath.product(reduced.rows.amounts[row][j], number));
        }
    }

    private int[] rows(int t) {
        return held.length == 0 ? NOWHERE : subproblem.types.get(t).rows;
    }

    /** How many more pods of a class the shared rows of a type allow. */
    private int allowed(int t, int j) {
        if (held.length == 0) {
            return Integer.MAX_VALUE;
        }
        long allowed = confinedTo < 0 || Arrays.binarySearch(rows(t), confinedTo) >= 0 ? Integer.MAX_VALUE : 0;
        for (int row : rows(t)) {
            long amount = reduced.rows.amounts[row][j];
            allowed = amount == 0 ? allowed : Math.min(allowed, (subproblem.rows.most[row] - held[row]) / amount);
        }
        return (int) Math.max(0, allowed);
    }

    /** How many more nodes with a pattern the shared rows of a type allow. */
    private int allowed(int t, int[] pattern) {
        long allowed = Integer.MAX_VALUE;
        for (int row : rows(t)) {
            long amount = 0;
            for (int j = 0; j < pattern.length; j++) {
                amount = SaturatedMath.sum(amount, SaturatedMath.product(reduced.rows.amounts[row][j], pattern[j]));
            }
            allowed = amount == 0 ? allowed : Math.min(allowed, (subproblem.rows.most[row] - held[row]) / amount);
        }
        return (int) Math.max(0, allowed);
    }

    /** Puts pods on the nodes of one shared row only, until told otherwise by -1. */
    void confine(int row) {
        confinedTo = row;
    }

    /** {@return what a shared row lacks of the least that it has to hold, or less than 1} */
    long lacks(int row) {
        return subproblem.rows.least[row] - held[row];
    }

    /**
     * {@return how many pods of a class a shared row takes if pods of another class are to make up what it then lacks,
     * by what is free on its nodes together}
     */
    long beside(int row, int j, int other) {
        long beside = Math.max(0, lacks(row));
        for (int r = 0; r < remaining.length; r++) {
            long more = reduced.request[j][r] - reduced.request[other][r];
            if (more > 0) {
                long left = SaturatedMath.sum(
                        0, freeIn(row, r) - SaturatedMath.product(Math.max(0, lacks(row)), reduced.request[other][r]));
                beside = Math.min(beside, Math.max(0, left) / more);
            }
        }
        return beside;
    }

    private long freeIn(int row, int r) {
        long sum = 0;
        for (int t = 0; t < untouched.length; t++) {
            if (Arrays.binarySearch(rows(t), row) >= 0) {
                sum = SaturatedMath.sum(sum, SaturatedMath.product(untouched[t], free[r][t]));
            }
        }
        for (int b = 0; b < bins; b++) {
            if (Arrays.binarySearch(rows(typeOf[b]), row) >= 0) {
                sum = SaturatedMath.sum(sum, SaturatedMath.product(to[b] - from[b], remaining[r][b]));
            }
        }
        return sum;
    }

    /** {@return whether the shared limits and the spreads of the question hold} */
    boolean keepsRows() {
        return reduced.rows.hold(held);
    }

    private void add(int bin, int j, int number) {
        pods[bin * classes + j] += number;
        long[] requested = reduced.request[j];
        for (int r = 0; r < remaining.length; r++) {
            remaining[r][bin] -= requested[r] * number;
        }
    }

    /** {@return the number of placed pods} */
    int pods() {
        int all = 0;
        for (int number : placed) {
            all += number;
        }
        return all;
    }

    /** {@return the placement, by node; what a bin holds is spelled out once, then copied for each of its nodes} */
    Placement toPlacement() {
        int[] binOf = new int[reduced.nodes];
        int[] end = new int[bins + 1];
        int letters = 0;
        for (int i = 0; i < bins * classes; i++) {
            letters += pods[i] > 0 ? 1 : 0;
        }
        int[] classOf = new int[letters + 1];
        int[] each = new int[letters + 1];
        int spelled = 0;
        int size = 0;
        for (int b = 0; b < bins; b++) {
            for (int j = 0; j < classes; j++) {
                int number = pods[b * classes + j];
                classOf[spelled] = j;
                each[spelled] = number;
                spelled += number > 0 ? 1 : 0;
            }
            end[b + 1] = spelled;
            size += (spelled - end[b]) * (to[b] - from[b]);
            int[] nodes = subproblem.nodes(typeOf[b]);
            for (int i = from[b]; i < to[b]; i++) {
                binOf[nodes[i]] = b + 1;
            }
        }
        int[] podClass = new int[size];
        int[] node = new int[size];
        int[] count = new int[size];
        int at = 0;
        for (int n = 0; n < binOf.length; n++) {
            int b = binOf[n];
            for (int i = b == 0 ? 0 : end[b - 1]; i < end[b]; i++) {
                podClass[at] = classOf[i];
                node[at] = n;
                count[at++] = each[i];
            }
        }
        return Placement.ofColumns(podClass, node, count, size);
    }
}
