package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

/**
 * Two classes in conflict: one or the other stays out of a domain.
 *
 * @param conflict index of the conflict, which is between two different classes and over domains wider than a node
 * @param domain the domain
 * @param withoutA why the first class cannot stay out of it
 * @param withoutB why the second class cannot stay out of it
 */
public record Apart(int conflict, int domain, Certificate withoutA, Certificate withoutB) implements Certificate {

    /** Checks presence. */
    public Apart {
        requireNonNull(withoutA, "withoutA");
        requireNonNull(withoutB, "withoutB");
    }

    @Override
    public int leaves() {
        return withoutA.leaves() + withoutB.leaves();
    }
}
