package io.github.workload4j.gang.proof;

import io.github.workload4j.gang.packing.Packing;

/** A question and what is looked up of it for all places of a certificate. Immutable. */
record Asked(Packing packing, Groups groups, Shapes shapes, ClassRules rules) {

    static Asked of(Packing packing) {
        Groups groups = new Groups(packing);
        return new Asked(packing, groups, new Shapes(packing, groups), new ClassRules(packing));
    }
}
