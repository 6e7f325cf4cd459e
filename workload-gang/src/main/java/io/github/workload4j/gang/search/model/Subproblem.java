package io.github.workload4j.gang.search.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One case in numbers: kinds of nodes, how many there are of each, and what groups need. Names of nodes play no part any more. */
public final class Subproblem {

    public final ReducedPacking reduced;
    public final byte[] state;
    public final List<NodeType> types;

    /** Pods of each class that single nodes hold for sure. */
    private final int[] held;

    private final int[] @Nullable [] max;

    /** The kinds, where they are the question's bases: what is asked of many of them is answered from columns then. */
    private final @Nullable UnsplitTypes plain;

    private final long[] total;
    private final long @Nullable [] @Nullable [] freeByType;
    private final int @Nullable [] @Nullable [] maxByType;
    private @Nullable Ranking byLeft;
    private @Nullable Ranking byScarcity;

    Subproblem(ReducedPacking reduced, byte[] state, List<NodeType> types) {
        this.reduced = reduced;
        this.state = state;
        this.types = types;
        this.plain = types instanceof UnsplitTypes all ? all : null;
        this.held = new int[reduced.classes];
        this.max = new int[plain == null ? types.size() : 0][];
        this.freeByType = new long[reduced.resources][];
        this.maxByType = new int[reduced.classes][];
        this.total = plain == null ? new long[reduced.resources] : reduced.nodeClasses.total();
        if (plain != null) {
            return;
        }
        for (NodeType type : types) {
            for (int r = 0; r < total.length; r++) {
                total[r] = SaturatedMath.sum(total[r], SaturatedMath.product(type.free[r], type.size()));
            }
            for (int j = 0; type.holdsSome && j < held.length; j++) {
                held[j] += type.min[j];
            }
        }
    }

    /** The kinds of nodes that a case leaves. */
    public static Subproblem of(ReducedPacking reduced, Case current) {
        int words = reduced.classes + 63 >> 6;
        int wide = reduced.wide.size();
        PackingTree tree = reduced.tree;
        long[] all = new long[words];
        for (int j = 0; j < reduced.classes; j++) {
            int leaf = tree.leafOf[j];
            all[j >> 6] |= leaf >= 0 && current.state()[leaf] != PackingTree.EMPTY ? 1L << j : 0;
        }
        if (wide == 0 && current.isAll(reduced)) {
            return new Subproblem(reduced, current.state(), new UnsplitTypes(reduced));
        }
        List<int[]> domainOf = new ArrayList<>();
        List<Integer> chosen = new ArrayList<>();
        List<long[]> outside = new ArrayList<>();
        for (int g = 0; g < tree.size; g++) {
            if (current.domain()[g] >= 0 && current.state()[g] != PackingTree.EMPTY) {
                domainOf.add(tree.domainOf[g]);
                chosen.add(current.domain()[g]);
                long[] others = new long[words];
                for (int j = 0; j < reduced.classes; j++) {
                    others[j >> 6] |= tree.holds(g, j) ? 0 : 1L << j;
                }
                outside.add(others);
            }
        }
        RowInterner keys = new RowInterner(1 + words + wide);
        long[] key = new long[1 + words + wide];
        int[] typeOf = new int[current.nodes().length];
        int[] sizes = new int[16];
        for (int i = 0; i < typeOf.length; i++) {
            int node = current.nodes()[i];
            int nodeClass = reduced.nodeClassOf[node];
            key[0] = nodeClass;
            long any = 0;
            for (int w = 0; w < words; w++) {
                long allowed = all[w] & reduced.nodeClasses.usable(nodeClass, w);
                for (int d = 0; d < chosen.size(); d++) {
                    if (domainOf.get(d)[node] != chosen.get(d)) {
                        allowed &= outside.get(d)[w];
                    }
                }
                key[1 + w] = allowed;
                any |= allowed;
            }
            for (int c = 0; c < wide; c++) {
                key[1 + words + c] = reduced.wide.get(c).domainOf()[node];
            }
            typeOf[i] = any == 0 ? -1 : keys.add(key);
            if (any != 0) {
                if (typeOf[i] >= sizes.length) {
                    sizes = Arrays.copyOf(sizes, sizes.length * 2);
                }
                sizes[typeOf[i]]++;
            }
        }
        int[][] nodes = new int[keys.size()][];
        for (int i = typeOf.length - 1; i >= 0; i--) {
            int type = typeOf[i];
            if (type >= 0) {
                if (nodes[type] == null) {
                    nodes[type] = new int[sizes[type]];
                }
                nodes[type][--sizes[type]] = current.nodes()[i];
            }
        }
        List<NodeType> types = new ArrayList<>(nodes.length);
        int[] none = new int[reduced.classes];
        for (int type = 0; type < nodes.length; type++) {
            types.add(type(reduced, keys, type, nodes[type], none));
        }
        return new Subproblem(reduced, current.state(), types);
    }

