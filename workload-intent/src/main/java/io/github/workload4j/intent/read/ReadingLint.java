package io.github.workload4j.intent.read;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Something about a reading that its author will hardly want, and that is no error.
 *
 * @param code what it is
 * @param group the group it is about, or null for all
 * @param what what it is, as a sentence without a full stop
 */
public record ReadingLint(Code code, @Nullable String group, String what) {

    /** Checks presence. */
    public ReadingLint {
        requireNonNull(code, "code");
        requireNonNull(what, "what");
    }

    /** What there can be. */
    public enum Code {
        /** There are fewer pods, or child groups, than the minimum. */
        NEVER_STARTS("NeverStarts"),
        /** The kind's own gang integration would wait for pods that never exist together. */
        INTEGRATION_DEADLOCK("IntegrationDeadlock");

        private final String word;

        Code(String word) {
            this.word = word;
        }

        /** {@return the word for programs, such as {@code NeverStarts}} */
        public String word() {
            return word;
        }
    }
}
