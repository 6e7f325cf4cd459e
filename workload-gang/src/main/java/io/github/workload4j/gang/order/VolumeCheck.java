package io.github.workload4j.gang.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks the volumes of pods placed in a given order. Counts by itself: every volume that exists is one, every claim
 * that needs one looks for it. Costs claims times volumes times claims at most.
 */
final class VolumeCheck {

    private final VolumeRule rule;
    private final List<Step> steps;

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
        List<Set<Integer>> wants = new ArrayList<>();
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
        int[] owner = new int
                [rule.supplies().stream().mapToInt(VolumeRule.Supply::count).sum()];
        Arrays.fill(owner, -1);
        for (int want = 0; want < wants.size(); want++) {
            if (!give(want, wants, owner, new HashSet<>())) {
                return false;
            }
        }
        return true;
    }

    /** {@return the volumes of a kind that reach all these nodes, one by one} */
    private Set<Integer> volumes(VolumeRule.Kind kind, Set<Integer> nodes) {
        Set<Integer> volumes = new TreeSet<>();
        int first = 0;
        for (int s = 0; s < rule.supplies().size(); s++) {
            VolumeRule.Supply supply = rule.supplies().get(s);
            int number = s;
            boolean serves = Arrays.stream(kind.supplies()).anyMatch(each -> each == number);
            if (serves && nodes.stream().allMatch(supply::reaches)) {
                for (int i = 0; i < supply.count(); i++) {
                    volumes.add(first + i);
                }
            }
            first += supply.count();
        }
        return volumes;
    }

    private static boolean give(int want, List<Set<Integer>> wants, int[] owner, Set<Integer> asked) {
        for (int volume : wants.get(want)) {
            if (asked.add(volume) && (owner[volume] < 0 || give(owner[volume], wants, owner, asked))) {
                owner[volume] = want;
                return true;
            }
        }
        return false;
    }
}
