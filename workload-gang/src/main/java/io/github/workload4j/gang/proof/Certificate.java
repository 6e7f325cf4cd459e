package io.github.workload4j.gang.proof;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Why no answer places a given number of pods or more, in a form that the checker verifies without trusting whoever
 * wrote it.
 *
 * <p>A tree. Its leaves are {@link Weights}: points per pod, such that what the nodes can hold is worth less than what
 * has to be placed. Its inner nodes tell all cases apart and refute each: {@link DomainBranch} which domain a group
 * lies in, {@link DomainCount} how many groups alike lie in each domain, {@link GroupBranch} whether a group has pods
 * at all, {@link ConflictBranch} which of two classes stays out of a domain, {@link CountBranch} whether one of some
 * equal nodes holds many pods of a class, {@link LevelBranch} how far a spread fills its domains.
 *
 * <p>Anybody can write one, of any depth: equality, hash codes, strings and everything else here take no stack, and
 * time in the number of different parts. Equal by content.
 */
public sealed interface Certificate
        permits Weights, DomainBranch, DomainCount, GroupBranch, ConflictBranch, CountBranch, LevelBranch {

    /** {@return the certificate as JSON, on one line} */
    default String toJson() {
        return CertificateJson.write(this, leaf -> Optional.empty());
    }

    /**
     * {@return the same with the sums of its leaves}
     *
     * @param sums what the leaves come to, by the checker that accepts it
     */
    default String toJson(LeafSums sums) {
        return CertificateJson.write(this, requireNonNull(sums, "sums"));
    }

    /**
     * {@return the certificate that {@link #toJson} wrote}
     *
     * <p>Whether it proves anything is for the checker to say. Sums of leaves are passed over.
     *
     * @param json the text, as it was written to the letter
     * @param nodes number of nodes of the question; a set of nodes has no others
     * @throws IllegalArgumentException if the text is another, with the place; or its different sets of nodes have more
     *     than 2<sup>24</sup> nodes together
     */
    static Certificate parse(String json, int nodes) {
        return CertificateParser.parse(requireNonNull(json, "json"), nodes);
    }

    /** Does what the visitor does with certificates of this kind. */
    <R> R accept(CertificateVisitor<R> visitor);

    /** {@return the certificates right inside this one, in order; none of {@link Weights}} */
    List<Certificate> parts();

    /**
     * {@return number of {@link Weights} in the tree, at most {@link Integer#MAX_VALUE}; one that is used for several
     * domains counts once}
     */
    default int leaves() {
        return CertificateContent.leaves(this);
    }
}
