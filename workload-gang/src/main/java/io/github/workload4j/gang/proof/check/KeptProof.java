package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Packing;
import java.util.Optional;

/** What is kept of an accepted certificate so that only what a few changed nodes decide is checked again. */
sealed interface KeptProof permits CountedDomains, Tallies {

    /**
     * {@return the same after a change, if the certificate still refutes in the same way}
     *
     * @param before the question to which this belongs
     * @param after the same question about other nodes
     * @param changed the nodes that differ
     */
    Optional<? extends KeptProof> after(Packing before, Packing after, int[] changed);
}
