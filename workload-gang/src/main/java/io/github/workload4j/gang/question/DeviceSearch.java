package io.github.workload4j.gang.question;

import io.github.workload4j.gang.devices.DeviceQuestion;
import io.github.workload4j.gang.order.Step;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.check.PackingChecker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all placements of a question whose columns do not say all about its devices, node after node, the most
 * pods first. For small questions: exponential, and every step is counted.
 */
final class DeviceSearch {

    /** In a larger cluster nodes are not compared with each other. */
    private static final int MOST_COMPARED = 512;

    /** Characters of what failed; beyond them it is tried again. */
    private static final int MOST_REMEMBERED = 32 << 20;

    /** A step of looking for devices is as much work as this many others. */
    private static final int STEPS_OF_A_LOOK = 10;

    private final Packing packing;
    private final DeviceQuestion devices;
    private final WorkMeter meter;
    private final List<PodClass> classes;
    private final int[] alike;
    private final int[] left;
    private final int[][] placed;

    /** Nodes from which on what is left cannot reach the target, where nothing but what is left decides that. */
    private final Set<String> failed = new HashSet<>();

    /** Of each node that is being tried, what is remembered if it fails. */
    private final @Nullable String[] failedAt;

    private long remembered;

    private final boolean independent;
    private long states;
    private int target;
    private int total;

    /**
     * What was found.
     *
     * @param steps the placement with most pods, or empty if there is none
     * @param exhausted whether no placement has more pods than it
     * @param states placements that were looked at
     */
    record Found(List<Step> steps, boolean exhausted, long states) {}

    DeviceSearch(Packing packing, DeviceQuestion devices, WorkMeter meter) {
        this.packing = packing;
        this.devices = devices;
        this.meter = meter;
        this.classes = packing.classes();
        this.left = classes.stream().mapToInt(PodClass::count).toArray();
        this.placed = new int[packing.nodes().count()][classes.size()];
        this.failedAt = new String[placed.length];
        this.alike = alike();
        boolean alone = true;
        for (int n = 0; n < placed.length; n++) {
            alone &= devices.isAlone(n);
        }
        this.independent = alone
                && devices.isWithoutSharing()
                && packing.conflicts().isEmpty()
                && packing.root().children().isEmpty()
                && packing.root().domainOf() == null;
    }

