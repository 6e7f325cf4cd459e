package io.github.workload4j.gang.search.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One case in numbers: kinds of nodes, how many there are of each, and what groups need. Names of nodes play no part any more. */
public final class Situation {

    public final Question question;
    public final byte[] state;
    public final List<Kind> kinds;

    /** Pods of each class that single nodes hold for sure. */
    private final int[] held;

    private final int[] @Nullable [] most;

    /** The kinds, where they are the question's bases: what is asked of many of them is answered from columns then. */
    private final @Nullable BaseKinds plain;

    private final long[] total;
    private final long @Nullable [] @Nullable [] freeByKind;
    private final int @Nullable [] @Nullable [] mostByKind;
    private @Nullable Ranking byLeft;
    private @Nullable Ranking byScarcity;

    Situation(Question question, byte[] state, List<Kind> kinds) {
        this.question = question;
        this.state = state;
        this.kinds = kinds;
        this.plain = kinds instanceof BaseKinds all ? all : null;
        this.held = new int[question.classes];
        this.most = new int[plain == null ? kinds.size() : 0][];
        this.freeByKind = new long[question.resources][];
        this.mostByKind = new int[question.classes][];
        this.total = plain == null ? new long[question.resources] : question.bases.total();
        if (plain != null) {
            return;
        }
        for (Kind kind : kinds) {
            for (int r = 0; r < total.length; r++) {
                total[r] = Saturated.sum(total[r], Saturated.product(kind.free[r], kind.size()));
            }
            for (int j = 0; kind.holdsSome && j < held.length; j++) {
                held[j] += kind.least[j];
            }
        }
    }

    /** The kinds of nodes that a case leaves. */
    public static Situation of(Question question, Case some) {
        int words = question.classes + 63 >> 6;
        int wide = question.wide.size();
        Tree tree = question.tree;
        long[] all = new long[words];
        for (int j = 0; j < question.classes; j++) {
            int leaf = tree.leafOf[j];
            all[j >> 6] |= leaf >= 0 && some.state()[leaf] != Tree.EMPTY ? 1L << j : 0;
        }
        if (wide == 0 && some.isAll(question)) {
            return new Situation(question, some.state(), new BaseKinds(question));
        }
        List<int[]> domainOf = new ArrayList<>();
        List<Integer> chosen = new ArrayList<>();
        List<long[]> outside = new ArrayList<>();
        for (int g = 0; g < tree.size; g++) {
            if (some.domain()[g] >= 0 && some.state()[g] != Tree.EMPTY) {
                domainOf.add(tree.domainOf[g]);
                chosen.add(some.domain()[g]);
                long[] others = new long[words];
                for (int j = 0; j < question.classes; j++) {
                    others[j >> 6] |= tree.holds(g, j) ? 0 : 1L << j;
                }
                outside.add(others);
            }
        }
        Interned keys = new Interned(1 + words + wide);
        long[] key = new long[1 + words + wide];
        int[] kindOf = new int[some.nodes().length];
        int[] sizes = new int[16];
        for (int i = 0; i < kindOf.length; i++) {
            int node = some.nodes()[i];
            int base = question.baseOf[node];
            key[0] = base;
            long any = 0;
            for (int w = 0; w < words; w++) {
                long allowed = all[w] & question.bases.usable(base, w);
                for (int d = 0; d < chosen.size(); d++) {
                    if (domainOf.get(d)[node] != chosen.get(d)) {
                        allowed &= outside.get(d)[w];
                    }
                }
                key[1 + w] = allowed;
                any |= allowed;
            }
            for (int c = 0; c < wide; c++) {
                key[1 + words + c] = question.wide.get(c).domainOf()[node];
            }
            kindOf[i] = any == 0 ? -1 : keys.add(key);
            if (any != 0) {
                if (kindOf[i] >= sizes.length) {
                    sizes = Arrays.copyOf(sizes, sizes.length * 2);
                }
                sizes[kindOf[i]]++;
            }
        }
        int[][] nodes = new int[keys.size()][];
        for (int i = kindOf.length - 1; i >= 0; i--) {
            int kind = kindOf[i];
            if (kind >= 0) {
                if (nodes[kind] == null) {
                    nodes[kind] = new int[sizes[kind]];
                }
                nodes[kind][--sizes[kind]] = some.nodes()[i];
            }
        }
        List<Kind> kinds = new ArrayList<>(nodes.length);
        int[] none = new int[question.classes];
        for (int kind = 0; kind < nodes.length; kind++) {
            kinds.add(kind(question, keys, kind, nodes[kind], none));
        }
        return new Situation(question, some.state(), kinds);
    }

    private static Kind kind(Question question, Interned keys, int row, int[] nodes, int[] least) {
        int words = question.classes + 63 >> 6;
        int base = (int) keys.get(row, 0);
        long[] free = new long[question.resources];
        Arrays.setAll(free, r -> question.bases.free(base, r));
        int[] domains = new int[question.wide.size()];
        int[] most = new int[question.classes];
        for (int j = 0; j < most.length; j++) {
            if ((keys.get(row, 1 + (j >> 6)) >>> j & 1) != 0) {
                most[j] = Math.min(question.bases.capacity(j).most()[base], question.maxPerNode[j]);
            }
        }
        for (int c = 0; c < domains.length; c++) {
            domains[c] = (int) keys.get(row, 1 + words + c);
            int a = question.wide.get(c).a();
            if (a == question.wide.get(c).b() && domains[c] >= 0) {
                most[a] = Math.min(most[a], 1);
            }
        }
        return new Kind(nodes, 0, nodes.length, free, most, least, domains);
    }

