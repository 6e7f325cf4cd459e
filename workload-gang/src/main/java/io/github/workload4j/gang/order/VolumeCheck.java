package io.github.workload4j.gang.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks the volumes of pods placed in a given order. Counts by itself: every claim that needs a volume looks for one,
 * and takes it from another that finds one elsewhere. Costs nodes times supplies, and claims times supplies, by 64, for
 * each claim that finds none at once.
 */
final class VolumeCheck {

    private final VolumeRule rule;
    private final List<Step> steps;

    /** For a node the supplies that reach it. */
    private final Map<Integer, BitSet> reaching = new HashMap<>();

    /** For a claim the supply that it has one of. */
    private final Map<Integer, Integer> has = new HashMap<>();

    private VolumeCheck(VolumeRule rule, List<Step> steps) {
        this.rule = rule;
        this.steps = steps;
    }

    /** {@return the first step that brings too many volumes to a node, the last one if claims are left; or -1} */
    static int firstWrong(VolumeRule rule, List<Step> steps) {
        VolumeCheck check = new VolumeCheck(rule, steps);
        int tooMany = check.firstTooMany();
        return tooMany >= 0 ? tooMany : check.allHaveVolumes() ? -1 : steps.size() - 1;
    }

    private int firstTooMany() {
        for (AttachLimit limit : rule.limits()) {
            Map<Integer, Integer> fresh = new HashMap<>();
            Map<Integer, Set<Integer>> brought = new HashMap<>();
            for (int i = 0; i < steps.size(); i++) {
                int c = steps.get(i).podClass();
                int node = steps.get(i).node();
                Set<Integer> here = brought.computeIfAbsent(node, n -> new HashSet<>());
                int anew = limit.fresh()[c];
                for (int key : limit.keys()[c]) {
                    anew += !limit.isUsed(key, node) && !here.contains(key) ? 1 : 0;
                }
                long attached = limit.there()[node] + fresh.getOrDefault(node, 0);
                for (int key : here) {
                    attached += limit.isUsed(key, node) || limit.lingers(key, node) ? 0 : 1;
                }
                if (anew > 0 && attached + anew > limit.most()[node]) {
                    return i;
                }
                fresh.merge(node, limit.fresh()[c], Integer::sum);
                for (int key : limit.keys()[c]) {
                    here.add(key);
                }
            }
        }
        return -1;
    }

    private boolean allHaveVolumes() {
        List<BitSet> wants = new ArrayList<>();
        Map<Integer, Set<Integer>> nodesOf = new HashMap<>();
        for (Step step : steps) {
            for (int kind : rule.own()[step.podClass()]) {
                if (!rule.kinds().get(kind).isMade(step.node())) {
                    wants.add(volumes(rule.kinds().get(kind), Set.of(step.node())));
                }
            }
            for (int claim : rule.shared()[step.podClass()]) {
                nodesOf.computeIfAbsent(claim, c -> new TreeSet<>()).add(step.node());
            }
        }
        nodesOf.forEach((claim, nodes) -> {
            VolumeRule.Kind kind = rule.kinds().get(rule.sharedKinds()[claim]);
            Set<Integer> all = nodesOf.getOrDefault(rule.madeWith()[claim], nodes);
            if (all.size() > 1 || !kind.isMade(nodes.iterator().next())) {
                wants.add(volumes(kind, nodes));
            }
        });
        // Who has the fewest to choose from comes first, so that few have to change.
        wants.sort(Comparator.comparingInt(BitSet::cardinality));
        List<List<Integer>> owners = new ArrayList<>();
        rule.supplies().forEach(supply -> owners.add(new ArrayList<>()));
        for (int want = 0; want < wants.size(); want++) {
            if (!give(want, wants, owners)) {
                return false;
            }
        }
        return true;
    }

    /** {@return the supplies of a kind that reach all these nodes} */
    private BitSet volumes(VolumeRule.Kind kind, Set<Integer> nodes) {
        BitSet found = BitSet.valueOf(kind.supplies());
        nodes.forEach(node -> found.and(reaching.computeIfAbsent(node, n -> {
            BitSet all = new BitSet();
            for (int s = 0; s < rule.supplies().size(); s++) {
                all.set(s, rule.supplies().get(s).reaches(n));
            }
            return all;
        })));
        return found;
    }

    /** Looks, want by want, for a volume that is left, and takes those on the way there from who has them. */
    private boolean give(int first, List<BitSet> wants, List<List<Integer>> owners) {
        Map<Integer, Integer> askedBy = new HashMap<>();
        BitSet asked = new BitSet();
        Deque<Integer> next = new ArrayDeque<>();
        BitSet met = new BitSet();
        met.set(first);
        for (Integer want = first; want != null; want = next.poll()) {
            BitSet volumes = (BitSet) wants.get(want).clone();
            volumes.andNot(asked);
            asked.or(volumes);
            for (int s = volumes.nextSetBit(0); s >= 0; s = volumes.nextSetBit(s + 1)) {
                askedBy.put(s, want);
                if (owners.get(s).size() < rule.supplies().get(s).count()) {
                    hand(s, first, askedBy, owners);
                    return true;
                }
                for (int owner : owners.get(s)) {
                    if (!met.get(owner)) {
                        met.set(owner);
                        next.add(owner);
                    }
                }
            }
        }
        return false;
    }

    private void hand(int left, int first, Map<Integer, Integer> askedBy, List<List<Integer>> owners) {
        int supply = left;
        while (true) {
            Integer want = askedBy.get(supply);
            owners.get(supply).add(want);
            Integer before = has.put(want, supply);
            if (want == first || before == null) {
                return;
            }
            owners.get(before).remove(want);
            supply = before;
        }
    }
}
