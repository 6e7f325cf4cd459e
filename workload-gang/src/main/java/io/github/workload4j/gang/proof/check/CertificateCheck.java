package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.CheckFailure;
import io.github.workload4j.gang.proof.CheckFailure.Rule;
import io.github.workload4j.gang.proof.LeafSums;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final Supplier<WorkMeter> meters;

    /**
     * Checks certificates of one question.
     *
     * @param meters what a certificate may cost, with all that it is made of
     */
    CertificateCheck(Packing packing, Supplier<WorkMeter> meters) {
        this.asked = Asked.of(packing);
        this.meters = meters;
    }

    Optional<CheckFailure> objectionTo(Certificate certificate, int atLeast) {
        try {
            walk(certificate, atLeast, false);
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
    KeptProof kept(Certificate certificate, int atLeast) {
        return walk(certificate, atLeast, false).kept();
    }

    /** {@return what an accepted certificate says, in a sentence} */
    String reading(Certificate certificate, int atLeast) {
        return certificate.accept(new Reading(walk(certificate, atLeast, true)));
    }

    /** {@return what the leaves of a certificate come to; nothing if it is not accepted within some of the steps} */
    LeafSums sums(Certificate certificate, int atLeast, long steps) {
        LeafTally sums = new LeafTally();
        try {
            walk(certificate, atLeast, new Walk(new Work(meters.get().part(1, steps)), true, sums));
        } catch (Refused refused) {
            return new LeafTally();
        }
        return sums;
    }

    private Walk walk(Certificate certificate, int atLeast, boolean exactly) {
        return walk(certificate, atLeast, new Walk(new Work(meters.get()), exactly));
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