    /**
     * {@return the placement with most pods}
     *
     * @param most no placement has more pods
     */
    Found search(int most) {
        boolean exhausted = true;
        int least =
                Math.max(1, packing.root().children().isEmpty() ? packing.root().minimum() : 1);
        for (target = most; target >= least; target--) {
            failed.clear();
            remembered = 0;
            total = 0;
            try {
                if (left.length > 0 && reachesTarget()) {
                    return new Found(steps(), exhausted, states);
                }
            } catch (WorkMeter.Stopped stopped) {
                Arrays.stream(placed).forEach(row -> Arrays.fill(row, 0));
                for (int c = 0; c < left.length; c++) {
                    left[c] = classes.get(c).count();
                }
                if (meter.isOver()) {
                    return new Found(List.of(), false, states);
                }
                exhausted = false;
            } catch (DeviceQuestion.Open open) {
                return new Found(List.of(), false, states);
            }
        }
        return new Found(List.of(), exhausted, states);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int n = 0; n < placed.length; n++) {
            for (int c = 0; c < left.length; c++) {
                for (int i = 0; i < placed[n][c]; i++) {
                    steps.add(new Step(c, n));
                }
            }
        }
        return steps;
    }

    /** {@return for each node an earlier one that is the same to all rules, or -1} */
    private int[] alike() {
        int[] of = new int[packing.nodes().count()];
        Arrays.fill(of, -1);
        boolean bound = packing.conflicts().stream().map(Conflict::domainOf).anyMatch(d -> d != null)
                || !packing.root().children().isEmpty()
                || packing.root().domainOf() != null
                || !devices.isWithoutSharing()
                || of.length > MOST_COMPARED;
        for (int n = 0; n < of.length && !bound; n++) {
            for (int m = n - 1; m >= 0 && of[n] < 0; m--) {
                if (isAlike(n, m)) {
                    of[n] = m;
                }
            }
        }
        return of;
    }

    private boolean isAlike(int n, int m) {
        boolean alike = devices.isAlone(n) && devices.isAlone(m) && devices.offer(n) == devices.offer(m);
        for (int r = 0; alike && r < packing.nodes().resources(); r++) {
            alike = packing.nodes().free(r, n) == packing.nodes().free(r, m);
        }
        for (PodClass each : classes) {
            alike = alike && each.mayUse(n) == each.mayUse(m);
        }
        return alike;
    }

    /**
     * Tries, node after node and class after class, every number of pods, the largest first. A loop, as nodes times
     * classes are too deep for the stack.
     */
    private boolean reachesTarget() throws DeviceQuestion.Open {
        int width = left.length;
        int at = 0;
        boolean onward = true;
        while (at >= 0) {
            int n = at / width;
            int c = at % width;
            if (onward && c == 0 && !mayReachTargetFrom(n)) {
                onward = false;
                at--;
                continue;
            }
            if (n == placed.length) {
                return true;
            }
            if (onward) {
                take(n, c, room(n, c));
                onward = isPossible(n, c);
            }
            while (!onward && placed[n][c] > 0) {
                take(n, c, -1);
                onward = isPossible(n, c);
            }
            if (!onward && c == 0) {
                remember(failedAt[n]);
            }
            at += onward ? 1 : -1;
        }
        return false;
    }

    /** {@return whether what is left may be enough; after the last node, whether all is as it must be} */
    private boolean mayReachTargetFrom(int n) throws DeviceQuestion.Open {
        meter.spend(1);
        if (n == placed.length) {
            return total >= target && isValid();
        }
        if (total + Arrays.stream(left).sum() < target) {
            return false;
        }
        if (independent) {
            failedAt[n] = n + Arrays.toString(left) + (alike[n] < 0 ? "" : Arrays.toString(placed[alike[n]]));
        }
        return !failed.contains(failedAt[n]);
    }

    private void remember(@Nullable String key) {
        if (key != null && remembered < MOST_REMEMBERED && failed.add(key)) {
            remembered += key.length();
        }
    }

    private void take(int n, int c, int pods) {
        placed[n][c] += pods;
        left[c] -= pods;
        total += pods;
    }

    private boolean isPossible(int n, int c) {
        return (placed[n][c] == 0 || mayFit(n)) && (c + 1 < left.length || isInOrder(n));
    }

    private boolean mayFit(int n) {
        long before = devices.taken();
        boolean fits = devices.mayFit(n, placed[n].clone());
        meter.spend(10 + STEPS_OF_A_LOOK * (devices.taken() - before));
        return fits;
    }

    /** Of nodes that are the same, an earlier one has no fewer pods, class by class as in a dictionary. */
    private boolean isInOrder(int n) {
        return alike[n] < 0 || Arrays.compare(placed[alike[n]], placed[n]) >= 0;
    }

    private int room(int n, int c) {
        PodClass podClass = classes.get(c);
        if (!podClass.mayUse(n)) {
            return 0;
        }
        long most = Math.min(left[c], podClass.maxPerNode());
        for (int r = 0; r < packing.nodes().resources(); r++) {
            long asked = podClass.request()[r];
            if (asked > 0) {
                long free = packing.nodes().free(r, n);
                for (int other = 0; other < c; other++) {
                    free -= classes.get(other).request()[r] * placed[n][other];
                }
                most = Math.min(most, Math.max(0, free / asked));
            }
        }
        return (int) most;
    }

    private boolean isValid() throws DeviceQuestion.Open {
        states++;
        List<Step> steps = steps();
        meter.spend(10L * steps.size());
        Placement placement = AnswerCheck.placement(steps);
        if (new PackingChecker(packing, meter).objectionTo(placement).isPresent()) {
            return false;
        }
        long before = devices.taken();
        boolean isGiven = assign(devices, steps) != null;
        meter.spend(STEPS_OF_A_LOOK * (devices.taken() - before));
        return isGiven;
    }

    private static DeviceQuestion.@Nullable Assigned assign(DeviceQuestion devices, List<Step> steps)
            throws DeviceQuestion.Open {
        return devices.assign(
                steps.stream().mapToInt(Step::podClass).toArray(),
                steps.stream().mapToInt(Step::node).toArray());
    }
}
