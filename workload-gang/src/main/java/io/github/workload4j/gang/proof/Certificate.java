package io.github.workload4j.gang.proof;

/** Why a packing cannot exist, in a form that the checker can verify without trusting whoever wrote it. */
public sealed interface Certificate permits Weights {}
