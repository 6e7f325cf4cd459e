package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

/**
 * Some nodes hold {@code limit} pods of a class together at most, or more.
 *
 * @param podClass index of the class
 * @param nodes the nodes
 * @param limit 0 or more
 * @param few why it cannot be {@code limit} or fewer
 * @param many why it cannot be {@code limit + 1} or more
 */
public record FewOrMany(int podClass, NodeSet nodes, int limit, Certificate few, Certificate many)
        implements Certificate {

    /** Checks presence. */
    public FewOrMany {
        requireNonNull(nodes, "nodes");
        requireNonNull(few, "few");
        requireNonNull(many, "many");
    }

    @Override
    public int leaves() {
        return few.leaves() + many.leaves();
    }
}
