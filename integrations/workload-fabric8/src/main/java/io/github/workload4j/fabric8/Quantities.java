package io.github.workload4j.fabric8;

import io.github.workload4j.api.core.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Amounts, of which a cluster has few different ones: each is read once, as long as there are not too many. */
final class Quantities {

    private static final int MOST = 10_000;

    private final Map<String, Quantity> known = new ConcurrentHashMap<>();

    Map<String, Quantity> of(@Nullable Map<String, io.fabric8.kubernetes.api.model.Quantity> amounts) {
        if (amounts == null || amounts.isEmpty()) {
            return Map.of();
        }
        Map<String, Quantity> read = new LinkedHashMap<>();
        amounts.forEach((resource, amount) -> read.put(resource, of(amount.toString())));
        return read;
    }

    private Quantity of(String text) {
        Quantity there = known.get(text);
        if (there == null) {
            there = Quantity.parse(text);
            if (known.size() < MOST) {
                known.put(text, there);
            }
        }
        return there;
    }
}
