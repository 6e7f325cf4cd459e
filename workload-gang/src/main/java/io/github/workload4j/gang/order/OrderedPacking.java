package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Packing;
import java.util.List;

/**
 * A packing with rules whose order matters on top. Without them it is the relaxed question: what does not fit there
 * does not fit here.
 *
 * @param relaxed the question without the ordered rules
 * @param attractions affinities
 * @param spreads spread constraints
 */
public record OrderedPacking(Packing relaxed, List<Attraction> attractions, List<Spread> spreads) {

    /** Copies the lists. */
    public OrderedPacking {
        attractions = List.copyOf(attractions);
        spreads = List.copyOf(spreads);
    }

    /** {@return whether there is an ordered rule} */
    public boolean isOrdered() {
        return !attractions.isEmpty() || !spreads.isEmpty();
    }
}
