package io.github.workload4j.policy.rule;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.policy.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A rule about a field that several kinds share, and the id under which each of them lists it: {@code A2-10} of a
 * template is {@code A2-G10} of a PodGroup, and from Kubernetes 1.37 on both are part of {@code B-7}.
 */
enum SharedRule {
    // One row a rule, one column a subject in the order of Subject.
    POLICY(Rule.A2_6, Rule.A2_G6, Rule.B_7, Rule.B_10, Rule.B_C2, Rule.J_6),
    COUNT(Rule.A2_7, Rule.A2_G7, Rule.B_7, Rule.B_11, Rule.B_11, Rule.J_7),
    MAX_TOPOLOGY(Rule.A2_9, Rule.A2_G9, Rule.B_7, Rule.B_10, Rule.B_C2, Rule.J_9),
    TOPOLOGY_KEY(Rule.A2_10, Rule.A2_G10, Rule.B_7, Rule.B_10, Rule.B_C2, Rule.J_10),
    MAX_CLAIMS(Rule.A2_11, Rule.A2_G11, Rule.B_7, No.FIELD, No.FIELD, Rule.J_11),
    UNIQUE_CLAIMS(Rule.A2_12, Rule.A2_G12, Rule.B_7, No.FIELD, No.FIELD, Rule.J_12),
    CLAIM_NAME(Rule.A2_13, Rule.A2_G13, Rule.B_7, No.FIELD, No.FIELD, Rule.J_13),
    CLAIM_SOURCE(Rule.A2_14, Rule.A2_G14, Rule.B_7, No.FIELD, No.FIELD, Rule.J_14),
    CLAIM_REFERENCE(Rule.A2_15, Rule.A2_G15, Rule.B_7, No.FIELD, No.FIELD, Rule.J_15),
    DISRUPTION_MODE(Rule.A2_16, Rule.A2_G16, Rule.B_8, Rule.B_10, Rule.B_C2, Rule.J_16),
    PRIORITY_CLASS(Rule.A2_17, Rule.A2_G17, Rule.B_7, Rule.B_10, Rule.B_C2, No.FIELD),
    PRIORITY(Rule.A2_18, Rule.A2_G18, Rule.B_7, Rule.B_10, Rule.B_C2, No.FIELD);

    private final @Nullable Rule[] bySubject;

    SharedRule(@Nullable Rule... bySubject) {
        this.bySubject = bySubject;
    }

    /** {@return the rule as a subject lists it} */
    Rule of(Subject subject) {
        return requireNonNull(bySubject[subject.ordinal()]);
    }

    private static final class No {
        /** The subject has no such field. */
        static final @Nullable Rule FIELD = null;
    }
}
