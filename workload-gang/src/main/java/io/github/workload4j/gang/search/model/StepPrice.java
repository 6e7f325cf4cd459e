package io.github.workload4j.gang.search.model;

/**
 * What parts of the search cost in steps of a {@link io.github.workload4j.gang.packing.WorkMeter}.
 *
 * <p>A step is a few dozen machine instructions. So each price is the number of elementary operations, divided by how
 * many of them a step holds: more of them where a plain loop over arrays does the work, fewer where objects are made or
 * hash tables are searched. The divisors are powers of two of about the right size; changing one changes at which point
 * every budget ends, and so the answers that are undetermined.
 *
 * <p>Each part costs at least one step, so that no loop is free.
 */
public final class StepPrice {

    /** Multiplications of a matrix, or comparisons of a column, in one step: loops that a compiler vectorizes. */
    private static final int VECTOR_OPERATIONS = 32;

    /** Entries of the keys' patterns in one step: they are read by index, one here and one there. */
    private static final int INDEXED_OPERATIONS = 16;

    /** Numbers that are loaded, compared and stored one by one in one step. */
    private static final int SCALAR_OPERATIONS = 8;

    /** Visits of a class or group by a bound, or of a count vector by a sum over domains, in one step. */
    private static final int VISITS = 4;

    /** Nodes hashed in one step. */
    private static final int HASHED_NODES = 2;

    /** Steps to pose a question about one domain, whatever its size: its classes and groups are copied. */
    private static final int QUESTION = 200;

    private StepPrice() {}

    /** {@return the price of reducing a packing: every node is compared with every class} */
    public static long ofReduction(int nodes, int classes) {
        return 1 + (long) nodes * classes / VECTOR_OPERATIONS;
    }

    /** {@return the price of a subproblem: nodes are hashed, and types described by class} */
    public static long ofSubproblem(int nodes, int types, int classes) {
        return 1 + nodes / HASHED_NODES + (long) types * classes / SCALAR_OPERATIONS;
    }

    /** {@return the price of adding up what nodes have of each resource} */
    public static long ofAggregates(int nodes, int resources) {
        return 1 + (long) nodes * resources / SCALAR_OPERATIONS;
    }

    /**
     * {@return the price of one simplex iteration: the inverse of the working matrix is carried over, or computed
     * afresh, and every key pattern looked at}
     */
    public static long ofSimplexIteration(int rows, int types, boolean afresh) {
        long passes = afresh ? rows + 3 : 3;
        return 1 + passes * rows * rows / VECTOR_OPERATIONS + (long) types * rows / INDEXED_OPERATIONS;
    }

    /** {@return the price of computing the reduced cost of columns} */
    public static long ofReducedCosts(int columns, int rows) {
        return 1 + (long) columns * rows / VECTOR_OPERATIONS;
    }

    /** {@return the price of looking for the nodes that take a pod, among untouched types and bins} */
    public static long ofFirstFit(int types, int bins) {
        return 1 + (types + bins) / SCALAR_OPERATIONS;
    }

    /** {@return the price of a bound from totals alone: every class and every group is visited} */
    public static long ofTotals(int classes, int groups) {
        return 1 + (classes + groups) / VISITS;
    }

    /** {@return the price of sorting nodes into domains} */
    public static long ofDomains(int nodes) {
        return 1 + nodes / HASHED_NODES;
    }

    /** {@return the price of posing a question about a domain} */
    public static long ofQuestion(int nodes) {
        return QUESTION + nodes;
    }

    /** {@return the price of adding one domain to a sum: every count vector, less each of the domain's own} */
    public static long ofCapacitySum(int vectors, int ownVectors) {
        return 1 + (long) vectors * (1 + ownVectors) / VISITS;
    }

    /** {@return the price of checking minima when some groups are left empty} */
    public static long ofMinima(int classes, int groups) {
        return 1 + classes + groups / SCALAR_OPERATIONS;
    }
}