    /** {@return most pods of each class on a node of the kind of the given index, given what other nodes hold for sure} */
    public int[] most(int index) {
        if (plain != null) {
            return plain.get(index).most;
        }
        int[] known = most[index];
        if (known == null) {
            known = findMost(kinds.get(index));
            most[index] = known;
        }
        return known;
    }

    /** {@return most pods of a class by kind, a column not to be changed} */
    public int[] mostByKind(int j) {
        int[] known = mostByKind[j];
        if (known == null) {
            known = plain == null ? new int[kinds.size()] : plain.mostByKind(j);
            for (int t = 0; plain == null && t < known.length; t++) {
                known[t] = most(t)[j];
            }
            mostByKind[j] = known;
        }
        return known;
    }

    /** {@return what is free of a resource on a node, by kind, a column not to be changed} */
    public long[] freeByKind(int resource) {
        long[] known = freeByKind[resource];
        if (known == null) {
            known = plain == null ? new long[kinds.size()] : question.bases.free(resource);
            for (int t = 0; plain == null && t < known.length; t++) {
                known[t] = kinds.get(t).free[resource];
            }
            freeByKind[resource] = known;
        }
        return known;
    }

    /** {@return number of nodes by kind, an array of the caller's own} */
    public int[] sizes() {
        int[] sizes = new int[kinds.size()];
        for (int t = 0; t < sizes.length; t++) {
            sizes[t] = plain == null ? kinds.get(t).size() : question.bases.to(t) - question.bases.from(t);
        }
        return sizes;
    }

    /** {@return the array of nodes in which the kind of the given index is a range} */
    public int[] nodes(int index) {
        return plain == null ? kinds.get(index).nodes : question.bases.nodes();
    }

    /** {@return where the nodes of the kind of the given index end} */
    public int to(int index) {
        return plain == null ? kinds.get(index).to : question.bases.to(index);
    }

    /** {@return what is free of each resource on all nodes, no more than a {@code long} holds; not to be changed} */
    public long[] total() {
        return total;
    }

    /** {@return pods of a class that all nodes hold if there are enough of it, but no other pods, no more than a {@code long} holds} */
    public long places(int j) {
        int[] column = mostByKind(j);
        if (plain != null && column == question.bases.capacity(j).most()) {
            return question.bases.capacity(j).places();
        }
        long places = 0;
        for (int t = 0; t < column.length; t++) {
            places = Saturated.sum(places, (long) column[t] * kinds.get(t).size());
        }
        return places;
    }

    /** {@return kinds ranked by what is left of all resources} */
    public Ranking byLeft() {
        Ranking known = byLeft;
        if (known == null) {
            known = plain == null ? rank(Ranking.shares(total)) : question.bases.ranking();
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
                weight[r] *= weight[r] * question.asked[r];
            }
            known = rank(weight);
            byScarcity = known;
        }
        return known;
    }

    private Ranking rank(double[] weight) {
        long[][] free = new long[weight.length][];
        Arrays.setAll(free, this::freeByKind);
        return Ranking.of(free, weight, kinds.size());
    }

    /** {@return the kinds that may hold a pod of a class, as places in a ranking} */
    public BitSet takers(Ranking ranking, int j) {
        return plain != null && ranking == question.bases.ranking()
                ? question.bases.capacity(j).takers()
                : ranking.takers(mostByKind(j));
    }

    /** The kind's own array where nothing else limits it, so that situations share what is equal. */
    private int[] findMost(Kind kind) {
        boolean limited = false;
        for (int j = 0; j < held.length; j++) {
            limited |= held[j] > 0;
        }
        if (!limited) {
            return kind.most;
        }
        int[] most = kind.most.clone();
        for (int j = 0; j < most.length; j++) {
            most[j] = Math.min(most[j], question.count[j] - held[j] + kind.least[j]);
        }
        for (int c = 0; c < kind.domains.length; c++) {
            int a = question.wide.get(c).a();
            int b = question.wide.get(c).b();
            if (kind.domains[c] >= 0 && (held[a] > 0 || held[b] > 0)) {
                if (isHeldIn(c, a, kind, a == b)) {
                    most[b] = 0;
                }
                if (isHeldIn(c, b, kind, a == b)) {
                    most[a] = 0;
                }
            }
        }
        return Arrays.equals(most, kind.most) ? kind.most : most;
    }

    private boolean isHeldIn(int conflict, int j, Kind kind, boolean elsewhere) {
        for (Kind other : kinds) {
            if (other.least[j] > 0
                    && other.domains[conflict] == kind.domains[conflict]
                    && !(elsewhere && other == kind)) {
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
        Arrays.fill(most, null);
        Arrays.fill(freeByKind, null);
        Arrays.fill(mostByKind, null);
        byLeft = null;
        byScarcity = null;
        // The list of kinds, the array of what is known of them, and the two kinds that are its own.
        return plain == null ? 200 + 16L * kinds.size() + 12L * question.classes : 200 + 4L * question.classes;
    }

    /** {@return this situation without pods of a class in a domain of a conflict} */
    public Situation keptOut(int j, int conflict, int domain) {
        List<Kind> fewer = new ArrayList<>(kinds);
        for (int t = 0; t < fewer.size(); t++) {
            if (fewer.get(t).domains[conflict] == domain) {
                fewer.set(t, fewer.get(t).withMost(j, 0));
            }
        }
        return new Situation(question, state, fewer);
    }

    /** {@return this situation, one kind replaced by others} */
    public Situation with(int index, Kind... now) {
        List<Kind> more = new ArrayList<>(kinds);
        more.set(index, now[0]);
        for (int i = 1; i < now.length; i++) {
            more.add(index + i, now[i]);
        }
        return new Situation(question, state, more);
    }
}
