package io.github.workload4j.gang.search.lp;

import io.github.workload4j.gang.search.model.PackingTree;
import io.github.workload4j.gang.search.model.ReducedPacking;
import java.util.ArrayList;
import java.util.List;

/**
 * A minimum known to apply, seen from the other side: how many pods of some classes may be left out.
 *
 * @param leaf the group whose classes are meant, or -1 if it is a single class
 * @param podClass the class, or -1
 * @param mayLeaveOut the number of pods
 */
record LeftOutLimit(PackingTree tree, int leaf, int podClass, int mayLeaveOut) {

    boolean concerns(int j) {
        return j == podClass || leaf >= 0 && tree.leafOf[j] == leaf;
    }

    /** {@return the minima of the placed leaves and of their classes, except those that require nothing} */
    static List<LeftOutLimit> of(ReducedPacking reduced, byte[] state) {
        PackingTree tree = reduced.tree;
        List<LeftOutLimit> all = new ArrayList<>();
        for (int g = 0; g < tree.size; g++) {
            if (tree.leaf[g] && state[g] == PackingTree.PLACED) {
                int pods = 0;
                for (int j : tree.classes[g]) {
                    pods += reduced.count[j];
                    if (reduced.min[j] > 0) {
                        all.add(new LeftOutLimit(tree, -1, j, reduced.count[j] - reduced.min[j]));
                    }
                }
                if (tree.minimum[g] > 1 && g > 0) {
                    all.add(new LeftOutLimit(tree, g, -1, pods - tree.minimum[g]));
                }
            }
        }
        return all;
    }
}
