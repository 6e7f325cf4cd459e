package io.github.workload4j.client;

import io.github.workload4j.api.core.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Amounts, of which a cluster has few different ones: each is read once, as long as there are not too many. */
final class Quantities {

    private static final int MOST = 10_000;

    private final Map<io.kubernetes.client.custom.Quantity, Quantity> known = new ConcurrentHashMap<>();

    Map<String, Quantity> of(@Nullable Map<String, io.kubernetes.client.custom.Quantity> amounts) {
        if (amounts == null || amounts.isEmpty()) {
            return Map.of();
        }
        Map<String, Quantity> read = new LinkedHashMap<>();
        amounts.forEach((resource, amount) -> read.put(resource, of(amount)));
        return read;
    }

    private Quantity of(io.kubernetes.client.custom.Quantity amount) {
        Quantity there = known.get(amount);
        if (there == null) {
            there = Quantity.parse(amount.toSuffixedString());
            if (known.size() < MOST) {
                known.put(amount, there);
            }
        }
        return there;
    }
}
