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
    R inDomains(InDomains domains);

    /** Numbers of groups by domain. */
    R sharedOut(SharedOut shared);

    /** Whether a group has pods. */
    R placedOrNot(PlacedOrNot either);

    /** Which of two classes stays out of a domain. */
    R apart(Apart apart);

    /** Whether one of some nodes holds many pods of a class. */
    R noneOrOne(NoneOrOne split);
}
