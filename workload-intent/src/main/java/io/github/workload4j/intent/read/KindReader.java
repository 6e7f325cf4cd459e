package io.github.workload4j.intent.read;

/** Reads one kind of object: which groups it means, and what they cannot say. */
@FunctionalInterface
interface KindReader {

    /** Reads the object of a draft into it. */
    void read(Draft draft);
}
