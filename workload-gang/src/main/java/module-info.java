/**
 * Gang feasibility: cluster snapshot, question, verdict, placement and proof.
 *
 * <p>Everything here is a pure function of its arguments: no randomness, no I/O, and no clock but for a budget that has
 * a time.
 */
@SuppressWarnings("module") // the module exported to is built after this one
module io.github.workload4j.gang {
    requires transitive io.github.workload4j.api;
    requires static transitive org.jspecify;

    exports io.github.workload4j.gang;
    exports io.github.workload4j.gang.cluster;
    exports io.github.workload4j.gang.explain;
    exports io.github.workload4j.gang.fleet;
    exports io.github.workload4j.gang.packing;
    exports io.github.workload4j.gang.proof;
    exports io.github.workload4j.gang.purchase;
    exports io.github.workload4j.gang.proof.check;
    exports io.github.workload4j.gang.question;
    exports io.github.workload4j.gang.repair;
    exports io.github.workload4j.gang.replay;
    exports io.github.workload4j.gang.report;
    exports io.github.workload4j.gang.stored;
    exports io.github.workload4j.gang.timetable;
    exports io.github.workload4j.gang.whatif;
    exports io.github.workload4j.gang.words to
            io.github.workload4j.cli;
    exports io.github.workload4j.gang.search;
    exports io.github.workload4j.gang.selector;

    uses io.github.workload4j.gang.selector.DeviceSelectors;
}
