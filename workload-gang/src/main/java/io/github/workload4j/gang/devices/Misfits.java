package io.github.workload4j.gang.devices;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.ClaimedDevices;
import io.github.workload4j.gang.proof.ClaimedDevices.Column;
import io.github.workload4j.gang.proof.ClaimedDevices.Kind;
import io.github.workload4j.gang.proof.ClaimedDevices.Misfit;
import io.github.workload4j.gang.proof.ClaimedDevices.Pods;
import io.github.workload4j.gang.proof.NodeSet;
import io.github.workload4j.gang.proof.check.DeviceCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Learns which pods do not fit nodes together for their devices. A misfit counts only if the checker, which knows
 * nothing but numbers, agrees.
 */
public final class Misfits {

    /** Steps of the checker for one, and for all. */
    private static final long STEPS_OF_ONE = 20_000;

    private static final long STEPS = 2_000_000;

    private final DeviceQuestion question;
    private final ClaimNumbers numbers;
    private final WorkMeter meter = Budget.steps(STEPS).meter();

    /** By what nodes offer, those that have no other within. */
    private final Map<Integer, List<int[]>> known = new TreeMap<>();

    private final Map<Integer, Kind> kinds = new HashMap<>();
    private @Nullable ClaimedDevices all;

    /** None so far. */
    public Misfits(DeviceQuestion question) {
        this.question = question;
        this.numbers = new ClaimNumbers(question);
    }

    /** {@return whether this many pods of each class are known not to fit a node together} */
    boolean has(int node, int[] counts) {
        if (!question.isSeenAlike(counts)) {
            return false;
        }
        List<int[]> some = known.computeIfAbsent(question.offer(node), offer -> new ArrayList<>());
        if (some.stream().anyMatch(misfit -> isWithin(misfit, counts))) {
            return true;
        }
        if (question.mayHave(counts) && question.seemsToFit(node, counts) || !isProved(node, counts)) {
            return false;
        }
        some.removeIf(misfit -> isWithin(counts, misfit));
        some.add(counts.clone());
        return true;
    }

    private static boolean isWithin(int[] misfit, int[] counts) {
        for (int c = 0; c < counts.length; c++) {
            if (misfit[c] > counts[c]) {
                return false;
            }
        }
        return true;
    }

    private boolean isProved(int node, int[] counts) {
        Kind kind = kinds.computeIfAbsent(question.offer(node), offer -> numbers.kind(node, NodeSet.of(node)));
        return new DeviceCheck(claimed(List.of(), List.of(), List.of()))
                .isMisfit(kind, counts, meter.part(1, STEPS_OF_ONE));
    }

    private ClaimedDevices claimed(List<Kind> all, List<Column> columns, List<Misfit> misfits) {
        return new ClaimedDevices(numbers.names(), numbers.claims(), all, columns, misfits);
    }

    /**
     * {@return all there is to know, once nothing more is learned}
     *
     * @param counted the columns that count devices
     * @param more how many columns rest on misfits; they come after those
     */
    public ClaimedDevices all(List<HallColumns.Column> counted, int more) {
        synchronized (question) {
            ClaimedDevices found = all == null ? look(counted, more) : all;
            all = found;
            return found;
        }
    }

    private ClaimedDevices look(List<HallColumns.Column> counted, int more) {
        Map<Integer, List<Integer>> nodes = new LinkedHashMap<>();
        for (int n = 0; n < question.inventory.nodes(); n++) {
            nodes.computeIfAbsent(question.offer(n), offer -> new ArrayList<>()).add(n);
        }
        Map<Kind, List<Integer>> alike = new LinkedHashMap<>();
        nodes.values()
                .forEach(same -> alike.computeIfAbsent(
                                numbers.kind(same.get(0), NodeSet.of()), kind -> new ArrayList<>())
                        .addAll(same));
        List<Kind> all = new ArrayList<>();
        alike.forEach((kind, same) ->
                all.add(new Kind(set(same), kind.devices(), kind.left(), kind.offers(), kind.none(), kind.some())));
        List<Column> columns = new ArrayList<>();
        for (HallColumns.Column column : counted) {
            columns.add(new Column(
                    columns.size(), column.asks().stream().map(numbers::number).toList()));
        }
        for (int i = 0; i < more; i++) {
            columns.add(new Column(columns.size(), List.of()));
        }
        Map<List<Pods>, List<Integer>> where = new LinkedHashMap<>();
        known.forEach((offer, misfits) -> misfits.forEach(counts ->
                where.computeIfAbsent(pods(counts), pods -> new ArrayList<>()).addAll(nodes.get(offer))));
        List<Misfit> misfits = new ArrayList<>();
        where.forEach((pods, on) -> misfits.add(new Misfit(set(on), pods)));
        return claimed(all, columns, misfits);
    }

    private static NodeSet set(List<Integer> nodes) {
        return NodeSet.of(nodes.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<Pods> pods(int[] counts) {
        List<Pods> pods = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] > 0) {
                pods.add(new Pods(c, counts[c]));
            }
        }
        return pods;
    }

    @Override
    public String toString() {
        return "Misfits"
                + known.values().stream()
                        .map(some -> some.stream().map(Arrays::toString).toList())
                        .toList();
    }
}
