package io.github.workload4j.gang.explain;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.DomainBranch;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.Weights;

/** How it is known that a group does not fit. */
public enum ProofKind {
    /** Nothing is to be proved: the group fits, is satisfied, held back or wrong in itself. */
    NONE,
    /** Fewer members exist than must run together. */
    NOT_ENOUGH_MEMBERS,
    /** Too few members fit on any node at all, each alone. */
    MEMBER_FITS_NOWHERE,
    /** Every domain, weighed on its own, holds less than is needed. */
    DOMAIN_SUMS,
    /** It is counted how many groups each domain has room for, and all domains together have too little. */
    DOMAIN_ROOM,
    /** All nodes together, weighed by points per pod, hold less than is needed. */
    WEIGHTS,
    /** All cases are told apart, and each is refuted by weighing. */
    CASES,
    /** All ways to place the pods were gone through. */
    EXHAUSTED,
    /** There is neither a placement nor a proof within the budget. */
    UNDETERMINED;

    static ProofKind of(Verdict verdict) {
        if (verdict instanceof Verdict.Undetermined) {
            return UNDETERMINED;
        }
        if (verdict instanceof Verdict.Gated gated && gated.why() == Reason.QUORUM_NOT_REACHED) {
            return NOT_ENOUGH_MEMBERS;
        }
        if (!(verdict instanceof Verdict.Infeasible infeasible)) {
            return NONE;
        }
        if (!(infeasible.evidence() instanceof Evidence.Certified certified)) {
            return EXHAUSTED;
        }
        Certificate certificate = certified.certificate();
        if (certificate instanceof Weights) {
            return WEIGHTS;
        }
        if (certificate instanceof DomainCount) {
            return DOMAIN_ROOM;
        }
        boolean sums = certificate instanceof DomainBranch domains
                && domains.cases().stream().allMatch(some -> some.certificate() instanceof Weights);
        return sums ? DOMAIN_SUMS : CASES;
    }
}
