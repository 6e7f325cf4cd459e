package io.github.workload4j.gang.volume;

import io.github.workload4j.gang.order.AttachLimit;
import io.github.workload4j.gang.order.KindsTogether;
import io.github.workload4j.gang.order.VolumeRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What volumes say that can be counted node by node, as columns of a packing.
 *
 * <p><b>Attaching.</b> Volumes that nobody else uses are one column for each driver. Where all are such, that is
 * all there is to say.
 *
 * <p><b>Volumes of one node.</b> On each node claims are matched with volumes. By Hall's theorem they find one each if
 * and only if, for every set of kinds, the claims of these kinds are no more than the volumes that serve one of them:
 * one column for each such set. A set is left out if a larger one has the same volumes. On a node where a kind is made,
 * no set with it counts.
 */
public final class VolumeColumns {

    /** On a node where a column does not count. */
    public static final long WITHOUT_LIMIT = Long.MAX_VALUE;

    private static final String ATTACHABLE = "attachable volumes of ";
    private static final String VOLUMES = "volumes of ";

    /** Kinds that share volumes, of which all sets are looked at; of more, all together and some alone are counted. */
    private static final int MOST_KINDS = 6;

    /** Most columns for volumes of kinds; what further ones would say is left to the rule. */
    private static final int MOST_COLUMNS = 64;

    /** Kinds that the name of a column names, most. */
    private static final int MOST_WORDS = MOST_KINDS;

    private final VolumeNumbers.Named named;
    private final VolumeRule rule;
    private final int nodes;
    private final List<Column> columns = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final BitSet counted = new BitSet();
    private final BitSet shared = new BitSet();

    /**
     * A column.
     *
     * @param name what it counts
     * @param request what a pod of each class takes
     * @param free what each node has, or {@link #WITHOUT_LIMIT}
     */
    public record Column(String name, long[] request, long[] free) {}

    /**
     * What can be counted, and the rest.
     *
     * @param columns the columns
     * @param rule what they do not say, or null if they say all
     * @param tooMany what there is too much of to be looked at, in words, and the rest says nothing; or empty
     */
    public record Counted(List<Column> columns, @Nullable VolumeRule rule, String tooMany) {

        /** Nothing. */
        public static final Counted NONE = new Counted(List.of(), null, "");
    }

    private VolumeColumns(VolumeNumbers.Named named, int nodes) {
        this.named = named;
        this.rule = named.rule();
        this.nodes = nodes;
    }

    /** {@return what volumes say about pods of these classes together} */
    public static Counted of(QuestionVolumes volumes, List<VolumeSignature> classes) {
        String tooMany = VolumeNumbers.tooMany(volumes, classes);
        if (!tooMany.isEmpty()) {
            return new Counted(List.of(), null, tooMany);
        }
        VolumeNumbers.Named named = VolumeNumbers.of(volumes, classes);
        return named == null
                ? Counted.NONE
                : new VolumeColumns(named, volumes.view().nodes()).count();
    }

    /** {@return whether what a column of a question counts are volumes, by its name} */
    public static boolean isOne(String name) {
        return name.startsWith(VOLUMES) || name.startsWith(ATTACHABLE);
    }

    private Counted count() {
        List<AttachLimit> limits = new ArrayList<>();
        for (int l = 0; l < rule.limits().size(); l++) {
            AttachLimit limit = rule.limits().get(l);
            attaching(limit, named.drivers().get(l));
            if (Arrays.stream(limit.keys()).anyMatch(keys -> keys.length > 0)) {
                limits.add(limit);
            }
        }
        Collection<List<Integer>> together = KindsTogether.of(rule).values();
        BitSet ofMany = ofMany();
        Arrays.stream(rule.sharedKinds()).forEach(shared::set);
        together.forEach(kinds -> volumes(kinds, ofMany));
        int[][] own = new int[rule.own().length][];
        boolean any = rule.sharedKinds().length > 0 || !limits.isEmpty();
        for (int c = 0; c < own.length; c++) {
            own[c] = Arrays.stream(rule.own()[c]).filter(k -> !counted.get(k)).toArray();
            any |= own[c].length > 0;
        }
        return new Counted(
                columns,
                any
                        ? new VolumeRule(
                                rule.supplies(),
                                rule.kinds(),
                                own,
                                rule.shared(),
                                rule.sharedKinds(),
                                rule.madeWith(),
                                limits)
                        : null,
                "");
    }

