package io.github.workload4j.intent.derive;

import java.util.Locale;

/** What may be taken for granted about groups that wait for something else than room. */
public enum Assumption {
    /** Groups that exist in part have all their pods: those missing are like those there. */
    COMPLETE,
    /** No pod is held by a scheduling gate. */
    UNGATED;

    /** {@return the word for it, such as {@code complete}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
