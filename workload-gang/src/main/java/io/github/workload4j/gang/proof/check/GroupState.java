package io.github.workload4j.gang.proof.check;

/** What a case of a certificate knows of a group. */
enum GroupState {
    /** Nothing. */
    OPEN,
    /** It has pods placed. */
    PLACED,
    /** It has no pod placed. */
    EMPTY
}
