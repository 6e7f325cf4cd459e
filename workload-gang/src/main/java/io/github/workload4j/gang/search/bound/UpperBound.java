package io.github.workload4j.gang.search.bound;

import io.github.workload4j.gang.proof.Weights;

/**
 * An upper bound with its proof.
 *
 * @param atMost no answer places more pods than this; 0 if there is no answer
 * @param weights the weights that prove it
 */
public record UpperBound(int atMost, Weights weights) {}
