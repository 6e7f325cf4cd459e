package io.github.workload4j.examples.command;

/** Numbers with their nouns. */
final class Counted {

    private Counted() {}

    /** {@return a count and its noun, in the plural where there is not exactly one} */
    static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
