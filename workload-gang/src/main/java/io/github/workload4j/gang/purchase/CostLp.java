package io.github.workload4j.gang.purchase;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.lp.Pricing;
import io.github.workload4j.gang.search.model.NodeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The configuration LP with prices: how many nodes of each offer hold which pattern of pods, fractions allowed, so that
 * all pods that are needed have a place and the nodes cost least. Columns are generated as they are needed (Gilmore and
 * Gomory 1961). Computed in floating point: a guide whose dual prices make bounds, never a judge.
 */
final class CostLp {

    private static final double TINY = 1e-9;
    private static final double PRICE_SCALE = 1L << 32;
    private static final int ROUNDS = 200;
    private static final int BRANCHES = 2_000;

    /** Types of nodes that are there already of which the guide knows; of more, those with the most room. */
    private static final int MOST_THERE = 48;

    private final Market market;
    private final WorkMeter meter;
    private final Pricing pricing;
    private final int classes;

    /** The types with patterns, the cost of a node of each, and the row that limits them, or -1. */
    private final List<Integer> typeOf = new ArrayList<>();

    private final List<Double> costOf = new ArrayList<>();
    private final List<Integer> rowOf = new ArrayList<>();
    private final List<Integer> offerOf = new ArrayList<>();

    private final List<double[]> columns = new ArrayList<>();
    private final List<Double> cost = new ArrayList<>();

    /** Which of the types a column is a pattern of, or -1. */
    private final List<Integer> kind = new ArrayList<>();

    private final double[] right;
    private final double[][] inverse;
    private final int[] basic;
    private final double[] value;

    /**
     * The program of one domain.
     *
     * @param usable the offers whose nodes may stand there
     * @param scale what prices are divided by
     */
    CostLp(Market market, int domain, List<Integer> usable, double scale, WorkMeter meter) {
        this.market = market;
        this.meter = meter;
        this.pricing = new Pricing(market.reduced, meter);
        this.classes = market.reduced.classes;
        pricing.limit(BRANCHES);
        int[] there = market.sizes[domain];
        int row = classes + 1;
        List<Double> limits = new ArrayList<>();
        for (int t : roomiest(there)) {
            add(t, -1, 0, row++);
            limits.add((double) there[t]);
        }
        for (int offer : usable) {
            NodeOffer one = market.offers.get(offer);
            boolean limited = one.atMost() != NodeOffer.UNLIMITED;
            add(market.typeOf[offer], offer, one.millionths() / scale, limited ? row++ : -1);
            if (limited) {
                limits.add((double) one.atMost());
            }
        }
        this.right = new double[row];
        this.inverse = new double[row][row];
        this.basic = new int[row];
        this.value = new double[row];
        double most = costOf.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        long[] ones = new long[classes];
        Arrays.fill(ones, 1);
        for (int j = 0; j < classes; j++) {
            int count = market.reduced.tree.leafOf[j] < 0 ? 0 : market.reduced.count[j];
            right[j] = count;
            right[classes] += count;
            column(j, 1, 2 * most, -1);
        }
        right[classes] = Math.max(0, right[classes] - market.needed(ones));
        for (int i = 0; i < limits.size(); i++) {
            right[classes + 1 + i] = limits.get(i);
        }
        for (int i = classes; i < row; i++) {
            column(i, 1, 0, -1);
        }
        for (int i = 0; i < row; i++) {
            basic[i] = i;
            inverse[i][i] = 1;
            value[i] = right[i];
        }
        for (int j = 0; j < classes; j++) {
            column(j, -1, 0, -1);
            double[] leftOut = new double[row];
            leftOut[j] = 1;
            leftOut[classes] = 1;
            add(leftOut, 0, -1);
        }
    }

    private List<Integer> roomiest(int[] there) {
        List<Integer> found = new ArrayList<>();
        for (int t = 0; t < there.length; t++) {
            if (there[t] > 0) {
                found.add(t);
            }
        }
        found.sort((a, b) -> Double.compare(room(b, there), room(a, there)));
        return found.subList(0, Math.min(MOST_THERE, found.size()));
    }

    private double room(int type, int[] there) {
        double room = 0;
        for (int pods : market.max(type)) {
            room += pods;
        }
        return room * there[type];
    }

    private void add(int type, int offer, double price, int row) {
        typeOf.add(type);
        offerOf.add(offer);
        costOf.add(price);
        rowOf.add(row);
    }

    private void column(int row, double entry, double price, int of) {
        double[] column = new double[right.length];
        column[row] = entry;
        add(column, price, of);
    }

