package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Packing;

/** A question and what is looked up of it for all places of a certificate. Immutable. */
record Asked(Packing packing, NumberedGroups groups, Shapes shapes, ClassRules rules, NodeRows rows) {

    static Asked of(Packing packing) {
        NumberedGroups groups = new NumberedGroups(packing);
        return new Asked(packing, groups, new Shapes(packing, groups), new ClassRules(packing), new NodeRows(packing));
    }
}
