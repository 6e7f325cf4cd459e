package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.proof.CheckFailure;
import io.github.workload4j.gang.proof.CheckFailure.Rule;

/** Ends a check from within; never leaves the package. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final transient CheckFailure objection;

    Refused(Rule rule, String detail) {
        this(new CheckFailure(rule, detail));
    }

    Refused(CheckFailure objection) {
        super(objection.detail(), null, false, false);
        this.objection = objection;
    }
}
