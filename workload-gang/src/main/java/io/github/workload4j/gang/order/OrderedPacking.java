package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Packing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A packing with rules whose order matters on top. Without them it is the relaxed question: what does not fit there
 * does not fit here.
 *
 * @param relaxed the question without the ordered rules
 * @param attractions affinities
 * @param spreads spread constraints
 * @param volumes what volumes say that the relaxed question does not, or null
 */
public record OrderedPacking(
        Packing relaxed,
        List<Attraction> attractions,
        List<Spread> spreads,
        @Nullable VolumeRule volumes) {

    public OrderedPacking {
        attractions = List.copyOf(attractions);
        spreads = List.copyOf(spreads);
    }

    /** Makes a question without volumes. */
    public OrderedPacking(Packing relaxed, List<Attraction> attractions, List<Spread> spreads) {
        this(relaxed, attractions, spreads, null);
    }

    /** {@return whether there is an ordered rule} */
    public boolean isOrdered() {
        return !attractions.isEmpty() || !spreads.isEmpty() || volumes != null;
    }
}