    private static NodeType type(ReducedPacking reduced, RowInterner keys, int row, int[] nodes, int[] min) {
        int words = reduced.classes + 63 >> 6;
        int nodeClass = (int) keys.get(row, 0);
        long[] free = new long[reduced.resources];
        Arrays.setAll(free, r -> reduced.nodeClasses.free(nodeClass, r));
        int[] domains = new int[reduced.wide.size()];
        int[] max = new int[reduced.classes];
        for (int j = 0; j < max.length; j++) {
            if ((keys.get(row, 1 + (j >> 6)) >>> j & 1) != 0) {
                max[j] = Math.min(reduced.nodeClasses.capacity(j).max()[nodeClass], reduced.maxPerNode[j]);
            }
        }
        for (int c = 0; c < domains.length; c++) {
            domains[c] = (int) keys.get(row, 1 + words + c);
            int a = reduced.wide.get(c).a();
            if (a == reduced.wide.get(c).b() && domains[c] >= 0) {
                max[a] = Math.min(max[a], 1);
            }
        }
        return new NodeType(nodes, 0, nodes.length, free, max, min, domains);
    }

    /** {@return most pods of each class on a node of the kind of the given index, given what other nodes hold for sure} */
    public int[] max(int index) {
        if (plain != null) {
            return plain.get(index).max;
        }
        int[] known = max[index];
        if (known == null) {
            known = findMost(types.get(index));
            max[index] = known;
        }
        return known;
    }

    /** {@return most pods of a class by kind, a column not to be changed} */
    public int[] maxByType(int j) {
        int[] known = maxByType[j];
        if (known == null) {
            known = plain == null ? new int[types.size()] : plain.maxByType(j);
            for (int t = 0; plain == null && t < known.length; t++) {
                known[t] = max(t)[j];
            }
            maxByType[j] = known;
        }
        return known;
    }

    /** {@return what is free of a resource on a node, by kind, a column not to be changed} */
    public long[] freeByType(int resource) {
        long[] known = freeByType[resource];
        if (known == null) {
            known = plain == null ? new long[types.size()] : reduced.nodeClasses.free(resource);
            for (int t = 0; plain == null && t < known.length; t++) {
                known[t] = types.get(t).free[resource];
            }
            freeByType[resource] = known;
        }
        return known;
    }

    /** {@return number of nodes by kind, an array of the caller's own} */
    public int[] sizes() {
        int[] sizes = new int[types.size()];
        for (int t = 0; t < sizes.length; t++) {
            sizes[t] = plain == null ? types.get(t).size() : reduced.nodeClasses.to(t) - reduced.nodeClasses.from(t);
        }
        return sizes;
    }

    /** {@return the array of nodes in which the kind of the given index is a range} */
    public int[] nodes(int index) {
        return plain == null ? types.get(index).nodes : reduced.nodeClasses.nodes();
    }

    /** {@return where the nodes of the kind of the given index end} */
    public int to(int index) {
        return plain == null ? types.get(index).to : reduced.nodeClasses.to(index);
    }

    /** {@return what is free of each resource on all nodes, no more than a {@code long} holds; not to be changed} */
    public long[] total() {
        return total;
    }

