package io.github.workload4j.gang.volume;

import io.github.workload4j.gang.order.AttachLimit;
import io.github.workload4j.gang.order.VolumeRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** Kinds that share volumes, of which all sets are looked at; of more, each is counted alone. */
    private static final int MOST_KINDS = 6;

    private final VolumeNumbers.Named named;
    private final VolumeRule rule;
    private final int nodes;
    private final List<Column> columns = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final BitSet counted = new BitSet();

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
     */
    public record Counted(List<Column> columns, @Nullable VolumeRule rule) {

        /** Nothing. */
        public static final Counted NONE = new Counted(List.of(), null);
    }

    private VolumeColumns(VolumeNumbers.Named named, int nodes) {
        this.named = named;
        this.rule = named.rule();
        this.nodes = nodes;
    }

    /** {@return what volumes say about pods of these classes together} */
    public static Counted of(QuestionVolumes volumes, List<VolumeSignature> classes) {
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
        int[] component = components();
        for (int k = 0; k < component.length; k++) {
            if (component[k] == k) {
                volumes(component, k);
            }
        }
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
                        : null);
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

    /** {@return for each kind the first one that shares volumes with it, through others or not} */
    private int[] components() {
        int[] of = new int[rule.kinds().size()];
        int[] firstOf = new int[rule.supplies().size()];
        Arrays.fill(firstOf, -1);
        for (int k = 0; k < of.length; k++) {
            of[k] = k;
            for (int s : rule.kinds().get(k).supplies()) {
                if (firstOf[s] < 0) {
                    firstOf[s] = k;
                } else {
                    join(of, of[firstOf[s]], of[k]);
                }
            }
        }
        return of;
    }

    private static void join(int[] of, int a, int b) {
        for (int k = 0; k < of.length; k++) {
            of[k] = of[k] == Math.max(a, b) ? Math.min(a, b) : of[k];
        }
    }

    private void volumes(int[] component, int number) {
        List<Integer> kinds = new ArrayList<>();
        boolean alone = true;
        for (int k = 0; k < component.length; k++) {
            int kind = k;
            if (component[k] == number) {
                kinds.add(k);
                alone &= Arrays.stream(rule.sharedKinds()).noneMatch(shared -> shared == kind)
                        && Arrays.stream(rule.kinds().get(k).supplies())
                                .allMatch(s -> isOfOneNode(rule.supplies().get(s)));
            }
        }
        if (!alone) {
            return;
        }
        if (kinds.size() > MOST_KINDS) {
            kinds.forEach(kind -> column(1, List.of(kind)));
            return;
        }
        for (int set = 1; set < 1 << kinds.size(); set++) {
            if (isLargest(set, kinds)) {
                column(set, kinds);
            }
        }
        kinds.forEach(counted::set);
    }

    private static boolean isOfOneNode(VolumeRule.Supply supply) {
        int reached = 0;
        for (long word : supply.reach()) {
            reached += Long.bitCount(word);
        }
        return reached <= 1;
    }

    private BitSet serving(int set, List<Integer> kinds) {
        BitSet serving = new BitSet();
        for (int i = 0; i < kinds.size(); i++) {
            if ((set >>> i & 1) != 0) {
                for (int s : rule.kinds().get(kinds.get(i)).supplies()) {
                    serving.set(s);
                }
            }
        }
        return serving;
    }

    /** Whether no other kind is served by the same volumes alone. */
    private boolean isLargest(int set, List<Integer> kinds) {
        BitSet serving = serving(set, kinds);
        for (int i = 0; i < kinds.size(); i++) {
            VolumeRule.Kind kind = rule.kinds().get(kinds.get(i));
            boolean made = false;
            for (long word : kind.made()) {
                made |= word != 0;
            }
            // Where it is made, the larger set says nothing.
            if ((set >>> i & 1) == 0 && !made && Arrays.stream(kind.supplies()).allMatch(serving::get)) {
                return false;
            }
        }
        return true;
    }

    private void column(int set, List<Integer> kinds) {
        List<String> words = new ArrayList<>();
        long[] request = new long[rule.own().length];
        long[] free = new long[nodes];
        for (int i = 0; i < kinds.size(); i++) {
            int number = kinds.get(i);
            if ((set >>> i & 1) != 0) {
                words.add(named.words().get(number));
                for (int c = 0; c < request.length; c++) {
                    request[c] += Arrays.stream(rule.own()[c])
                            .filter(k -> k == number)
                            .count();
                }
                for (int n = 0; n < nodes; n++) {
                    free[n] = rule.kinds().get(number).isMade(n) ? WITHOUT_LIMIT : free[n];
                }
            }
        }
        BitSet serving = serving(set, kinds);
        for (int s = serving.nextSetBit(0); s >= 0; s = serving.nextSetBit(s + 1)) {
            VolumeRule.Supply supply = rule.supplies().get(s);
            for (int w = 0; w < supply.reach().length; w++) {
                for (long left = supply.reach()[w]; left != 0; left &= left - 1) {
                    int n = (w << 6) + Long.numberOfTrailingZeros(left);
                    free[n] += free[n] == WITHOUT_LIMIT ? 0 : supply.count();
                }
            }
        }
        add(VOLUMES + String.join(" or ", words), request, free);
    }
}
