package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

/**
 * Why the checker does not accept something.
 *
 * @param rule which rule is broken
 * @param detail where and how, as a phrase such as {@code class 2 on node 7: 3 pods, 2 allowed}
 */
public record CheckFailure(Rule rule, String detail) {

    /** Checks presence. */
    public CheckFailure {
        requireNonNull(rule, "rule");
        requireNonNull(detail, "detail");
    }

    /** {@return one line} */
    @Override
    public String toString() {
        return rule + ": " + detail;
    }

    /** What a placement or a certificate has to respect. */
    public enum Rule {
        /** Elements name classes and nodes of the question, 1 pod or more, ordered by node and class. */
        SHAPE,
        /** No class has more pods placed than it has. */
        COUNT,
        /** No resource of a node is overdrawn. */
        RESOURCE,
        /** Pods go to eligible nodes, no more of a class on one than allowed. */
        NODE,
        /** Classes in conflict share no domain. */
        CONFLICT,
        /** Every group that has pods succeeds, the root does, and has pods. */
        GROUP,
        /** Pods of a group lie in one domain. */
        DOMAIN,
        /** An upper bound is no lower than what is placed, and is proved. */
        BOUND,
        /** A certificate leaves no case out. */
        CASES,
        /** The nodes are worth less than what has to be placed. */
        WORTH,
        /** The nodes of a certificate's case cannot be told apart. */
        SYMMETRY,
        /** The check stays within its own limits of numbers and time. */
        LIMIT
    }
}
