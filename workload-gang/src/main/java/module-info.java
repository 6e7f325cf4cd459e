/**
 * Gang feasibility: cluster snapshot, question, verdict, placement and proof.
 *
 * <p>Everything here is a pure function of its arguments: no clock, no randomness, no I/O.
 */
module io.github.workload4j.gang {
    requires transitive io.github.workload4j.api;
    requires static transitive org.jspecify;

    exports io.github.workload4j.gang;
    exports io.github.workload4j.gang.explain;
    exports io.github.workload4j.gang.packing;
    exports io.github.workload4j.gang.proof;
    exports io.github.workload4j.gang.replay;
    exports io.github.workload4j.gang.whatif;
    exports io.github.workload4j.gang.search;
}
