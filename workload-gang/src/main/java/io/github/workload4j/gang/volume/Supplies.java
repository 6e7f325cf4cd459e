package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.gang.order.VolumeRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The volumes that serve claims of some kinds, those that are alike together.
 *
 * @param supplies volumes that are alike
 * @param names for each the names of its volumes, in order
 * @param ofKind for each kind the numbers of those that serve it, in order
 */
record Supplies(List<VolumeRule.Supply> supplies, List<List<String>> names, List<int[]> ofKind) {

    /** What tells volumes apart. */
    private record Told(
            List<Integer> kinds,
            @Nullable Object affinity,
            @Nullable Object older) {}

    static Supplies of(VolumeReach reach, List<ClaimKind> kinds, Function<ClaimKind, PodClaim> sample) {
        Map<String, PersistentVolume> byName = new TreeMap<>();
        Map<String, List<Integer>> servedBy = new TreeMap<>();
        for (int k = 0; k < kinds.size(); k++) {
            for (PersistentVolume volume : kinds.get(k) == ClaimKind.TOGETHER
                    ? List.<PersistentVolume>of()
                    : reach.serving(sample.apply(kinds.get(k)))) {
                String name = volume.metadata().name();
                byName.put(name, volume);
                servedBy.computeIfAbsent(name, v -> new ArrayList<>()).add(k);
            }
        }
        Map<Told, List<PersistentVolume>> alike = new LinkedHashMap<>();
        servedBy.forEach((name, of) -> {
            PersistentVolume volume = byName.get(name);
            alike.computeIfAbsent(
                            new Told(of, volume.spec().nodeAffinity(), OlderVolume.of(volume)), s -> new ArrayList<>())
                    .add(volume);
        });
        List<VolumeRule.Supply> supplies = new ArrayList<>();
        List<List<String>> names = new ArrayList<>();
        List<List<Integer>> ofKind = new ArrayList<>();
        kinds.forEach(kind -> ofKind.add(new ArrayList<>()));
        alike.forEach((told, some) -> {
            told.kinds().forEach(kind -> ofKind.get(kind).add(supplies.size()));
            PersistentVolume first = some.get(0);
            supplies.add(new VolumeRule.Supply(reach.giving(first), some.size()));
            names.add(some.stream().map(volume -> volume.metadata().name()).toList());
        });
        return new Supplies(
                supplies,
                names,
                ofKind.stream()
                        .map(some -> some.stream().mapToInt(s -> s).toArray())
                        .toList());
    }
}
