package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Two classes in conflict: one or the other stays out of a domain.
 *
 * <p>No case is left out: the conflict keeps pods of the two from sharing the domain, so at least one of the classes
 * has none there. That takes a conflict of two different classes (a class in conflict with itself may have one pod in
 * the domain) over domains wider than a node, and a domain of it that has nodes. Nodes of no domain (-1) are none: on
 * them the conflict does not matter, and both classes may be there.
 *
 * @param conflict index of the conflict, which is between two different classes and over domains wider than a node
 * @param domain the domain, 0 or more; some node lies in it
 * @param withoutA why the first class cannot stay out of it
 * @param withoutB why the second class cannot stay out of it
 */
public record ConflictBranch(int conflict, int domain, Certificate withoutA, Certificate withoutB)
        implements Certificate {

    /** Checks presence. */
    public ConflictBranch {
        requireNonNull(withoutA, "withoutA");
        requireNonNull(withoutB, "withoutB");
    }

    @Override
    public <R> R accept(CertificateVisitor<R> visitor) {
        return requireNonNull(visitor, "visitor").conflictBranch(this);
    }

    @Override
    public List<Certificate> parts() {
        return List.of(withoutA, withoutB);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConflictBranch that && CertificateContent.areEqual(this, that);
    }

    @Override
    public int hashCode() {
        return CertificateContent.hash(this);
    }

    /** {@return one line: its own numbers, and how many leaves there are} */
    @Override
    public String toString() {
        return CertificateContent.text("ConflictBranch[conflict=" + conflict + ", domain=" + domain, this);
    }
}
