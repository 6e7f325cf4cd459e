package io.github.workload4j.gang.proof.check;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.CheckFailure;
import io.github.workload4j.gang.proof.CheckFailure.Rule;
import io.github.workload4j.gang.proof.ClaimedDevices;
import io.github.workload4j.gang.proof.ClaimedDevices.Choice;
import io.github.workload4j.gang.proof.ClaimedDevices.Claim;
import io.github.workload4j.gang.proof.ClaimedDevices.Column;
import io.github.workload4j.gang.proof.ClaimedDevices.Kind;
import io.github.workload4j.gang.proof.ClaimedDevices.Misfit;
import io.github.workload4j.gang.proof.ClaimedDevices.Offered;
import io.github.workload4j.gang.proof.ClaimedDevices.Pods;
import io.github.workload4j.gang.proof.ClaimedDevices.Request;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Believes nobody about devices: sees from their numbers alone that misfits are some, and that no pods that can have
 * their devices break a column. Exponential in the pods of a misfit at worst, and counted in steps. Safe to share
 * between threads.
 */
public final class DeviceCheck {

    private final ClaimedDevices claimed;

    /** A check of what is claimed of devices. */
    public DeviceCheck(ClaimedDevices claimed) {
        this.claimed = requireNonNull(claimed, "claimed");
    }

    /** {@return why the columns of a packing do not follow from the devices, or empty if they do} */
    public Optional<CheckFailure> objectionTo(Packing packing) {
        return objectionTo(packing, Budget.steps(PackingChecker.STEPS).meter());
    }

