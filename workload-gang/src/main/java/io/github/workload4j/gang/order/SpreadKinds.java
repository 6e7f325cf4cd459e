package io.github.workload4j.gang.order;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Spread constraints sorted by what they count, and how. */
final class SpreadKinds {

    private SpreadKinds() {}

    /** All that decides what a constraint counts, but for the classes. */
    private record Counting(
            IntBuffer domainOf,
            List<Boolean> eligible,
            IntBuffer counts,
            List<Boolean> exists,
            boolean minimumIsZero,
            List<Boolean> counted) {}

    /**
     * {@return the constraints of classes that count themselves, those alike together, in order; of constraints that
     * count one class only nothing is returned}
     */
    static List<List<Spread>> of(List<Spread> rules) {
        Map<Counting, List<Spread>> alike = new LinkedHashMap<>();
        for (Spread rule : rules) {
            List<Boolean> counted = boxed(rule.counted());
            if (rule.self() && counted.indexOf(true) < counted.lastIndexOf(true)) {
                Counting counting = new Counting(
                        IntBuffer.wrap(rule.domainOf()),
                        boxed(rule.eligible()),
                        IntBuffer.wrap(rule.counts()),
                        boxed(rule.exists()),
                        rule.minimumIsZero(),
                        counted);
                alike.computeIfAbsent(counting, any -> new ArrayList<>()).add(rule);
            }
        }
        return List.copyOf(alike.values());
    }

    private static List<Boolean> boxed(boolean[] flags) {
        Boolean[] boxed = new Boolean[flags.length];
        Arrays.setAll(boxed, i -> flags[i]);
        return List.of(boxed);
    }
}
