package io.github.workload4j.gang.search.share;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.search.fill.Best;
import io.github.workload4j.gang.search.model.Case;
import io.github.workload4j.gang.search.model.Question;
import io.github.workload4j.gang.search.model.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * From numbers of groups in each domain to an answer: groups get their domains, pods go where the domain's own answer had them, and the other
 * groups are a question about what is left.
 */
final class Sharing {

    /** Of the steps that are left, one part is for the groups that are. */
    private static final int PARTS = 16;

    private final Question question;
    private final WorkMeter steps;
    private final Best best;
    private final DomainRooms rooms;
    private final SubSearch subSearch;

    /** By class, the sort of its group, or -1, and which of the sort the group is. */
    private final int[] sortOf;

    private final int[] placeOf;

    Sharing(Question question, WorkMeter steps, Best best, DomainRooms rooms, SubSearch subSearch) {
        this.subSearch = subSearch;
        this.question = question;
        this.steps = steps;
        this.best = best;
        this.rooms = rooms;
        this.sortOf = new int[question.classes];
        this.placeOf = new int[question.classes];
        Arrays.fill(sortOf, -1);
        for (int t = 0; t < rooms.sorts.size(); t++) {
            int[] sort = rooms.sorts.get(t);
            for (int i = 0; i < sort.length; i++) {
                for (int g = sort[i]; g < question.tree.end[sort[i]]; g++) {
                    for (int j : question.tree.classes[g]) {
                        sortOf[j] = t;
                        placeOf[j] = i;
                    }
                }
            }
        }
    }

    /** Offers answers of a case in which domains are given so many groups. */
    void offer(Case some, List<RoomSum.Given> all) {
        Tree tree = question.tree;
        byte[] state = some.state().clone();
        int[] domain = some.domain().clone();
        for (int[] sort : rooms.sorts) {
            for (int group : sort) {
                Arrays.fill(state, group, tree.end[group], Tree.EMPTY);
            }
        }
        int[] used = new int[rooms.sorts.size()];
        List<Placed> placed = new ArrayList<>();
        for (RoomSum.Given given : all) {
            int[] nodes = rooms.nodesFor(given.index());
            for (Placed pods : given.fit().whole()) {
                int[] sort = rooms.sorts.get(sortOf[pods.podClass()]);
                int place = placeOf[pods.podClass()];
                if (place < given.counts()[sortOf[pods.podClass()]]) {
                    int now = sort[used[sortOf[pods.podClass()]] + place];
                    int podClass = tree.mirrored(pods.podClass(), sort[place], now);
                    placed.add(new Placed(podClass, nodes[pods.node()], pods.count()));
                }
            }
            for (int t = 0; t < used.length; t++) {
                for (int i = 0; i < given.counts()[t]; i++) {
                    int group = rooms.sorts.get(t)[used[t]++];
                    System.arraycopy(some.state(), group, state, group, tree.end[group] - group);
                    state = tree.with(state, group, Tree.PLACED);
                    domain[group] = tree.domainOf[group] == null ? -1 : rooms.domain(given.index());
                }
            }
        }
        Case chosen = new Case(state, domain, some.nodes());
        Packing rest = new RestOfGroups(question, chosen, sortOf).on(placed);
        if (rest != null) {
            PackingAnswer answer = subSearch.answer(rest, steps.part(PARTS));
            if (answer instanceof PackingAnswer.Fits fits) {
                placed.addAll(fits.placed());
            }
        }
        offer(placed);
        if (rest != null && best.pods() == 0) {
            search(chosen);
        }
    }

    private void offer(List<Placed> placed) {
        placed.sort(Comparator.comparingInt(Placed::node).thenComparingInt(Placed::podClass));
        int[] pods = new int[question.classes];
        for (Placed some : placed) {
            pods[some.podClass()] += some.count();
        }
        if (Arrays.stream(pods).sum() > best.pods() && question.tree.succeeds(pods, question.min) && areApart(placed)) {
            best.offer(Placement.of(placed));
        }
    }

    /** Whether conflicts over wider domains hold. */
    private boolean areApart(List<Placed> placed) {
        for (Conflict conflict : question.wide) {
            int[] domainOf = conflict.domainOf();
            BitSet a = new BitSet();
            BitSet b = new BitSet();
            for (Placed some : placed) {
                int domain = domainOf[some.node()];
                boolean isA = some.podClass() == conflict.a();
                if (domain >= 0 && (isA || some.podClass() == conflict.b())) {
                    boolean alone = conflict.a() != conflict.b() || some.count() == 1 && !a.get(domain);
                    if (!alone || (isA ? b : a).get(domain) && conflict.a() != conflict.b()) {
                        return false;
                    }
                    (isA ? a : b).set(domain);
                }
            }
        }
        return true;
    }

    /** Searches on with the domains chosen, for a while: other groups have choices left. */
    private void search(Case chosen) {
        try {
            subSearch.improve(chosen, steps.part(PARTS));
        } catch (WorkMeter.Stopped stopped) {
            // Where it was the part that ended, the search goes on; where it was the whole, this says so again.
            steps.spend(0);
        }
    }
}
