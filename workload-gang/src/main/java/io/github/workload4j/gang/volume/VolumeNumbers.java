package io.github.workload4j.gang.volume;

import io.github.workload4j.gang.order.AttachLimit;
import io.github.workload4j.gang.order.VolumeRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns what volumes say about several pods into numbers. */
final class VolumeNumbers {

    private final QuestionVolumes volumes;
    private final List<VolumeSignature> classes;
    private final boolean all;
    private final Map<ClaimKind, Integer> kinds = new LinkedHashMap<>();
    private final Map<String, Integer> shared = new LinkedHashMap<>();
    private final List<Integer> sharedKinds = new ArrayList<>();

    private VolumeNumbers(QuestionVolumes volumes, List<VolumeSignature> classes, boolean all) {
        this.volumes = volumes;
        this.all = all;
        this.classes = classes;
    }

    /**
     * A rule, and what its numbers are called.
     *
     * @param rule the rule
     * @param kinds names of the kinds
     * @param shared names of the shared claims, as namespace and name
     * @param supplies for each supply the names of its volumes
     * @param words the kinds in words
     * @param drivers names of the drivers of the limits
     */
    record Named(
            VolumeRule rule,
            List<ClaimKind> kinds,
            List<String> shared,
            List<List<String>> supplies,
            List<String> words,
            List<String> drivers) {}

    /** {@return what volumes say about pods of these classes together, or null if that is nothing} */
    static @Nullable Named of(QuestionVolumes volumes, List<VolumeSignature> classes) {
        return new VolumeNumbers(volumes, classes, false).named();
    }

    /** {@return all kinds of claims of pods of these classes, also those that hinder nobody} */
    static Named all(QuestionVolumes volumes, List<VolumeSignature> classes) {
        VolumeNumbers numbers = new VolumeNumbers(volumes, classes, true);
        return numbers.named(numbers.own(), numbers.together(), List.of());
    }

    /** {@return what these claims have too much of to be looked at, in words; empty if nothing} */
    static String tooMany(QuestionVolumes volumes, List<VolumeSignature> classes) {
        VolumeNumbers numbers = new VolumeNumbers(volumes, classes, true);
        numbers.own();
        numbers.together();
        return volumes.reach().tooMany(List.copyOf(numbers.kinds.keySet()), volumes::sample);
    }

    private @Nullable Named named() {
        int[][] own = own();
        int[][] together = together();
        List<AttachLimit> limits = limits();
        return kinds.isEmpty() && limits.isEmpty() ? null : named(own, together, limits);
    }

    private int[][] own() {
        int[][] own = new int[classes.size()][];
        for (int c = 0; c < own.length; c++) {
            VolumeSignature.Parts parts = classes.get(c).parts();
            own[c] = parts.refused() != null
                    ? new int[0]
                    : parts.open().stream()
                            .filter(kind -> all || !isMadeEverywhere(kind))
                            .mapToInt(this::number)
                            .toArray();
        }
        return own;
    }

    private int[][] together() {
        int[][] together = new int[classes.size()][];
        for (int c = 0; c < together.length; c++) {
            VolumeSignature.Parts parts = classes.get(c).parts();
            together[c] = parts.refused() != null
                    ? new int[0]
                    : parts.shared().stream().mapToInt(this::claim).toArray();
        }
        return together;
    }

    private Named named(int[][] own, int[][] together, List<AttachLimit> limits) {
        List<ClaimKind> numbered = List.copyOf(kinds.keySet());
        Supplies supplies = volumes.reach().supplies(numbered, volumes::sample);
        List<VolumeRule.Kind> ofKind = new ArrayList<>();
        for (int k = 0; k < numbered.size(); k++) {
            ofKind.add(new VolumeRule.Kind(supplies.ofKind().get(k), making(numbered.get(k))));
        }
        VolumeRule rule = new VolumeRule(
                supplies.supplies(),
                ofKind,
                own,
                together,
                sharedKinds.stream().mapToInt(k -> k).toArray(),
                madeWith(),
                limits);
        return new Named(
                rule,
                numbered,
                List.copyOf(shared.keySet()),
                supplies.names(),
                numbered.stream().map(ClaimKind::words).toList(),
                limits.isEmpty() ? List.of() : List.copyOf(drivers()));
    }

    private int[] madeWith() {
        return shared.keySet().stream()
                .mapToInt(name -> shared.get(name.replace(QuestionVolumes.AGAIN, "")))
                .toArray();
    }

    private long[] making(ClaimKind kind) {
        return kind == ClaimKind.TOGETHER
                ? volumes.reach().everywhere()
                : volumes.reach().making(volumes.sample(kind), kind);
    }

    private boolean isMadeEverywhere(ClaimKind kind) {
        return Arrays.equals(making(kind), volumes.reach().everywhere());
    }

    private int number(ClaimKind kind) {
        return kinds.computeIfAbsent(kind, k -> kinds.size());
    }

    private int claim(String qualified) {
        Integer known = shared.get(qualified);
        if (known == null) {
            known = shared.size();
            shared.put(qualified, known);
            sharedKinds.add(number(
                    qualified.startsWith(QuestionVolumes.TOGETHER)
                            ? ClaimKind.TOGETHER
                            : volumes.shared(qualified).kind()));
        }
        return known;
    }

    private TreeSet<String> drivers() {
        TreeSet<String> drivers = new TreeSet<>();
        for (VolumeSignature each : classes) {
            drivers.addAll(each.parts().fresh().keySet());
            each.parts().keys().forEach(key -> drivers.add(key.driver()));
        }
        return drivers;
    }

    private List<AttachLimit> limits() {
        List<AttachLimit> limits = new ArrayList<>();
        for (String driver : drivers()) {
            limits.add(limit(driver));
        }
        return limits;
    }

    private AttachLimit limit(String driver) {
        Attached attached = volumes.attached();
        int nodes = volumes.view().nodes();
        Attached.Counts counts = attached.counts(driver);
        Map<VolumeKey, Integer> keys = new LinkedHashMap<>();
        int[] fresh = new int[classes.size()];
        int[][] keysOf = new int[classes.size()][];
        for (int c = 0; c < fresh.length; c++) {
            VolumeSignature.Parts parts = classes.get(c).parts();
            fresh[c] = parts.fresh().getOrDefault(driver, 0);
            keysOf[c] = parts.keys().stream()
                    .filter(key -> key.driver().equals(driver))
                    .mapToInt(key -> keys.computeIfAbsent(key, k -> keys.size()))
                    .toArray();
        }
        long[][] used = new long[keys.size()][nodes + 63 >> 6];
        long[][] lingering = new long[keys.size()][nodes + 63 >> 6];
        keys.forEach((key, number) -> {
            for (int n = 0; n < nodes; n++) {
                used[number][n >> 6] |= attached.isUsed(key, n) ? 1L << (n & 63) : 0;
                lingering[number][n >> 6] |= attached.lingers(key, n) ? 1L << (n & 63) : 0;
            }
        });
        return new AttachLimit(counts.most(), counts.there(), fresh, keysOf, used, lingering);
    }
}
