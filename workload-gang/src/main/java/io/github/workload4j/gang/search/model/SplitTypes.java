package io.github.workload4j.gang.search.model;

import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Node types that a case or a branch has split off the node classes; columns are computed from the types. */
final class SplitTypes implements NodeTypes {

    /** What a domain of a type takes, with room to grow. */
    private static final int BYTES = 20;

    private final ReducedPacking reduced;
    private final List<NodeType> types;

    /** By class, the pods that are fixed on single nodes. */
    private final int[] fixed;

    private final int[] @Nullable [] max;
    private final long[] total;

    SplitTypes(ReducedPacking reduced, List<NodeType> types) {
        this.reduced = reduced;
        this.types = types;
        this.fixed = new int[reduced.classes];
        this.max = new int[types.size()][];
        this.total = new long[reduced.resources];
        for (NodeType type : types) {
            for (int r = 0; r < total.length; r++) {
                total[r] = SaturatedMath.sum(total[r], SaturatedMath.product(type.free[r], type.size()));
            }
            for (int j = 0; type.hasFixed && j < fixed.length; j++) {
                fixed[j] += type.min[j];
            }
        }
    }

    /**
     * Sorts the nodes of a case into types: nodes of one class on which the same pod classes may lie, and which lie in
     * the same domains of every wide conflict and the same shared rows. Nodes on which no pod may lie have no type.
     */
    static SplitTypes of(ReducedPacking reduced, Case current) {
        int words = reduced.classes + 63 >> 6;
        int labels = reduced.labels.size();
        PackingTree tree = reduced.tree;
        long[] all = new long[words];
        for (int j = 0; j < reduced.classes; j++) {
            int leaf = tree.leafOf[j];
            all[j >> 6] |= leaf >= 0 && current.state()[leaf] != PackingTree.EMPTY ? 1L << j : 0;
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
        boolean hasRows = !reduced.rows.isEmpty();
        long[] key = new long[1 + words + labels + (hasRows ? 1 : 0)];
        RowInterner keys = new RowInterner(key.length);
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
            for (int label = 0; label < labels; label++) {
                key[1 + words + label] = reduced.labels.get(label)[node];
            }
            if (hasRows) {
                key[key.length - 1] = reduced.rows.setOf(node);
            }
            typeOf[i] = any == 0 ? -1 : keys.add(key);
            if ((long) keys.size() * labels * BYTES > WorkMeter.MEMORY) {
                throw WorkMeter.stop(StopReason.MEMORY);
            }
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
        return new SplitTypes(reduced, types);
    }

    private static NodeType type(ReducedPacking reduced, RowInterner keys, int row, int[] nodes, int[] min) {
        int words = reduced.classes + 63 >> 6;
        int nodeClass = (int) keys.get(row, 0);
        long[] free = new long[reduced.resources];
        Arrays.setAll(free, r -> reduced.nodeClasses.free(nodeClass, r));
        int[] domains = new int[reduced.labels.size()];
        int[] max = new int[reduced.classes];
        for (int j = 0; j < max.length; j++) {
            if ((keys.get(row, 1 + (j >> 6)) >>> j & 1) != 0) {
                max[j] = Math.min(reduced.nodeClasses.capacity(j).max()[nodeClass], reduced.maxPerNode[j]);
            }
        }
        for (int label = 0; label < domains.length; label++) {
            domains[label] = (int) keys.get(row, 1 + words + label);
        }
        for (int c : reduced.alone) {
            int a = reduced.wide.get(c).a();
            if (domains[reduced.labelOf[c]] >= 0) {
                max[a] = Math.min(max[a], 1);
            }
        }
        int[] rows = reduced.rows.set(reduced.rows.setOf(nodes[0]));
        return new NodeType(nodes, 0, nodes.length, free, max, min, domains, rows);
    }

    @Override
    public List<NodeType> list() {
        return types;
    }

    @Override
    public long[] total() {
        return total;
    }

    @Override
    public int[] sizes() {
        int[] sizes = new int[types.size()];
        for (int t = 0; t < sizes.length; t++) {
            sizes[t] = types.get(t).size();
        }
        return sizes;
    }

    @Override
    public int[] nodes(int type) {
        return types.get(type).nodes;
    }

    @Override
    public int to(int type) {
        return types.get(type).to;
    }

    @Override
    public int[] max(int type) {
        int[] known = max[type];
        if (known == null) {
            known = computeMax(types.get(type));
            max[type] = known;
        }
        return known;
    }

    @Override
    public int[] maxByType(int podClass) {
        int[] column = new int[types.size()];
        for (int t = 0; t < column.length; t++) {
            column[t] = max(t)[podClass];
        }
        return column;
    }

    @Override
    public long[] freeByType(int resource) {
        long[] column = new long[types.size()];
        for (int t = 0; t < column.length; t++) {
            column[t] = types.get(t).free[resource];
        }
        return column;
    }

    @Override
    public long places(int podClass, int[] maxByType) {
        long places = 0;
        for (int t = 0; t < maxByType.length; t++) {
            places =
                    SaturatedMath.sum(places, (long) maxByType[t] * types.get(t).size());
        }
        return places;
    }

    @Override
    public Ranking ranking() {
        long[][] free = new long[total.length][];
        Arrays.setAll(free, this::freeByType);
        return Ranking.of(free, Ranking.shares(total), types.size());
    }

    @Override
    public BitSet takers(Ranking ranking, int podClass, int[] maxByType) {
        return ranking.takers(maxByType);
    }

    @Override
    public boolean hasFixedPods() {
        for (int pods : fixed) {
            if (pods > 0) {
                return true;
            }
        }
        return false;
    }

    /** Counted are the list, the array of what is known of each type, and the two types that a branch adds. */
    @Override
    public long forget() {
        Arrays.fill(max, null);
        return 200 + 16L * types.size() + 12L * reduced.classes;
    }

    /** The type's own array where nothing else limits it, so that subproblems share what is equal. */
    private int[] computeMax(NodeType type) {
        boolean limited = false;
        for (int j = 0; j < fixed.length; j++) {
            limited |= fixed[j] > 0;
        }
        if (!limited) {
            return type.max;
        }
        int[] max = type.max.clone();
        for (int j = 0; j < max.length; j++) {
            max[j] = Math.min(max[j], reduced.count[j] - fixed[j] + type.min[j]);
        }
        for (int c = 0; c < reduced.labelOf.length; c++) {
            int a = reduced.wide.get(c).a();
            int b = reduced.wide.get(c).b();
            if (type.domain(reduced, c) >= 0 && (fixed[a] > 0 || fixed[b] > 0)) {
                if (isFixedIn(c, a, type, a == b)) {
                    max[b] = 0;
                }
                if (isFixedIn(c, b, type, a == b)) {
                    max[a] = 0;
                }
            }
        }
        return Arrays.equals(max, type.max) ? type.max : max;
    }

    private boolean isFixedIn(int conflict, int j, NodeType type, boolean elsewhere) {
        for (NodeType other : types) {
            if (other.min[j] > 0
                    && other.domain(reduced, conflict) == type.domain(reduced, conflict)
                    && !(elsewhere && other == type)) {
                return true;
            }
        }
        return false;
    }
}