    /** {@return pods of a class that all nodes hold if there are enough of it, but no other pods, no more than a {@code long} holds} */
    public long places(int j) {
        int[] column = maxByType(j);
        if (plain != null && column == reduced.nodeClasses.capacity(j).max()) {
            return reduced.nodeClasses.capacity(j).places();
        }
        long places = 0;
        for (int t = 0; t < column.length; t++) {
            places = SaturatedMath.sum(places, (long) column[t] * types.get(t).size());
        }
        return places;
    }

    /** {@return kinds ranked by what is left of all resources} */
    public Ranking byLeft() {
        Ranking known = byLeft;
        if (known == null) {
            known = plain == null ? rank(Ranking.shares(total)) : reduced.nodeClasses.ranking();
            byLeft = known;
        }
        return known;
    }

    /** {@return kinds ranked by what is left of all resources, each counting as much as pods ask of what there is} */
    public Ranking byScarcity() {
        Ranking known = byScarcity;
        if (known == null) {
            double[] weight = Ranking.shares(total);
            for (int r = 0; r < weight.length; r++) {
                weight[r] *= weight[r] * reduced.requested[r];
            }
            known = rank(weight);
            byScarcity = known;
        }
        return known;
    }

    private Ranking rank(double[] weight) {
        long[][] free = new long[weight.length][];
        Arrays.setAll(free, this::freeByType);
        return Ranking.of(free, weight, types.size());
    }

    /** {@return the kinds that may hold a pod of a class, as places in a ranking} */
    public BitSet takers(Ranking ranking, int j) {
        return plain != null && ranking == reduced.nodeClasses.ranking()
                ? reduced.nodeClasses.capacity(j).takers()
                : ranking.takers(maxByType(j));
    }

    /** The kind's own array where nothing else limits it, so that situations share what is equal. */
    private int[] findMost(NodeType type) {
        boolean limited = false;
        for (int j = 0; j < held.length; j++) {
            limited |= held[j] > 0;
        }
        if (!limited) {
            return type.max;
        }
        int[] max = type.max.clone();
        for (int j = 0; j < max.length; j++) {
            max[j] = Math.min(max[j], reduced.count[j] - held[j] + type.min[j]);
        }
        for (int c = 0; c < type.domains.length; c++) {
            int a = reduced.wide.get(c).a();
            int b = reduced.wide.get(c).b();
            if (type.domains[c] >= 0 && (held[a] > 0 || held[b] > 0)) {
                if (isHeldIn(c, a, type, a == b)) {
                    max[b] = 0;
                }
                if (isHeldIn(c, b, type, a == b)) {
                    max[a] = 0;
                }
            }
        }
        return Arrays.equals(max, type.max) ? type.max : max;
    }

    private boolean isHeldIn(int conflict, int j, NodeType type, boolean elsewhere) {
        for (NodeType other : types) {
            if (other.min[j] > 0
                    && other.domains[conflict] == type.domains[conflict]
                    && !(elsewhere && other == type)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether single nodes hold pods for sure} */
    public boolean holdsSome() {
        for (int some : held) {
            if (some > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Forgets what can be found out again, for the time in which parts of the situation are searched.
     *
     * @return about how many bytes are kept
     */
    public long keep() {
        Arrays.fill(max, null);
        Arrays.fill(freeByType, null);
        Arrays.fill(maxByType, null);
        byLeft = null;
        byScarcity = null;
        // The list of kinds, the array of what is known of them, and the two kinds that are its own.
        return plain == null ? 200 + 16L * types.size() + 12L * reduced.classes : 200 + 4L * reduced.classes;
    }

    /** {@return this situation without pods of a class in a domain of a conflict} */
    public Subproblem keptOut(int j, int conflict, int domain) {
        List<NodeType> fewer = new ArrayList<>(types);
        for (int t = 0; t < fewer.size(); t++) {
            if (fewer.get(t).domains[conflict] == domain) {
                fewer.set(t, fewer.get(t).withMax(j, 0));
            }
        }
        return new Subproblem(reduced, state, fewer);
    }

    /** {@return this situation, one kind replaced by others} */
    public Subproblem with(int index, NodeType... now) {
        List<NodeType> more = new ArrayList<>(types);
        more.set(index, now[0]);
        for (int i = 1; i < now.length; i++) {
            more.add(index + i, now[i]);
        }
        return new Subproblem(reduced, state, more);
    }
}