    /** {@return the same within what is left of a budget: then an objection of {@link Rule#LIMIT}} */
    public Optional<CheckFailure> objectionTo(Packing packing, WorkMeter meter) {
        requireNonNull(packing, "packing");
        requireNonNull(meter, "meter");
        try {
            Work work = new Work(meter);
            int[] kindOf = kinds(packing);
            claimed.misfits().forEach(misfit -> check(misfit, kindOf, work));
            claimed.columns().forEach(column -> check(column, packing, kindOf, work));
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.objection);
        }
    }

    /**
     * {@return whether pods cannot have their devices together on nodes of a kind; false also if that is not seen
     * within the budget}
     *
     * @param counts pods of each class
     */
    public boolean isMisfit(Kind kind, int[] counts, WorkMeter meter) {
        requireNonNull(kind, "kind");
        requireNonNull(counts, "counts");
        requireNonNull(meter, "meter");
        try {
            return !DeviceTrial.succeeds(claimed, kind, classes(counts), new Work(meter));
        } catch (Refused refused) {
            return false;
        }
    }

    private static int[] classes(int[] counts) {
        int[] classes = new int[Arrays.stream(counts).sum()];
        int at = 0;
        for (int c = 0; c < counts.length; c++) {
            Arrays.fill(classes, at, at + counts[c], c);
            at += counts[c];
        }
        return classes;
    }

    /** {@return the number of the kind of each node} */
    private int[] kinds(Packing packing) {
        int[] kindOf = new int[packing.nodes().count()];
        Arrays.fill(kindOf, -1);
        for (int k = 0; k < claimed.kinds().size(); k++) {
            for (int n : claimed.kinds().get(k).nodes().toArray()) {
                if (n < 0 || n >= kindOf.length || kindOf[n] >= 0) {
                    throw new Refused(Rule.SHAPE, "node " + n + " is not there, or in two kinds by its devices");
                }
                kindOf[n] = k;
            }
        }
        if (Arrays.stream(kindOf).anyMatch(k -> k < 0)
                || claimed.claims().size() != packing.classes().size()) {
            throw new Refused(Rule.SHAPE, "devices are of other nodes or classes");
        }
        return kindOf;
    }

    private int[] counts(Misfit misfit) {
        int[] counts = new int[claimed.claims().size()];
        for (Pods pods : misfit.pods()) {
            counts[pods.podClass()] += pods.count();
        }
        return counts;
    }

    private void check(Misfit misfit, int[] kindOf, Work work) {
        int[] classes = classes(counts(misfit));
        BitSet seen = new BitSet();
        for (int n : misfit.nodes().toArray()) {
            work.spend(1);
            boolean isNew = !seen.get(kindOf[n]);
            seen.set(kindOf[n]);
            if (isNew && DeviceTrial.succeeds(claimed, claimed.kinds().get(kindOf[n]), classes, work)) {
                throw new Refused(Rule.RESOURCE, "pods " + misfit.pods() + " have devices on node " + n);
            }
        }
    }

    /** What decides whether a column holds on a node: looked at once. */
    private record Case(int kind, long free, List<Boolean> mayUse, List<Misfit> misfits) {}

    private void check(Column column, Packing packing, int[] kindOf, Work work) {
        int r = column.resource();
        if (r < 0 || r >= packing.nodes().resources() - 1) {
            throw new Refused(Rule.SHAPE, "resource " + r + " is none of devices");
        }
        List<List<Misfit>> misfits = new ArrayList<>();
        Arrays.stream(kindOf).forEach(k -> misfits.add(new ArrayList<>()));
        if (column.asks().isEmpty()) {
            for (Misfit misfit : claimed.misfits()) {
                Arrays.stream(misfit.nodes().toArray())
                        .forEach(n -> misfits.get(n).add(misfit));
            }
        }
        BigInteger all = BigInteger.ZERO;
        for (PodClass each : packing.classes()) {
            all = all.add(BigInteger.valueOf(each.request()[r]).multiply(BigInteger.valueOf(each.count())));
        }
        Set<Case> seen = new HashSet<>();
        for (int n = 0; n < kindOf.length; n++) {
            int node = n;
            long free = packing.nodes().free(r, n);
            work.spend(1);
            if (BigInteger.valueOf(free).compareTo(all) < 0) {
                List<Boolean> mayUse = packing.classes().stream()
                        .map(each -> each.request()[r] > 0 && each.mayUse(node))
                        .toList();
                work.spend(mayUse.size() >> 3);
                Case one = new Case(kindOf[n], free, mayUse, misfits.get(n));
                if (seen.add(one) && !holds(column, one, packing.classes(), work)) {
                    throw new Refused(
                            Rule.RESOURCE, "resource " + r + " of node " + n + " does not follow from devices");
                }
            }
        }
    }

    private boolean holds(Column column, Case one, List<PodClass> classes, Work work) {
        if (column.asks().isEmpty()) {
            List<int[]> misfits = one.misfits().stream().map(this::counts).toList();
            return isFull(new int[classes.size()], 0, one.free(), column.resource(), one, classes, misfits, work);
        }
        Kind kind = claimed.kinds().get(one.kind());
        Long there = free(kind, column.asks());
        boolean holds = there != null && there <= one.free();
        for (int c = 0; c < classes.size() && holds; c++) {
            holds = !one.mayUse().get(c)
                    || classes.get(c).request()[column.resource()] <= least(c, kind, column.asks());
        }
        return holds;
    }

    /** {@return how many free devices suit one of some asks; null if a shared one does} */
    private static @Nullable Long free(Kind kind, List<Integer> asks) {
        long count = 0;
        for (Offered device : kind.devices()) {
            if (!device.held() && device.suits().stream().anyMatch(asks::contains)) {
                if (device.shares()) {
                    return null;
                }
                count += device.count();
            }
        }
        return count;
    }

    /** {@return how many devices that suit one of some asks a pod takes at least} */
    private long least(int podClass, Kind kind, List<Integer> asks) {
        long sum = 0;
        for (Claim claim : claimed.claims().get(podClass)) {
            for (Request request : claim.shared() ? List.<Request>of() : DeviceTrial.asked(claim, kind)) {
                long least = Long.MAX_VALUE;
                for (Choice choice : request.choices()) {
                    boolean counts = !choice.admin() && asks.contains(choice.ask());
                    least = Math.min(least, counts ? Math.max(1, choice.count()) : 0);
                }
                sum += least == Long.MAX_VALUE ? 0 : least;
            }
        }
        return sum;
    }

    /** {@return whether all pods, from a class on, that take more than is free have a misfit among them} */
    private static boolean isFull(
            int[] pods, int c, long free, int r, Case one, List<PodClass> classes, List<int[]> misfits, Work work) {
        work.spend(1);
        if (free < 0) {
            work.spend(misfits.size());
            return misfits.stream().anyMatch(misfit -> isWithin(misfit, pods));
        }
        if (c == pods.length) {
            return true;
        }
        long asked = one.mayUse().get(c) ? classes.get(c).request()[r] : 0;
        long most = asked == 0 ? 0 : Math.min(classes.get(c).count(), free / asked + 1);
        boolean full = true;
        for (pods[c] = 0; pods[c] <= most && full; pods[c]++) {
            full = isFull(pods, c + 1, free - asked * pods[c], r, one, classes, misfits, work);
        }
        pods[c] = 0;
        return full;
    }

    private static boolean isWithin(int[] misfit, int[] pods) {
        for (int c = 0; c < pods.length; c++) {
            if (misfit[c] > pods[c]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "DeviceCheck[" + claimed + "]";
    }
}
