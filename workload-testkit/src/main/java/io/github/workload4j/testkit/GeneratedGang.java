package io.github.workload4j.testkit;

import io.github.workload4j.gang.packing.Packing;

/**
 * A gang question whose verdict is known by the way it was made.
 *
 * @param family what makes it interesting, and which twin it is
 * @param packing the question
 * @param feasible whether the gang fits
 */
public record GeneratedGang(String family, Packing packing, boolean feasible) {}
