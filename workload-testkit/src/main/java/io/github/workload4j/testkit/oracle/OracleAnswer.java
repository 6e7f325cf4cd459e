package io.github.workload4j.testkit.oracle;

import static java.util.Objects.requireNonNull;

/**
 * What the oracle says of a group.
 *
 * @param verdict feasible, infeasible, gated, error or satisfied
 * @param reason the machine word of a verdict that has one, or the empty text
 * @param most most pods that a valid answer places; 0 unless feasible
 */
public record OracleAnswer(String verdict, String reason, int most) {

    /** Checks presence. */
    public OracleAnswer {
        requireNonNull(verdict, "verdict");
        requireNonNull(reason, "reason");
    }

    static OracleAnswer of(String verdict, String reason) {
        return new OracleAnswer(verdict, reason, 0);
    }
}
