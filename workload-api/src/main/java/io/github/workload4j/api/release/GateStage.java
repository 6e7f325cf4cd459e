package io.github.workload4j.api.release;

/** How far the feature of a gate has come. */
public enum GateStage {
    /** May go without notice. */
    ALPHA,
    /** Will stay, perhaps changed. */
    BETA,
    /** Stays as it is. */
    STABLE
}
