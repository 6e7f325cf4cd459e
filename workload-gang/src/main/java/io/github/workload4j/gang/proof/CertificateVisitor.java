package io.github.workload4j.gang.proof;

/**
 * Does something with a certificate of each kind; whoever forgets a kind does not compile.
 *
 * @param <R> what comes of it
 */
public interface CertificateVisitor<R> {

    /** Points. */
    R weights(Weights weights);

    /** The domain of a group. */
    R domainBranch(DomainBranch domains);

    /** Numbers of groups by domain. */
    R domainCount(DomainCount shared);

    /** Whether a group has pods. */
    R groupBranch(GroupBranch either);

    /** Which of two classes stays out of a domain. */
    R conflictBranch(ConflictBranch apart);

    /** Whether one of some nodes holds many pods of a class. */
    R countBranch(CountBranch split);

    /** How far a spread fills its domains. */
    R levelBranch(LevelBranch level);
}
