package io.github.workload4j.gang.search.share;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.search.model.Case;

/** The search as domain assignment sees it: it answers questions about parts of the packing. */
public interface SubSearch {

    /** {@return the answer to a question of its own, within the given work} */
    PackingAnswer answer(Packing packing, WorkMeter meter);

    /** Finds better answers to the whole question in one of its cases, within the given work. */
    void improve(Case chosen, WorkMeter meter);
}
