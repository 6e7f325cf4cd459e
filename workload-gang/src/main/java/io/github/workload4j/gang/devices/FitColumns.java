package io.github.workload4j.gang.devices;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceConstraint;
import io.github.workload4j.api.device.DeviceRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says in columns which pods fit a node together where counting devices does not say it: alternatives, constraints,
 * boards, shares. For each kind of node the numbers of pods that fit are found by looking, and rows are drawn that all
 * of them keep and that those which just do not fit break.
 *
 * <p>Rows are drawn over one, two and three classes at a time, and all classes if there are few. What no row and no
 * pair of classes says is left to who checks placements.
 */
public final class FitColumns {

    private static final int MOST_LOOKS = 20_000;
    private static final int MOST_COLUMNS = 64;
    private static final int MOST_POINTS = 3_000;
    private static final int MOST_PODS = 64;

    /** The largest weight that is tried, by number of classes. */
    private static final int[] LARGEST = {0, 1, 8, 5, 3};

    private final DeviceQuestion question;
    private final Misfits misfits;
    private final int[] counts;
    private final Map<List<Long>, long[]> columns = new LinkedHashMap<>();
    private final Map<List<Integer>, List<Integer>> apart = new TreeMap<>(FitColumns::compare);
    private final TreeSet<String> shapes = new TreeSet<>();
    private int looks;

    /**
     * Two classes of which no pods fit some nodes together.
     *
     * @param a a class
     * @param b another
     * @param nodes the nodes
     */
    public record Apart(int a, int b, List<Integer> nodes) {}

    /**
     * What is said.
     *
     * @param columns columns
     * @param apart pairs of classes
     */
    public record Said(List<HallColumns.Column> columns, List<Apart> apart) {}

    private FitColumns(DeviceQuestion question, Misfits misfits, int[] counts) {
        this.question = question;
        this.misfits = misfits;
        this.counts = counts;
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        int first = Integer.compare(a.get(0), b.get(0));
        return first != 0 ? first : Integer.compare(a.get(1), b.get(1));
    }

    /**
     * {@return what fits nodes together}
     *
     * @param misfits gets what is learned
     * @param counts pods of each class
     */
    public static Said of(DeviceQuestion question, Misfits misfits, int[] counts) {
        return new FitColumns(question, misfits, counts).said();
    }

    private Said said() {
        Map<Integer, List<Integer>> nodes = new LinkedHashMap<>();
        for (int n = 0; n < question.inventory.nodes(); n++) {
            if (question.isAlone(n)) {
                nodes.computeIfAbsent(question.offer(n), o -> new ArrayList<>()).add(n);
            }
        }
        for (List<Integer> same : nodes.values()) {
            if (!isCounted(same.get(0))) {
                look(same);
            }
        }
        List<HallColumns.Column> all = new ArrayList<>();
        int number = 0;
        for (Map.Entry<List<Long>, long[]> column : columns.entrySet()) {
            long[] request = column.getKey().stream().mapToLong(Long::longValue).toArray();
            all.add(new HallColumns.Column(
                    name(request) + (++number == 1 ? "" : " (" + number + ")"), request, column.getValue(), List.of()));
        }
        List<Apart> pairs = new ArrayList<>();
        apart.forEach((pair, on) -> pairs.add(new Apart(pair.get(0), pair.get(1), on)));
        return new Said(all, pairs);
    }

    /** What there is room for: pods, told by the classes of the devices that they ask for. */
    private String name(long[] request) {
        TreeSet<String> classes = new TreeSet<>();
        TreeSet<String> by = new TreeSet<>(shapes);
        for (int c = 0; c < request.length; c++) {
            for (ClaimUse use : request[c] == 0 ? List.<ClaimUse>of() : question.uses.get(c)) {
                for (DeviceRequest each : use.spec().requests()) {
                    for (DeviceAsk ask : each.asks()) {
                        classes.add(ask.deviceClassName());
                        by.addAll(ask.isAll() ? List.of("all that a node has") : List.of());
                    }
                    by.addAll(each.asks().size() > 1 ? List.of("alternatives") : List.of());
                }
                for (DeviceConstraint constraint : use.spec().constraints()) {
                    by.add(
                            constraint.matchAttribute() != null
                                    ? "matching " + constraint.matchAttribute()
                                    : "distinct " + constraint.distinctAttribute());
                }
            }
        }
        return "places with devices of class " + String.join(" or ", classes)
                + (by.isEmpty() ? "" : ", by " + String.join(", ", by));
    }

