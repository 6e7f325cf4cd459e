package io.github.workload4j.intent.draft;

/** Reads one kind of object: which groups it means, and what they cannot say. */
@FunctionalInterface
public interface KindReader {

    /** Reads the object of a draft into it. */
    public void read(Draft draft);
}
