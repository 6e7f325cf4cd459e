package io.github.workload4j.testkit.oracle;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * What the oracle says of a group.
 *
 * @param verdict feasible, infeasible, gated, error or satisfied
 * @param reasons the machine words of a verdict that has one: all that are true, where the rules do not say which comes
 *     first
 * @param most most pods that a valid answer places; 0 unless feasible
 */
public record OracleAnswer(String verdict, Set<String> reasons, int most) {

    public OracleAnswer {
        requireNonNull(verdict, "verdict");
        reasons = Set.copyOf(reasons);
    }

    static OracleAnswer of(String verdict, String reason) {
        return new OracleAnswer(verdict, Set.of(reason), 0);
    }

    /**
     * {@return whether an answer says the same: this verdict, one of these reasons or none if there is none, so many
     * pods}
     */
    public boolean agrees(String word, Optional<String> reason, int placed) {
        return word.equals(verdict)
                && placed == most
                && (reason.isEmpty() ? reasons.isEmpty() : reasons.contains(reason.get()));
    }
}
