package io.github.workload4j.gang.proof.check;

import java.util.List;

/** Something still to be checked before a certificate is accepted. */
interface Duty {

    /**
     * Checks it.
     *
     * @return what is to be checked besides, in order
     * @throws Refused if it does not hold
     */
    List<Duty> check();
}
