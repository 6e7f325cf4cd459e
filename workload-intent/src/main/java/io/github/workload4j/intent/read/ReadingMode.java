package io.github.workload4j.intent.read;

import java.util.Locale;

/** Whose word decides what a unit is. They differ for kinds that leave it to the configuration of their operator. */
public enum ReadingMode {
    /** Only what the object itself says. */
    DECLARED,
    /** What the kind's own gang integrations take as the unit when they are switched on. */
    UNIT;

    /** {@return the word for programs, such as {@code unit}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
