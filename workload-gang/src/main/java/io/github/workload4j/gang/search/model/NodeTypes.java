package io.github.workload4j.gang.search.model;

import java.util.BitSet;
import java.util.List;

/**
 * The node types of a subproblem, and columns over all of them.
 *
 * <p>A column has one number for each type. Columns are not to be changed by the caller, unless it says otherwise.
 */
sealed interface NodeTypes permits UnsplitTypes, SplitTypes {

    /** {@return the types themselves, in an order that never changes} */
    List<NodeType> list();

    /** {@return what is free of each resource on all nodes together, saturated at {@link Long#MAX_VALUE}} */
    long[] total();

    /** {@return the number of nodes of each type, as a new array} */
    int[] sizes();

    /** {@return the array of nodes in which a type is a range} */
    int[] nodes(int type);

    /** {@return where the range of a type ends} */
    int to(int type);

    /** {@return the most pods of each class on one node of a type, given the pods that are fixed on other nodes} */
    int[] max(int type);

    /** {@return a column: the most pods of a class on one node} */
    int[] maxByType(int podClass);

    /** {@return a column: what is free of a resource on one node} */
    long[] freeByType(int resource);

    /**
     * {@return the number of pods of a class that all nodes hold without other pods, were there enough of it;
     * saturated}
     */
    long places(int podClass, int[] maxByType);

    /** {@return the types from the tightest to the loosest, by what is free} */
    Ranking ranking();

    /** {@return the places in a ranking of the types that take a pod of a class} */
    BitSet takers(Ranking ranking, int podClass, int[] maxByType);

    /** {@return whether pods are fixed on any node} */
    boolean hasFixedPods();

    /** Forgets what can be computed again, and returns about how many bytes the types keep. */
    long forget();
}
