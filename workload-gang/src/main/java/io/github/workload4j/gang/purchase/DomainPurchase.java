package io.github.workload4j.gang.purchase;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.bound.RequiredWeight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a group costs in one domain: dual prices of the {@linkplain CostLp linear program} there as whole numbers, what
 * follows from them for any domain, and numbers of nodes worth a try.
 */
final class DomainPurchase {

    /** Sums of weights stay below this, so that they are exact. */
    private static final int BITS = 58;

    final int domain;
    final List<Integer> usable;

    private final Market market;
    private final WorkMeter meter;

    /** Weights of pods, so many for a millionth of money, such that no unlimited offer holds more than its price. */
    private final long[] weights;

    private final long perMillionth;

    /** What a node of each type holds of them, at most. */
    private final long[] worth;

    private final double[] used;

    DomainPurchase(Market market, int domain, List<Integer> usable, WorkMeter meter) {
        this.market = market;
        this.domain = domain;
        this.usable = usable;
        this.meter = meter;
        long dearest = 1;
        for (int offer : usable) {
            dearest = Math.max(dearest, market.offers.get(offer).millionths());
        }
        CostLp lp = new CostLp(market, domain, usable, dearest, meter);
        lp.solve();
        this.used = lp.bought();
        int pods = Math.max(1, market.reduced.packing.pods());
        int bits = BITS - bits(pods) - bits(2 * dearest);
        this.perMillionth = 1L << Math.max(0, bits);
        double[] prices = lp.prices();
        long[] whole = new long[prices.length];
        for (int j = 0; j < prices.length; j++) {
            whole[j] = (long) (Math.min(2, prices[j]) * dearest * perMillionth);
        }
        long[] held = market.worth(whole);
        double most = 1;
        for (int offer : usable) {
            NodeOffer one = market.offers.get(offer);
            if (one.atMost() == NodeOffer.UNLIMITED) {
                most = Math.max(most, (double) market.worth(offer, held) / one.millionths() / perMillionth);
            }
        }
        if (most > 1) {
            // All weights are lowered by the same share, and rounded down.
            for (int j = 0; j < whole.length; j++) {
                whole[j] = (long) (whole[j] / (most * (1 + 1e-12)));
            }
            held = market.worth(whole);
        }
        this.weights = whole;
        this.worth = held;
    }

    private static int bits(long number) {
        return Long.SIZE - Long.numberOfLeadingZeros(number);
    }

    /** {@return what the pods weigh beyond what the nodes of a domain hold} */
    private long missing(int other) {
        long needed = market.needed(weights);
        long missing = needed == RequiredWeight.NEVER ? Long.MAX_VALUE : needed;
        for (int t = 0; t < worth.length && missing > 0; t++) {
            missing -= Math.min(missing, Math.multiplyExact(worth[t], (long) market.sizes[other][t]));
        }
        return missing;
    }

    /**
     * {@return what must be spent in a domain, in millionths; {@link Long#MAX_VALUE} if no offer helps there}
     *
     * @param there the offers whose nodes may stand in it
     */
    long atLeast(int other, List<Integer> there) {
        if (isOutOfReach(other, there)) {
            return Long.MAX_VALUE;
        }
        double missing = missing(other);
        double most = 1;
        for (int offer : there) {
            NodeOffer one = market.offers.get(offer);
            double beyond = (double) market.worth(offer, worth) - (double) one.millionths() * perMillionth;
            if (one.atMost() != NodeOffer.UNLIMITED) {
                missing -= Math.max(0, beyond) * one.atMost();
            } else if (beyond > 0) {
                most = Math.max(most, (double) market.worth(offer, worth) / one.millionths() / perMillionth);
            }
        }
        double cost = missing / perMillionth / most;
        // What doubles have rounded is given back.
        return cost <= 1 ? 0 : Covering.roundedUp((long) Math.ceil(cost * (1 - 1e-12) - 1e-3), prices(there));
    }

    /** Whether pods of one class alone are too many for the nodes that are there, and no offer holds one. */
    private boolean isOutOfReach(int other, List<Integer> there) {
        for (int j = 0; j < weights.length; j++) {
            int podClass = j;
            boolean held = there.stream().anyMatch(offer -> market.max(market.typeOf[offer])[podClass] > 0);
            if (!held) {
                long[] one = new long[weights.length];
                one[j] = 1;
                long places = 0;
                for (int t = 0; t < worth.length; t++) {
                    places += (long) market.max(t)[j] * market.sizes[other][t];
                }
                if (market.needed(one) > places) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@return the numbers of nodes that these bounds leave} */
    Covering covering(boolean rising) {
        int[] most = new int[market.offers.size()];
        usable.forEach(offer -> most[offer] = market.offers.get(offer).atMost());
        List<Integer> all = IntStream.range(0, most.length).boxed().toList();
        Covering covering = new Covering(prices(all), most, rising, meter);
        double[] row = new double[market.offers.size()];
        for (int offer : usable) {
            row[offer] = market.worth(offer, worth);
        }
        covering.require(row, missing(domain));
        return covering;
    }

    private long[] prices(List<Integer> some) {
        return some.stream()
                .mapToLong(offer -> market.offers.get(offer).millionths())
                .toArray();
    }

    /** {@return the offer that holds most for its price, or -1} */
    int worthMost() {
        int found = -1;
        double best = 0;
        for (int offer : usable) {
            double rate = (double) market.worth(offer, worth)
                    / market.offers.get(offer).millionths();
            if (rate > best) {
                best = rate;
                found = offer;
            }
        }
        return found;
    }

    /** {@return numbers of nodes with room for all that is needed, bought node by node in several ways} */
    List<int[]> guesses() {
        GreedyPurchase greedy = new GreedyPurchase(market, domain, usable, meter);
        int[] none = new int[market.offers.size()];
        int[] whole = none.clone();
        for (int offer : usable) {
            whole[offer] =
                    (int) Math.min(used[offer] + 1e-6, market.offers.get(offer).atMost());
        }
        List<int[]> found = new ArrayList<>();
        List<long[]> values = new ArrayList<>(List.of(weights));
        for (int power = 1; power <= 3; power++) {
            values.add(sizes(power));
        }
        for (long[] each : values) {
            for (int[] start : List.of(whole, none)) {
                add(greedy.buy(each, start, false), found);
            }
            add(greedy.buy(each, none, true), found);
        }
        return found;
    }

    /** The share that a pod takes of the largest offer, to a power: the higher, the sooner the large pods go. */
    private long[] sizes(int power) {
        double[] room = new double[market.reduced.resources];
        Arrays.fill(room, 1);
        for (int offer : usable) {
            for (int r = 0; r < room.length; r++) {
                room[r] = Math.max(room[r], market.types.get(market.typeOf[offer]).free[r]);
            }
        }
        long[] sizes = new long[weights.length];
        for (int j = 0; j < sizes.length; j++) {
            double share = 0;
            for (int r = 0; r < room.length; r++) {
                share += market.reduced.request[j][r] / room[r];
            }
            sizes[j] = 1 + (long) (Math.pow(Math.min(1, share / room.length), power) * 1_000_000_000);
        }
        return sizes;
    }

    private static void add(int @Nullable [] numbers, List<int[]> found) {
        if (numbers != null && found.stream().noneMatch(each -> Arrays.equals(each, numbers))) {
            found.add(numbers);
        }
    }
}
