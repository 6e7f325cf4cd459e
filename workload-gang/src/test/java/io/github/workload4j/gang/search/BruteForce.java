package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.SharedLimit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The question answered by trying everything, written from the javadoc of {@link Packing} alone. */
public final class BruteForce {

    private final Packing packing;
    private final int[][] pods;
    private int max;

    private BruteForce(Packing packing) {
        this.packing = packing;
        this.pods = new int[packing.classes().size()][packing.nodes().count()];
    }

    /** {@return the most pods of any answer, or 0 if there is no answer} */
    public static int mostPods(Packing packing) {
        BruteForce all = new BruteForce(packing);
        all.tryAll(0, 0, 0);
        return all.max;
    }

    /** {@return whether these numbers of pods by class and node are an answer} */
    static boolean isAnswer(Packing packing, int[][] pods) {
        BruteForce one = new BruteForce(packing);
        int total = 0;
        for (int j = 0; j < pods.length; j++) {
            PodClass podClass = packing.classes().get(j);
            one.pods[j] = pods[j];
            total += sum(pods[j]);
            for (int n = 0; n < pods[j].length; n++) {
                if (pods[j][n] > 0 && (!podClass.mayUse(n) || pods[j][n] > podClass.maxPerNode() || !one.fits(n))) {
                    return false;
                }
            }
            if (sum(pods[j]) > podClass.count()) {
                return false;
            }
        }
        for (int n = 0; n < packing.nodes().count(); n++) {
            if (!one.fits(n)) {
                return false;
            }
        }
        return total > 0
                && one.rowsHold()
                && one.conflictsHold()
                && one.succeeds(packing.root())
                && one.groupsHold(packing.root());
    }

    private void tryAll(int j, int node, int placed) {
        if (j == pods.length) {
            int total = 0;
            for (int[] ofClass : pods) {
                total += sum(ofClass);
            }
            if (total > max
                    && rowsHold()
                    && conflictsHold()
                    && succeeds(packing.root())
                    && groupsHold(packing.root())) {
                max = total;
            }
            return;
        }
        PodClass podClass = packing.classes().get(j);
        if (node == packing.nodes().count()) {
            tryAll(j + 1, 0, 0);
            return;
        }
        for (int some = 0; placed + some <= podClass.count(); some++) {
            pods[j][node] = some;
            if (some > 0 && (!podClass.mayUse(node) || some > podClass.maxPerNode() || !fits(node))) {
                break;
            }
            tryAll(j, node + 1, placed + some);
        }
        pods[j][node] = 0;
    }

    private boolean fits(int node) {
        for (int r = 0; r < packing.nodes().resources(); r++) {
            long used = 0;
            for (int j = 0; j < pods.length; j++) {
                used += pods[j][node] * packing.classes().get(j).request()[r];
            }
            if (used > 0 && used > packing.nodes().free(r, node)) {
                return false;
            }
        }
        return true;
    }

    private boolean rowsHold() {
        for (SharedLimit limit : packing.limits()) {
            long taken = 0;
            for (int n = 0; n < packing.nodes().count(); n++) {
                for (int j = 0; j < pods.length; j++) {
                    taken += limit.concerns(n) ? limit.amounts()[j] * pods[j][n] : 0;
                }
            }
            if (taken > limit.atMost()) {
                return false;
            }
        }
        for (EvenSpread spread : packing.spreads()) {
            int[] all = spread.counts().clone();
            for (int n = 0; n < packing.nodes().count(); n++) {
                for (int j : spread.classes()) {
                    if (spread.domainOf()[n] >= 0) {
                        all[spread.domainOf()[n]] += pods[j][n];
                    }
                }
            }
            for (int i = 0; i < spread.classes().size(); i++) {
                int skew = spread.maxSkews().get(i);
                int[] limited = spread.counts().clone();
                int[] own = new int[limited.length];
                for (int n = 0; n < packing.nodes().count(); n++) {
                    for (int k = 0;
                            spread.domainOf()[n] >= 0 && k < spread.classes().size();
                            k++) {
                        int some = spread.maxSkews().get(k) <= skew
                                ? pods[spread.classes().get(k)][n]
                                : 0;
                        limited[spread.domainOf()[n]] += some;
                        own[spread.domainOf()[n]] += k == i ? some : 0;
                    }
                }
                for (int d = 0; d < all.length; d++) {
                    for (int other : all) {
                        if (own[d] > 0 && skew < Integer.MAX_VALUE && limited[d] - other > skew) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    private boolean conflictsHold() {
        for (Conflict conflict : packing.conflicts()) {
            for (int m = 0; m < packing.nodes().count(); m++) {
                for (int n = 0; n < packing.nodes().count(); n++) {
                    int[] domainOf = conflict.domainOf();
                    boolean same = domainOf == null ? m == n : domainOf[m] >= 0 && domainOf[m] == domainOf[n];
                    int a = pods[conflict.a()][m];
                    int b = pods[conflict.b()][n];
                    boolean clash = conflict.a() == conflict.b() && m == n ? a > 1 : a > 0 && b > 0;
                    if (same && clash) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean groupsHold(PackingGroup group) {
        Set<Integer> domains = new HashSet<>();
        for (int j : classes(group)) {
            for (int n = 0; n < pods[j].length; n++) {
                if (pods[j][n] > 0 && group.domainOf() != null) {
                    domains.add(group.domainOf()[n]);
                }
            }
        }
        return domains.size() <= 1
                && !domains.contains(-1)
                && (podsOf(group) == 0 || succeeds(group))
                && group.children().stream().allMatch(this::groupsHold)
                && (group != packing.root() || podsOf(group) == total());
    }

    private boolean succeeds(PackingGroup group) {
        if (!group.children().isEmpty()) {
            return group.children().stream().filter(this::succeeds).count() >= group.minimum();
        }
        return podsOf(group) >= group.minimum()
                && (podsOf(group) == 0
                        || group.classes().stream()
                                .allMatch(j ->
                                        sum(pods[j]) >= packing.classes().get(j).min()));
    }

    private int podsOf(PackingGroup group) {
        return classes(group).stream().mapToInt(j -> sum(pods[j])).sum();
    }

    private int total() {
        int total = 0;
        for (int[] ofClass : pods) {
            total += sum(ofClass);
        }
        return total;
    }

    private static List<Integer> classes(PackingGroup group) {
        List<Integer> classes = new ArrayList<>(group.classes());
        group.children().forEach(child -> classes.addAll(classes(child)));
        return classes;
    }

    private static int sum(int[] numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }
}