    private void attaching(AttachLimit limit, String driver) {
        long[] request = new long[limit.fresh().length];
        for (int c = 0; c < request.length; c++) {
            request[c] = limit.fresh()[c];
        }
        long[] free = new long[nodes];
        for (int n = 0; n < nodes; n++) {
            free[n] = limit.most()[n] == Integer.MAX_VALUE ? WITHOUT_LIMIT : (long) limit.most()[n] - limit.there()[n];
        }
        add(ATTACHABLE + driver, request, free);
    }

    private void add(String name, long[] request, long[] free) {
        if (Arrays.stream(request).anyMatch(asked -> asked > 0)) {
            String own = name;
            for (int i = 2; !names.add(own); i++) {
                own = name + " (" + i + ")";
            }
            columns.add(new Column(own, request, free));
        }
    }

    /** {@return the supplies that several nodes reach} */
    private BitSet ofMany() {
        BitSet many = new BitSet();
        for (int s = 0; s < rule.supplies().size(); s++) {
            int reached = 0;
            for (long word : rule.supplies().get(s).reach()) {
                reached += Long.bitCount(word);
            }
            many.set(s, reached > 1);
        }
        return many;
    }

    private void volumes(List<Integer> kinds, BitSet ofMany) {
        for (int kind : kinds) {
            BitSet supplies = BitSet.valueOf(rule.kinds().get(kind).supplies());
            if (shared.get(kind) || supplies.intersects(ofMany)) {
                return;
            }
        }
        if (kinds.size() > MOST_KINDS) {
            column(kinds);
            kinds.stream().limit(Math.max(0, MOST_COLUMNS - columns.size())).forEach(kind -> column(List.of(kind)));
        } else if (columns.size() < MOST_COLUMNS) {
            for (int set = 1; set < 1 << kinds.size(); set++) {
                if (isLargest(set, kinds)) {
                    column(kinds(set, kinds));
                }
            }
            kinds.forEach(counted::set);
        }
    }

    private static List<Integer> kinds(int set, List<Integer> all) {
        List<Integer> kinds = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if ((set >>> i & 1) != 0) {
                kinds.add(all.get(i));
            }
        }
        return kinds;
    }

    private BitSet serving(List<Integer> kinds) {
        BitSet serving = new BitSet();
        kinds.forEach(kind -> serving.or(BitSet.valueOf(rule.kinds().get(kind).supplies())));
        return serving;
    }

    /** Whether no other kind is served by the same volumes alone. */
    private boolean isLargest(int set, List<Integer> kinds) {
        BitSet serving = serving(kinds(set, kinds));
        for (int i = 0; i < kinds.size(); i++) {
            VolumeRule.Kind kind = rule.kinds().get(kinds.get(i));
            BitSet others = BitSet.valueOf(kind.supplies());
            others.andNot(serving);
            // Where it is made, the larger set says nothing.
            if ((set >>> i & 1) == 0 && BitSet.valueOf(kind.made()).isEmpty() && others.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void column(List<Integer> kinds) {
        BitSet some = new BitSet();
        kinds.forEach(some::set);
        long[] request = new long[rule.own().length];
        for (int c = 0; c < request.length; c++) {
            for (int kind : rule.own()[c]) {
                request[c] += some.get(kind) ? 1 : 0;
            }
        }
        BitSet made = new BitSet();
        kinds.forEach(kind -> made.or(BitSet.valueOf(rule.kinds().get(kind).made())));
        long[] free = new long[nodes];
        for (int n = made.nextSetBit(0); n >= 0; n = made.nextSetBit(n + 1)) {
            free[n] = WITHOUT_LIMIT;
        }
        BitSet serving = serving(kinds);
        for (int s = serving.nextSetBit(0); s >= 0; s = serving.nextSetBit(s + 1)) {
            VolumeRule.Supply supply = rule.supplies().get(s);
            for (int w = 0; w < supply.reach().length; w++) {
                for (long left = supply.reach()[w]; left != 0; left &= left - 1) {
                    int n = (w << 6) + Long.numberOfTrailingZeros(left);
                    free[n] += free[n] == WITHOUT_LIMIT ? 0 : supply.count();
                }
            }
        }
        String words = kinds.stream().limit(MOST_WORDS).map(named.words()::get).collect(Collectors.joining(" or "));
        add(VOLUMES + words + (kinds.size() > MOST_WORDS ? " or others" : ""), request, free);
    }
}