    /** Whether counting devices says all about a node. */
    private boolean isCounted(int node) {
        for (List<ClaimUse> ofClass : question.uses) {
            for (ClaimUse use : ofClass) {
                boolean plain = use.spec().constraints().isEmpty() && !use.isShared();
                for (DeviceRequest request :
                        DeviceWorld.on(question.inventory.node(node), use).requests()) {
                    DeviceAsk ask = request.exactly();
                    plain = plain && ask != null && !ask.isAll() && !ask.adminAccess() && isPlain(ask, node);
                }
                if (!plain && use.state() == ClaimUse.State.NEW) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isPlain(DeviceAsk ask, int node) {
        for (PoolView view : question.inventory.seenBy(node)) {
            for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                if ((device.isShared() || device.isCounted()) && question.suitsOne(List.of(ask), device)) {
                    shapes.add(device.isCounted() ? "counters of pools" : "capacities of shared devices");
                    return false;
                }
            }
        }
        return true;
    }

    private boolean fits(int node, int[] pods) {
        looks++;
        return !misfits.has(node, pods);
    }

    private void look(List<Integer> nodes) {
        int node = nodes.get(0);
        List<Integer> classes = new ArrayList<>();
        int[] most = new int[counts.length];
        for (int c = 0; c < counts.length && looks < MOST_LOOKS; c++) {
            boolean own =
                    question.uses.get(c).stream().anyMatch(use -> !use.isShared() && use.state() == ClaimUse.State.NEW);
            boolean shares =
                    question.uses.get(c).stream().anyMatch(use -> use.isShared() && use.state() == ClaimUse.State.NEW);
            if (own && !shares) {
                most[c] = alone(node, c);
                if (most[c] > 0 && (most[c] < MOST_PODS || most[c] == counts[c])) {
                    classes.add(c);
                    if (most[c] < counts[c]) {
                        row(nodes, List.of(c), new int[] {1}, most[c]);
                    }
                }
            }
        }
        if (classes.size() <= 4 && points(classes, most) <= MOST_POINTS) {
            draw(nodes, classes, most);
            return;
        }
        for (int a = 0; a < classes.size(); a++) {
            for (int b = a + 1; b < classes.size(); b++) {
                draw(nodes, List.of(classes.get(a), classes.get(b)), most);
            }
        }
    }

    /** {@return most pods of a class that fit a node if nobody else comes, as far as it is looked} */
    private int alone(int node, int c) {
        int[] pods = new int[counts.length];
        int most = 0;
        while (question.isWhereItsDevicesAre(c, node) && most < Math.min(counts[c], MOST_PODS)) {
            pods[c] = most + 1;
            if (!fits(node, pods)) {
                break;
            }
            most++;
        }
        return most;
    }

    private static long points(List<Integer> classes, int[] most) {
        long points = 1;
        for (int c : classes) {
            points *= most[c] + 1L;
        }
        return points;
    }

    /** Draws rows over some classes. */
    private void draw(List<Integer> nodes, List<Integer> classes, int[] most) {
        if (classes.size() < 2 || looks > MOST_LOOKS || points(classes, most) > MOST_POINTS) {
            return;
        }
        List<int[]> fit = new ArrayList<>();
        List<int[]> broken = new ArrayList<>();
        find(nodes.get(0), classes, most, new int[classes.size()], 0, fit, broken);
        broken.removeIf(misfit -> !isMinimal(misfit, broken) || isCut(misfit, classes, most));
        while (!broken.isEmpty()) {
            int[] best = best(fit, broken, LARGEST[classes.size()]);
            if (best == null) {
                break;
            }
            long bound = bound(best, fit);
            row(nodes, classes, best, bound);
            broken.removeIf(misfit -> dot(best, misfit) > bound);
        }
        for (int[] misfit : broken) {
            if (Arrays.stream(misfit).sum() == 2 && Arrays.stream(misfit).max().orElse(0) == 1) {
                List<Integer> pair = new ArrayList<>();
                for (int i = 0; i < misfit.length; i++) {
                    if (misfit[i] == 1) {
                        pair.add(classes.get(i));
                    }
                }
                apart.computeIfAbsent(pair, p -> new ArrayList<>()).addAll(nodes);
            }
        }
    }

    /** A misfit of one class alone is cut by its own row. */
    private static boolean isCut(int[] misfit, List<Integer> classes, int[] most) {
        for (int i = 0; i < misfit.length; i++) {
            if (misfit[i] > most[classes.get(i)]) {
                return true;
            }
        }
        return false;
    }

    private void find(
            int node, List<Integer> classes, int[] most, int[] at, int i, List<int[]> fit, List<int[]> misfits) {
        if (i == at.length) {
            fit.add(at.clone());
            return;
        }
        int[] pods = new int[counts.length];
        for (at[i] = 0; at[i] <= most[classes.get(i)]; at[i]++) {
            Arrays.fill(at, i + 1, at.length, 0);
            for (int j = 0; j < at.length; j++) {
                pods[classes.get(j)] = at[j];
            }
            if (looks < MOST_LOOKS && !fits(node, pods)) {
                misfits.add(at.clone());
                break;
            }
            find(node, classes, most, at, i + 1, fit, misfits);
        }
        at[i] = 0;
    }

    private static boolean isMinimal(int[] misfit, List<int[]> all) {
        for (int[] other : all) {
            boolean below = other != misfit;
            boolean less = false;
            for (int i = 0; i < misfit.length && below; i++) {
                below = other[i] <= misfit[i];
                less |= other[i] < misfit[i];
            }
            if (below && less) {
                return false;
            }
        }
        return true;
    }

    /** {@return the weights that cut most misfits, the smallest of them; null if none cut any} */
    private static int @org.jspecify.annotations.Nullable [] best(List<int[]> fit, List<int[]> misfits, int largest) {
        int[] best = null;
        long bestCuts = 0;
        int[] weights = new int[misfits.get(0).length];
        while (next(weights, largest)) {
            long bound = bound(weights, fit);
            long cuts = 0;
            for (int[] misfit : misfits) {
                cuts += dot(weights, misfit) > bound ? 1 : 0;
            }
            boolean smaller = best == null
                    || Arrays.stream(weights).sum() < Arrays.stream(best).sum();
            if (cuts > bestCuts || cuts == bestCuts && cuts > 0 && smaller) {
                best = weights.clone();
                bestCuts = cuts;
            }
        }
        return best;
    }

    private static boolean next(int[] weights, int largest) {
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < largest) {
                weights[i]++;
                return true;
            }
            weights[i] = 0;
        }
        return false;
    }

    private static long bound(int[] weights, List<int[]> fit) {
        long bound = 0;
        for (int[] point : fit) {
            bound = Math.max(bound, dot(weights, point));
        }
        return bound;
    }

    private static long dot(int[] weights, int[] point) {
        long sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (long) weights[i] * point[i];
        }
        return sum;
    }

    private void row(List<Integer> nodes, List<Integer> classes, int[] weights, long bound) {
        List<Long> request = new ArrayList<>(java.util.Collections.nCopies(counts.length, 0L));
        for (int i = 0; i < weights.length; i++) {
            request.set(classes.get(i), (long) weights[i]);
        }
        long[] free = columns.get(request);
        if (free == null) {
            if (columns.size() >= MOST_COLUMNS) {
                return;
            }
            free = new long[question.inventory.nodes()];
            Arrays.fill(free, Long.MAX_VALUE);
            columns.put(request, free);
        }
        for (int n : nodes) {
            free[n] = Math.min(free[n], bound);
        }
    }
}
