package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The group has pods placed, or it has none.
 *
 * <p>No case is left out: one or the other is true of every answer, whatever group it is. In the first case the
 * groups around have pods as well, and the group succeeds; in the second the groups inside have none.
 *
 * @param group number of the group
 * @param placed why it cannot have any
 * @param not why it cannot have none
 */
public record GroupBranch(int group, Certificate placed, Certificate not) implements Certificate {

    /** Checks presence. */
    public GroupBranch {
        requireNonNull(placed, "placed");
        requireNonNull(not, "not");
    }

    @Override
    public <R> R accept(CertificateVisitor<R> visitor) {
        return requireNonNull(visitor, "visitor").groupBranch(this);
    }

    @Override
    public List<Certificate> parts() {
        return List.of(placed, not);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupBranch that && CertificateContent.areEqual(this, that);
    }

    @Override
    public int hashCode() {
        return CertificateContent.hash(this);
    }

    /** {@return one line: its own numbers, and how many leaves there are} */
    @Override
    public String toString() {
        return CertificateContent.text("GroupBranch[group=" + group, this);
    }
}
