package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

/**
 * None of some nodes holds more than {@code limit} pods of a class, or one of them does; and since nothing tells the nodes apart, it may
 * as well be the first.
 *
 * @param podClass index of the class
 * @param nodes nodes of which no rule of the question, nor any case above, tells one from another
 * @param limit 0 or more
 * @param none why it cannot be that each holds {@code limit} or fewer
 * @param one why it cannot be that the first holds {@code limit + 1} or more
 */
public record NoneOrOne(int podClass, NodeSet nodes, int limit, Certificate none, Certificate one)
        implements Certificate {

    /** Checks presence. */
    public NoneOrOne {
        requireNonNull(nodes, "nodes");
        requireNonNull(none, "none");
        requireNonNull(one, "one");
    }

    @Override
    public int leaves() {
        return none.leaves() + one.leaves();
    }
}
