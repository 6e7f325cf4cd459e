package io.github.workload4j.gang.search.model;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Small questions with one resource, written in one line. */
public final class Questions {

    private Questions() {}

    /** {@return one leaf of all classes} */
    public static Packing leaf(int minimum, long[] free, PodClass... classes) {
        Integer[] all = IntStream.range(0, classes.length).boxed().toArray(Integer[]::new);
        return of(free, List.of(), PackingGroup.leaf(minimum, all), classes);
    }

    /** {@return any question about nodes with one resource} */
    public static Packing of(long[] free, List<Conflict> conflicts, PackingGroup root, PodClass... classes) {
        return new Packing(PackingNodes.of(free.length, free), Arrays.asList(classes), conflicts, root);
    }

    /** {@return a question as a subproblem, nothing chosen} */
    public static Subproblem whole(Packing packing) {
        ReducedPacking reduced = new ReducedPacking(packing);
        return Subproblem.of(reduced, Case.start(reduced));
    }
}
