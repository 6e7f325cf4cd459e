package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import java.util.List;

/**
 * The units in which a question's resources are counted: of each the greatest common divisor of all requests. What is
 * free is clipped to what all pods together ask, and rounded down.
 */
final class Units {

    /** Below this, a quotient computed with a rounded reciprocal is off by one at most. */
    private static final long EXACT = 1L << 51;

    private final long[] unit;
    private final long[] all;
    private final long[][] request;

    Units(Packing packing) {
        List<PodClass> classes = packing.classes();
        int resources = packing.nodes().resources();
        unit = new long[resources];
        all = new long[resources];
        request = new long[classes.size()][resources];
        for (int r = 0; r < resources; r++) {
            for (PodClass podClass : classes) {
                unit[r] = gcd(unit[r], podClass.request()[r]);
                all[r] = addClipped(all[r], multiplyClipped(podClass.request()[r], podClass.count()));
            }
            for (int j = 0; unit[r] > 0 && j < request.length; j++) {
                request[j][r] = classes.get(j).request()[r] / unit[r];
            }
        }
    }

    /** {@return requests by class and resource} */
    long[][] requests() {
        return request;
    }

    int resources() {
        return unit.length;
    }

    /** {@return the free amount of a resource, which is at least that} */
    long of(int resource, long free) {
        return unit[resource] == 0 ? 0 : Math.min(all[resource], Math.max(0, free)) / unit[resource];
    }

    /**
     * {@return what is free of a resource, by node}
     *
     * <p>Multiplies instead of dividing where that is exact after one correction.
     */
    long[] of(int resource, long[] free) {
        long by = unit[resource];
        long most = all[resource];
        long[] units = new long[free.length];
        if (by == 1) {
            for (int n = 0; n < units.length; n++) {
                units[n] = Math.min(most, Math.max(0, free[n]));
            }
        } else if (most >= EXACT) {
            for (int n = 0; n < units.length; n++) {
                units[n] = of(resource, free[n]);
            }
        } else if (by > 1) {
            double reciprocal = 1.0 / by;
            for (int n = 0; n < units.length; n++) {
                long clipped = Math.min(most, Math.max(0, free[n]));
                long quotient = (long) (clipped * reciprocal);
                long rest = clipped - quotient * by;
                units[n] = quotient + (rest >= by ? 1 : 0) - (rest < 0 ? 1 : 0);
            }
        }
        return units;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static long multiplyClipped(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }

    private static long addClipped(long a, long b) {
        return a + b < 0 ? Long.MAX_VALUE : a + b;
    }
}
