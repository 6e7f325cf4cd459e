package io.github.workload4j.gang.search.share;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.search.fill.Best;
import io.github.workload4j.gang.search.model.Case;
import io.github.workload4j.gang.search.model.Question;
import io.github.workload4j.gang.search.model.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Groups that want a domain each, shared out among the domains: bin packing in which groups are the items. Of groups that want none, all nodes
 * are the one domain.
 *
 * <p>Groups of different domains do not meet, so each domain is {@linkplain DomainRoom asked on its own} how many groups of each sort it has
 * room for, and {@link DomainRooms} finds out what all have room for together. Replicas are counted, not named, so that no choice of a rack
 * for each is gone through.
 */
public final class ShareOut {

    private final Question question;
    private final WorkMeter steps;
    private final Best best;
    private final AlikeGroups alike;
    private final SubSearch subSearch;
    private final Set<List<Integer>> tried = new HashSet<>();

    public ShareOut(Question question, WorkMeter steps, Best best, SubSearch subSearch) {
        this.subSearch = subSearch;
        this.question = question;
        this.steps = steps;
        this.best = best;
        this.alike = new AlikeGroups(question);
    }

    /**
     * Finds better answers of a case, if sharing out alone does.
     *
     * @return why the case has no answer better than the best found so far, or null if that is still open
     */
    @Nullable
    public Certificate exhaust(Case some) {
        List<Integer> groups = groups(some);
        List<int[]> sorts = alike.sorted(groups, some.state());
        GroupCounts counts =
                new GroupCounts(sorts.stream().mapToInt(sort -> sort.length).toArray());
        if (groups.isEmpty() || counts.size < 0 || !tried.add(key(some, groups.get(0)))) {
            return null;
        }
        DomainRooms rooms = new DomainRooms(question, steps, sorts, counts, some, subSearch);
        for (RoomSum sum : List.of(new RoomSum(steps, rooms, true), new RoomSum(steps, rooms, false))) {
            offer(some, rooms, sum);
        }
        return rooms.refutation(some, best.target());
    }

    private void offer(Case some, DomainRooms rooms, RoomSum sum) {
        Sharing sharing = new Sharing(question, steps, best, rooms, subSearch);
        int target;
        do {
            target = best.target();
            int chosen = sum.best(some, target);
            if (chosen >= 0) {
                sharing.offer(some, sum.shared(chosen));
            }
        } while (best.target() > target);
    }

    /** The label of a group and the domains around: what has been tried once is not again where more is known of some groups. */
    private List<Integer> key(Case some, int group) {
        List<Integer> key = new ArrayList<>();
        int first = 0;
        while (!Arrays.equals(question.tree.domainOf[first], question.tree.domainOf[group])) {
            first++;
        }
        key.add(first);
        for (int g = around(group); g >= 0; g = around(g)) {
            key.add(g);
            key.add(some.domain()[g]);
        }
        return key;
    }

    private List<Integer> groups(Case some) {
        List<Integer> bound = boundGroups(some);
        return bound.isEmpty() ? freeGroups(some) : bound;
    }

    /**
     * Groups bound to domains of one label in the same domain around them, all of them still open; none if there are no such, or for some of
     * that label a domain is chosen.
     */
    private List<Integer> boundGroups(Case some) {
        Tree tree = question.tree;
        List<Integer> groups = new ArrayList<>();
        for (int g = 1; g < tree.size; g++) {
            boolean open = isBound(some, g) && some.domain()[g] < 0 && !tree.metByNothing[g] && isAroundKnown(some, g);
            if (open && (groups.isEmpty() || isBeside(groups.get(0), g))) {
                groups.add(g);
            }
        }
        for (int g = 1; !groups.isEmpty() && g < tree.size; g++) {
            if (isBound(some, g) && some.domain()[g] >= 0 && isBeside(groups.get(0), g)) {
                return List.of();
            }
        }
        return groups;
    }

    /**
     * Leaves not bound to domains of their own, with the same domain around them, if nothing is known of any and some are alike: for them all
     * nodes are one domain.
     */
    private List<Integer> freeGroups(Case some) {
        Tree tree = question.tree;
        List<Integer> groups = new ArrayList<>();
        for (int g = 1; g < tree.size; g++) {
            if (tree.leaf[g] && tree.domainOf[g] == null && tree.holdsPods(g) && !tree.metByNothing[g]) {
                if (some.state()[g] != Tree.OPEN) {
                    return List.of();
                }
                if (isAroundKnown(some, g) && (groups.isEmpty() || around(groups.get(0)) == around(g))) {
                    groups.add(g);
                }
            }
        }
        boolean any = alike.sorted(groups, some.state()).stream().anyMatch(sort -> sort.length > 1);
        return any ? groups : List.of();
    }

    private boolean isBound(Case some, int group) {
        return question.tree.domainOf[group] != null
                && some.state()[group] != Tree.EMPTY
                && question.tree.holdsPods(group);
    }

    private boolean isBeside(int one, int other) {
        return around(one) == around(other)
                && Arrays.equals(question.tree.domainOf[one], question.tree.domainOf[other]);
    }

    private boolean isAroundKnown(Case some, int group) {
        return around(group) < 0 || some.domain()[around(group)] >= 0;
    }

    /** The innermost group around a group that is bound to a domain, or -1. */
    private int around(int group) {
        int g = question.tree.parent[group];
        while (g >= 0 && question.tree.domainOf[g] == null) {
            g = question.tree.parent[g];
        }
        return g;
    }
}
