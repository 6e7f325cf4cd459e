package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.CheckFailure;
import io.github.workload4j.gang.proof.CheckFailure.Rule;
import io.github.workload4j.gang.proof.LeafSums;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks certificates of one question: from the root down, each {@link Place} with what the cases above it allow
 * ({@link Cases}), each leaf by what nodes are worth ({@link LeafCheck}).
 *
 * <p>Nodes are told apart by {@link Shapes}, so that one knapsack serves all nodes of a kind; domains below one
 * certificate share them.
 */
final class CertificateCheck {

    private final Asked asked;

    CertificateCheck(Packing packing) {
        this.asked = Asked.of(packing);
    }

    Optional<CheckFailure> objectionTo(Certificate certificate, int atLeast, WorkMeter meter) {
        try {
            walk(certificate, atLeast, new Walk(new Work(meter), false));
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.objection);
        }
    }

    /**
     * {@return what to keep, or null if the certificate is none that rests on one sum, on one for each domain of the
     * root, or on numbers of groups by domain}
     *
     * @throws Refused if there is an objection to the certificate
     */
    @Nullable
    KeptProof kept(Certificate certificate, int atLeast, WorkMeter meter) {
        return walk(certificate, atLeast, new Walk(new Work(meter), false)).kept();
    }

    /** {@return what an accepted certificate says, in a sentence} */
    String reading(Certificate certificate, int atLeast, WorkMeter meter) {
        return certificate.accept(new Reading(walk(certificate, atLeast, new Walk(new Work(meter), true))));
    }

    /** {@return what the leaves of a certificate come to; nothing if it is not accepted} */
    LeafSums sums(Certificate certificate, int atLeast, WorkMeter meter) {
        LeafTally sums = new LeafTally();
        try {
            walk(certificate, atLeast, new Walk(new Work(meter), true, sums));
        } catch (Refused refused) {
            return new LeafTally();
        }
        return sums;
    }

    private Walk walk(Certificate certificate, int atLeast, Walk walk) {
        if (atLeast < 1) {
            throw new IllegalArgumentException("atLeast: " + atLeast + " (expected: 1 or more)");
        }
        try {
            walk.run(Place.root(asked, certificate, atLeast, walk));
        } catch (ArithmeticException overflow) {
            throw new Refused(Rule.LIMIT, "numbers are too large to weigh");
        }
        return walk;
    }
}
