package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.gang.order.VolumeRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /** Most kinds times supplies, as bits 64 MB; and most affinities of volumes times nodes. */
    static final long MOST = 1L << 29;

    /** Most volumes of all lists together, of claims that differ in more than their size. */
    static final long LISTED = 1L << 24;

    /** What tells volumes apart: the steps of size in lists of volumes, and how they are reached. */
    private record Told(
            List<Long> steps,
            @Nullable Object affinity,
            @Nullable Object older) {}

    /**
     * Lists of volumes of which each kind is served by those at the beginning.
     *
     * @param byList for each the kinds, by how many these are
     * @param order the lists in the order in which they were met
     */
    private record Lists(
            Map<List<PersistentVolume>, TreeMap<Integer, List<Integer>>> byList, List<List<PersistentVolume>> order) {

        /** {@return the lists of some kinds, or of so many that they have more than {@link #LISTED} volumes} */
        static Lists of(VolumeReach reach, List<ClaimKind> kinds, Function<ClaimKind, PodClaim> sample) {
            Lists lists = new Lists(new IdentityHashMap<>(), new ArrayList<>());
            long listed = 0;
            for (int k = 0; k < kinds.size() && listed <= LISTED; k++) {
                if (kinds.get(k) != ClaimKind.TOGETHER) {
                    PodClaim use = sample.apply(kinds.get(k));
                    List<PersistentVolume> serving = reach.serving(use);
                    List<PersistentVolume> list = reach.shelved(use, serving);
                    listed += lists.byList.containsKey(list) ? 0 : list.size();
                    lists.ofSize(list)
                            .computeIfAbsent(serving.size(), size -> new ArrayList<>())
                            .add(k);
                }
            }
            return lists;
        }

        private TreeMap<Integer, List<Integer>> ofSize(List<PersistentVolume> list) {
            return byList.computeIfAbsent(list, each -> {
                order.add(each);
                return new TreeMap<>();
            });
        }

        boolean isTooLong() {
            return order.stream().mapToLong(List::size).sum() > LISTED;
        }

        Map<Told, List<PersistentVolume>> alike() {
            Map<String, PersistentVolume> byName = new TreeMap<>();
            Map<String, List<Long>> steps = new HashMap<>();
            for (int l = 0; l < order.size(); l++) {
                int at = 0;
                Long step = (long) l << 32;
                for (int size : ofSize(order.get(l)).keySet()) {
                    for (; at < size; at++) {
                        PersistentVolume volume = order.get(l).get(at);
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
            return alike;
        }
    }

    /** {@return what there is too much of to be written down, in words; empty if nothing} */
    static String tooMany(VolumeReach reach, List<ClaimKind> kinds, Function<ClaimKind, PodClaim> sample) {
        Lists lists = Lists.of(reach, kinds, sample);
        if (lists.isTooLong()) {
            return text(LISTED, "volumes to look at, those of each selector");
        }
        Set<Told> supplies = lists.alike().keySet();
        if ((long) kinds.size() * supplies.size() > MOST) {
            return text(MOST, "pairs of claims and volumes to look at, alike ones counted once; fewer sizes may help");
        }
        long affinities = supplies.stream().map(Told::affinity).distinct().count();
        return affinities * reach.everywhere().length > MOST >> 6
                ? text(MOST, "nodes to look at, those of each node affinity of volumes")
                : "";
    }

    private static String text(long limit, String what) {
        return String.format(Locale.ROOT, "the claims of volumes have more than %,d %s", limit, what);
    }

    static Supplies of(VolumeReach reach, List<ClaimKind> kinds, Function<ClaimKind, PodClaim> sample) {
        Lists lists = Lists.of(reach, kinds, sample);
        List<VolumeRule.Supply> supplies = new ArrayList<>();
        List<List<String>> names = new ArrayList<>();
        Map<Long, List<Integer>> ofStep = new HashMap<>();
        lists.alike().forEach((told, some) -> {
            told.steps()
                    .forEach(step ->
                            ofStep.computeIfAbsent(step, s -> new ArrayList<>()).add(supplies.size()));
            supplies.add(new VolumeRule.Supply(reach.giving(some.get(0)), some.size()));
            names.add(some.stream().map(volume -> volume.metadata().name()).toList());
        });
        List<long[]> ofKind = new ArrayList<>(Collections.nCopies(kinds.size(), new long[supplies.size() + 63 >> 6]));
        for (int l = 0; l < lists.order().size(); l++) {
            long[] found = new long[supplies.size() + 63 >> 6];
            long step = (long) l << 32;
            for (List<Integer> some : lists.ofSize(lists.order().get(l)).values()) {
                long[] more = found.clone();
                ofStep.getOrDefault(step++, List.of()).forEach(s -> more[s >> 6] |= 1L << (s & 63));
                some.forEach(kind -> ofKind.set(kind, more));
                found = more;
            }
        }
        return new Supplies(supplies, names, ofKind);
    }
}
