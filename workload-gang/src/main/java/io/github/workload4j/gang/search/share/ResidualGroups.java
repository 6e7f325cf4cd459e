package io.github.workload4j.gang.search.share;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.search.model.Case;
import io.github.workload4j.gang.search.model.PackingTree;
import io.github.workload4j.gang.search.model.ReducedPacking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question about the groups that remain once some have their pods. Its answer and theirs together answer the whole
 * question.
 */
final class ResidualGroups {

    private final ReducedPacking reduced;
    private final Case chosen;

    /** By class, not negative if its group has its pods or could have had them. */
    private final int[] settled;

    private boolean any;

    ResidualGroups(ReducedPacking reduced, Case chosen, int[] settled) {
        this.reduced = reduced;
        this.chosen = chosen;
        this.settled = settled;
    }

    /** {@return the question beside the given pods, or null if there are no other groups} */
    @Nullable
    Packing on(List<Placed> placed) {
        PackingGroup root = rest(0);
        if (root == null || !any) {
            return null;
        }
        Packing whole = reduced.packing;
        long[][] free = new long[reduced.resources][];
        for (int r = 0; r < free.length; r++) {
            free[r] = whole.nodes().column(r).clone();
            for (Placed pods : placed) {
                free[r][pods.node()] -=
                        pods.count() * whole.classes().get(pods.podClass()).request()[r];
            }
        }
        List<PodClass> classes = new ArrayList<>();
        for (int j = 0; j < reduced.classes; j++) {
            classes.add(settled[j] >= 0 ? whole.classes().get(j) : keptOut(j, placed));
        }
        return new Packing(PackingNodes.of(reduced.nodes, free), classes, whole.conflicts(), root);
    }

    /** A group without the settled ones, which count as placed; null if nothing is left of it. */
    private @Nullable PackingGroup rest(int group) {
        PackingTree tree = reduced.tree;
        PackingGroup it = tree.groups.get(group);
        if (chosen.state()[group] == PackingTree.EMPTY || isSettled(group)) {
            return null;
        }
        any |= !it.classes().isEmpty();
        int needed = it.minimum();
        List<PackingGroup> children = new ArrayList<>();
        for (int child : tree.children[group]) {
            PackingGroup rest = rest(child);
            if (rest != null) {
                children.add(rest);
            } else if (chosen.state()[child] == PackingTree.PLACED) {
                needed--;
            }
        }
        int[] domainOf = it.domainOf();
        int domain = chosen.domain()[group];
        if (domainOf != null && domain >= 0) {
            domainOf = Arrays.stream(domainOf).map(d -> d == domain ? d : -1).toArray();
        }
        return new PackingGroup(needed, it.classes(), children, domainOf);
    }

    private boolean isSettled(int group) {
        for (int g = group; g < reduced.tree.end[group]; g++) {
            for (int j : reduced.tree.classes[g]) {
                if (settled[j] < 0) {
                    return false;
                }
            }
        }
        return reduced.tree.holdsPods(group);
    }

    /** A class that avoids the pods it is in conflict with. */
    private PodClass keptOut(int j, List<Placed> placed) {
        PodClass it = reduced.packing.classes().get(j);
        long[] eligible = null;
        for (Conflict conflict : reduced.packing.conflicts()) {
            int other = conflict.a() == j ? conflict.b() : conflict.b() == j ? conflict.a() : -1;
            if (other >= 0 && settled[other] >= 0) {
                if (eligible == null) {
                    eligible = everywhere(it);
                }
                for (Placed pods : placed) {
                    for (int n = 0; pods.podClass() == other && n < reduced.nodes; n++) {
                        boolean near = conflict.domainOf() == null
                                ? n == pods.node()
                                : conflict.domainOf()[n] >= 0
                                        && conflict.domainOf()[n] == conflict.domainOf()[pods.node()];
                        eligible[n >> 6] &= near ? ~(1L << n) : -1;
                    }
                }
            }
        }
        return eligible == null ? it : new PodClass(it.request(), it.count(), eligible, it.maxPerNode(), it.min());
    }

    private long[] everywhere(PodClass it) {
        long[] eligible = it.eligible();
        if (eligible != null) {
            return eligible.clone();
        }
        long[] all = new long[reduced.nodes + 63 >> 6];
        Arrays.fill(all, -1);
        return all;
    }
}
