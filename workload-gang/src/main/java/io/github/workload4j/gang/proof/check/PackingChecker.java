package io.github.workload4j.gang.proof.check;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.CheckFailure;
import io.github.workload4j.gang.proof.LeafSums;
import io.github.workload4j.gang.proof.PackingAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Believes nobody: accepts a placement or a certificate by looking at the question alone, in exact arithmetic.
 *
 * <p>A placement costs time linear in its length; a certificate, for each of its leaves, time linear in nodes times
 * classes, plus one knapsack per kind of node. A certificate whose numbers or knapsacks are beyond the checker's
 * limits is not accepted. Made for one question; safe to share between threads.
 */
public final class PackingChecker {

    /**
     * Steps of a certificate with all that it is made of, such as branches of knapsacks; a check that needs more is
     * refused.
     */
    static final long STEPS = 30_000_000;

    /** Steps of finding out what leaves come to. */
    private static final long SUM_STEPS = 2_000_000;

    private final Packing packing;
    private final long steps;

    /** What all checks may spend together; null if each may spend the steps. */
    private final @Nullable WorkMeter meter;

    private volatile @Nullable CertificateCheck prepared;

    /** A checker of answers to the given question. */
    public PackingChecker(Packing packing) {
        this(requireNonNull(packing, "packing"), STEPS);
    }

    PackingChecker(Packing packing, long steps) {
        this(packing, steps, null);
    }

    /**
     * The same within what is left of a budget: once it is spent, there is an objection of {@link
     * CheckFailure.Rule#LIMIT}. Not to be shared between threads.
     */
    public PackingChecker(Packing packing, WorkMeter meter) {
        this(requireNonNull(packing, "packing"), STEPS, requireNonNull(meter, "meter"));
    }

    private PackingChecker(Packing packing, long steps, @Nullable WorkMeter meter) {
        this.packing = packing;
        this.steps = steps;
        this.meter = meter;
    }

    private WorkMeter meter() {
        return meter == null ? Budget.steps(steps).meter() : meter;
    }

    /**
     * {@return why the placement is no answer to the question, or empty if it is one}
     *
     * <p>It is looked at to its end even if nothing is left of the budget: what is found is not thrown away for a look
     * at each of its elements. What that takes is spent all the same.
     */
    public Optional<CheckFailure> objectionTo(Placement placement) {
        requireNonNull(placement, "placement");
        meter().trySpend(1L + placement.size());
        return PlacementCheck.objectionTo(packing, placement);
    }

    /**
     * {@return why the certificate does not prove that no answer places {@code atLeast} pods, or empty if it does}
     *
     * @param certificate the certificate
     * @param atLeast number of pods, 1 or more; with 1 the certificate proves that there is no answer
     */
    public Optional<CheckFailure> objectionTo(Certificate certificate, int atLeast) {
        requireNonNull(certificate, "certificate");
        return prepared().objectionTo(certificate, atLeast, meter());
    }

    /**
     * {@return what an accepted certificate says, such as {@code counting the pods of class 0, no node can give more
     * than 3 and all nodes together not more than 2,999; 3,001 are needed}}
     *
     * @param certificate a certificate to which there is no objection
     * @param atLeast number of pods that it proves too many
     * @throws IllegalArgumentException if there is an objection
     */
    public String reading(Certificate certificate, int atLeast) {
        requireNonNull(certificate, "certificate");
        objectionTo(certificate, atLeast).ifPresent(objection -> {
            throw new IllegalArgumentException("certificate: " + objection + " (expected: one that is accepted)");
        });
        return prepared().reading(certificate, atLeast, meter());
    }

    /**
     * {@return what the leaves of a certificate come to: points needed and available}
     *
     * <p>Nothing is known of one that is not accepted, or that takes more than {@value #SUM_STEPS} steps, or than are
     * left of the budget.
     *
     * @param certificate a certificate
     * @param atLeast number of pods that it proves too many, 1 or more
     */
    public LeafSums sums(Certificate certificate, int atLeast) {
        requireNonNull(certificate, "certificate");
        return prepared().sums(certificate, atLeast, meter().part(1, SUM_STEPS));
    }

    private CertificateCheck prepared() {
        CertificateCheck check = prepared;
        if (check == null) {
            check = new CertificateCheck(packing);
            prepared = check;
        }
        return check;
    }

    /** {@return what is wrong with the evidence of an answer, or empty if nothing is} */
    public Optional<CheckFailure> objectionTo(PackingAnswer answer) {
        requireNonNull(answer, "answer");
        try {
            kept(answer);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.objection);
        }
    }

    /**
     * {@return what to keep of the answer's certificate, or null if it has none or one that is only checked as a whole}
     *
     * @throws Refused if there is an objection to the answer
     */
    @Nullable
    KeptProof kept(PackingAnswer answer) {
        if (answer instanceof PackingAnswer.DoesNotFit no) {
            return prepared().kept(no.certificate(), 1, meter());
        }
        if (answer instanceof PackingAnswer.Fits yes) {
            objectionTo(yes.placed()).ifPresent(objection -> {
                throw new Refused(objection);
            });
            return keptOfBound(yes.pods(), yes.atMost(), yes.noMore());
        }
        PackingAnswer.Undetermined unknown = (PackingAnswer.Undetermined) answer;
        return keptOfBound(unknown.sure(), unknown.atMost(), unknown.noMore());
    }

    private @Nullable KeptProof keptOfBound(int sure, int atMost, @Nullable Certificate noMore) {
        if (sure > atMost) {
            throw new Refused(CheckFailure.Rule.BOUND, sure + " pods placed, " + atMost + " at most");
        }
        if (noMore != null) {
            return prepared().kept(noMore, atMost + 1, meter());
        }
        if (atMost < packing.pods()) {
            throw new Refused(CheckFailure.Rule.BOUND, atMost + " at most, without a proof");
        }
        return null;
    }
}
