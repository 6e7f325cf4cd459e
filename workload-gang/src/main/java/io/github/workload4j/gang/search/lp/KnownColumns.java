package io.github.workload4j.gang.search.lp;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.model.StepPrice;
import java.util.Arrays;

/** Which of the known columns of the LP is to enter the basis. */
final class KnownColumns {

    private final LpColumns columns;
    private final Basis basis;

    /** The nodes of each type that are still to be decided. */
    private final int[] sizes;

    private final int rows;
    private final WorkMeter meter;

    /**
     * The columns of greatest gain when all were looked at last: the best pattern of each type, and all others with a
     * gain.
     */
    private final int[] candidates;

    private final double[] candidateGain;
    private final int[] bestOfType;
    private int candidateCount;
    private double highestGain;

    KnownColumns(LpColumns columns, Basis basis, int[] sizes, int rows, WorkMeter meter) {
        this.columns = columns;
        this.basis = basis;
        this.sizes = sizes;
        this.rows = rows;
        this.meter = meter;
        this.candidates = new int[2 * rows + sizes.length];
        this.candidateGain = new double[candidates.length];
        this.bestOfType = new int[sizes.length];
    }

    /**
     * {@return the known column of greatest gain, or -1 if none has any}
     *
     * <p>Only the best column of each type is looked at, until the gain falls below half of what it was when all
     * columns were looked at. After a long time without progress it is the first column with any gain, which cannot
     * cycle.
     */
    int best(boolean first) {
        int best = first ? -1 : bestOfCandidates();
        return best < 0 ? bestOfAll(first) : best;
    }

    private int bestOfCandidates() {
        int best = -1;
        double gain = highestGain / 2;
        for (int i = 0; i < candidateCount; i++) {
            double more = basis.gain(candidates[i]);
            if (more > gain) {
                best = candidates[i];
                gain = more;
            }
        }
        meter.spend(StepPrice.ofReducedCosts(candidateCount, rows));
        return best;
    }

    private int bestOfAll(boolean first) {
        int best = -1;
        double gain = first ? ConfigurationLp.GAIN / 10 : ConfigurationLp.GAIN / 100;
        candidateCount = 0;
        Arrays.fill(bestOfType, -1);
        for (int column = 0; column < columns.count(); column++) {
            int t = columns.type(column);
            double more = t < 0 || sizes[t] > 0 ? basis.gain(column) : 0;
            if (more > (first ? gain : ConfigurationLp.GAIN / 100)) {
                if (first) {
                    return column;
                }
                int at = t < 0 ? -1 : bestOfType[t];
                if (at < 0) {
                    at = candidateCount++;
                    candidateGain[at] = 0;
                    if (t >= 0) {
                        bestOfType[t] = at;
                    }
                }
                if (more > candidateGain[at]) {
                    candidates[at] = column;
                    candidateGain[at] = more;
                }
                if (more > gain) {
                    best = column;
                    gain = more;
                }
            }
        }
        meter.spend(StepPrice.ofReducedCosts(columns.count(), rows));
        highestGain = gain;
        return best;
    }
}
