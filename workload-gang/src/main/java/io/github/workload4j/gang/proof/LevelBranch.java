package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How far a spread fills its domains: in the end all of them have a given number of pods, or one has fewer.
 *
 * <p>No case is left out, since one is the contrary of the other. Where all domains have that many, each got what it
 * lacked beforehand. Where one has fewer, no domain with a pod of a limited class has more pods of such classes than
 * the limit above that one, which the rule of the spread says.
 *
 * @param spread index of the spread
 * @param pods the number of pods, 1 or more, those that domains have beforehand included
 * @param reached why not all domains can have that many
 * @param missed why none can have fewer
 */
public record LevelBranch(int spread, int pods, Certificate reached, Certificate missed) implements Certificate {

    /** Checks presence. */
    public LevelBranch {
        requireNonNull(reached, "reached");
        requireNonNull(missed, "missed");
    }

    @Override
    public <R> R accept(CertificateVisitor<R> visitor) {
        return requireNonNull(visitor, "visitor").levelBranch(this);
    }

    @Override
    public List<Certificate> parts() {
        return List.of(reached, missed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LevelBranch that && CertificateContent.areEqual(this, that);
    }

    @Override
    public int hashCode() {
        return CertificateContent.hash(this);
    }

    /** {@return one line: its own numbers, and how many leaves there are} */
    @Override
    public String toString() {
        return CertificateContent.text("LevelBranch[spread=" + spread + ", pods=" + pods, this);
    }
}
