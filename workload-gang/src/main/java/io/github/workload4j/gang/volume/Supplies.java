package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.gang.order.VolumeRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The volumes that serve claims of some kinds, those that are alike together. Costs a look at each volume for the kinds
 * that differ in size alone, not for each of these; and kinds times supplies, by 64.
 *
 * @param supplies volumes that are alike, by the name of the first
 * @param names for each the names of its volumes, in order
 * @param ofKind for each kind those that serve it, as bits; kinds that the same ones serve may share these
 */
record Supplies(List<VolumeRule.Supply> supplies, List<List<String>> names, List<long[]> ofKind) {

    /** What tells volumes apart: the steps of size in lists of volumes, and how they are reached. */
    private record Told(
            List<Long> steps,
            @Nullable Object affinity,
            @Nullable Object older) {}

    static Supplies of(VolumeReach reach, List<ClaimKind> kinds, Function<ClaimKind, PodClaim> sample) {
        // Lists of volumes of which each kind is served by those at the beginning: the kinds, by how many these are.
        Map<List<PersistentVolume>, TreeMap<Integer, List<Integer>>> byList = new IdentityHashMap<>();
        List<List<PersistentVolume>> lists = new ArrayList<>();
        for (int k = 0; k < kinds.size(); k++) {
            if (kinds.get(k) != ClaimKind.TOGETHER) {
                PodClaim use = sample.apply(kinds.get(k));
                List<PersistentVolume> serving = reach.serving(use);
                byList.computeIfAbsent(reach.shelved(use, serving), list -> {
                            lists.add(list);
                            return new TreeMap<>();
                        })
                        .computeIfAbsent(serving.size(), size -> new ArrayList<>())
                        .add(k);
            }
        }
        Map<String, PersistentVolume> byName = new TreeMap<>();
        Map<String, List<Long>> steps = new HashMap<>();
        for (int l = 0; l < lists.size(); l++) {
            int at = 0;
            long step = (long) l << 32;
            for (int size : byList.getOrDefault(lists.get(l), new TreeMap<>()).keySet()) {
                for (; at < size; at++) {
                    PersistentVolume volume = lists.get(l).get(at);
                    byName.put(volume.metadata().name(), volume);
                    steps.computeIfAbsent(volume.metadata().name(), v -> new ArrayList<>(1))
                            .add(step);
                }
                step++;
            }
        }
        Map<Told, List<PersistentVolume>> alike = new LinkedHashMap<>();
        byName.forEach((name, volume) -> alike.computeIfAbsent(
                        new Told(
                                steps.getOrDefault(name, List.of()),
                                volume.spec().nodeAffinity(),
                                OlderVolume.of(volume)),
                        told -> new ArrayList<>())
                .add(volume));
        List<VolumeRule.Supply> supplies = new ArrayList<>();
        List<List<String>> names = new ArrayList<>();
        Map<Long, List<Integer>> ofStep = new HashMap<>();
        alike.forEach((told, some) -> {
            told.steps()
                    .forEach(step ->
                            ofStep.computeIfAbsent(step, s -> new ArrayList<>()).add(supplies.size()));
            supplies.add(new VolumeRule.Supply(reach.giving(some.get(0)), some.size()));
            names.add(some.stream().map(volume -> volume.metadata().name()).toList());
        });
        List<long[]> ofKind = new ArrayList<>(Collections.nCopies(kinds.size(), new long[supplies.size() + 63 >> 6]));
        for (int l = 0; l < lists.size(); l++) {
            long[] found = new long[supplies.size() + 63 >> 6];
            long step = (long) l << 32;
            for (List<Integer> some :
                    byList.getOrDefault(lists.get(l), new TreeMap<>()).values()) {
                long[] more = found.clone();
                ofStep.getOrDefault(step++, List.of()).forEach(s -> more[s >> 6] |= 1L << (s & 63));
                some.forEach(kind -> ofKind.set(kind, more));
                found = more;
            }
        }
        return new Supplies(supplies, names, ofKind);
    }
}
