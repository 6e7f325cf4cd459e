package io.github.workload4j.intent.read;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.FieldPath;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something about a reading that its author will hardly want, and that is no error.
 *
 * @param code what it is
 * @param group the group it is about, or null for all
 * @param path where it is said; the document if that is at no one place, or in another object
 * @param what what it is, as a sentence without a full stop
 */
public record ReadingLint(Code code, @Nullable String group, FieldPath path, String what) {

    public ReadingLint {
        requireNonNull(code, "code");
        requireNonNull(path, "path");
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

        /** {@return the id among those of all lints, such as {@code never-starts}} */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** {@return the word for programs, such as {@code NeverStarts}} */
        public String word() {
            return word;
        }
    }
}