    private void add(double[] column, double price, int of) {
        columns.add(column);
        cost.add(price);
        kind.add(of);
    }

    /** Solves the program, as far as short searches for patterns go. */
    void solve() {
        for (int round = 0; round < ROUNDS; round++) {
            optimize();
            if (!addPatterns()) {
                return;
            }
        }
    }

    /** {@return the dual price of a pod of each class, 0 or more} */
    double[] prices() {
        double[] duals = duals();
        double[] prices = new double[classes];
        for (int j = 0; j < classes; j++) {
            prices[j] = Math.max(0, duals[j]);
        }
        return prices;
    }

    /** {@return how many nodes of each offer are used, fractions included} */
    double[] bought() {
        double[] bought = new double[market.offers.size()];
        for (int i = 0; i < basic.length; i++) {
            int of = kind.get(basic[i]);
            if (of >= 0 && offerOf.get(of) >= 0) {
                bought[offerOf.get(of)] += Math.max(0, value[i]);
            }
        }
        return bought;
    }

    private double[] duals() {
        double[] duals = new double[right.length];
        for (int i = 0; i < basic.length; i++) {
            double price = cost.get(basic[i]);
            for (int k = 0; price != 0 && k < duals.length; k++) {
                duals[k] += price * inverse[i][k];
            }
        }
        return duals;
    }

    private void optimize() {
        int patience = 50 * right.length;
        for (int iteration = 0; iteration < patience; iteration++) {
            meter.spend(1 + (long) right.length * (right.length + columns.size()) / 8);
            double[] duals = duals();
            int entering = -1;
            double least = -1e-7;
            for (int c = 0; c < columns.size(); c++) {
                double reduced = cost.get(c);
                double[] column = columns.get(c);
                for (int i = 0; i < duals.length; i++) {
                    reduced -= duals[i] * column[i];
                }
                if (reduced < least) {
                    entering = c;
                    // Late, the first that helps: that cannot go round in circles (Bland 1977).
                    least = iteration > patience / 2 ? Double.NEGATIVE_INFINITY : reduced;
                }
            }
            if (entering < 0 || !enter(entering)) {
                return;
            }
        }
    }

    private boolean enter(int entering) {
        double[] column = columns.get(entering);
        int rows = right.length;
        double[] direction = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < rows; k++) {
                direction[i] += inverse[i][k] * column[k];
            }
        }
        int leaving = -1;
        double step = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows; i++) {
            if (direction[i] > TINY) {
                double ratio = Math.max(0, value[i]) / direction[i];
                if (ratio < step - TINY || ratio < step + TINY && leaving >= 0 && basic[i] < basic[leaving]) {
                    step = ratio;
                    leaving = i;
                }
            }
        }
        if (leaving < 0) {
            return false;
        }
        double pivot = direction[leaving];
        for (int k = 0; k < rows; k++) {
            inverse[leaving][k] /= pivot;
        }
        for (int i = 0; i < rows; i++) {
            double factor = direction[i];
            for (int k = 0; i != leaving && factor != 0 && k < rows; k++) {
                inverse[i][k] -= factor * inverse[leaving][k];
            }
        }
        for (int i = 0; i < rows; i++) {
            value[i] = 0;
            for (int k = 0; k < rows; k++) {
                value[i] += inverse[i][k] * right[k];
            }
        }
        basic[leaving] = entering;
        return true;
    }

    private boolean addPatterns() {
        double[] duals = duals();
        double most = TINY;
        for (int j = 0; j < classes; j++) {
            most = Math.max(most, duals[j]);
        }
        double unit = PRICE_SCALE / most;
        long[] weights = new long[classes];
        for (int j = 0; j < classes; j++) {
            weights[j] = Math.round(Math.max(0, duals[j]) * unit);
        }
        boolean any = false;
        for (int i = 0; i < typeOf.size(); i++) {
            NodeType type = market.types.get(typeOf.get(i));
            int row = rowOf.get(i);
            double floor = costOf.get(i) - (row < 0 ? 0 : duals[row]);
            long least = Math.round((floor + 1e-7 * (1 + Math.abs(floor))) * unit);
            if (pricing.above(type, market.max(typeOf.get(i)), weights, Math.max(0, least)) > Math.max(0, least)) {
                double[] column = new double[right.length];
                int[] pattern = pricing.pattern();
                for (int j = 0; j < classes; j++) {
                    column[j] = pattern[j];
                }
                if (row >= 0) {
                    column[row] = 1;
                }
                add(column, costOf.get(i), i);
                any = true;
            }
        }
        return any;
    }
}
