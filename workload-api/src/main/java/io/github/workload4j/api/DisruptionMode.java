package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;

/**
 * Whether a group may be ended {@linkplain Single one by one} or {@linkplain All all together} only.
 *
 * <p>Fields of the API: a word in {@code v1alpha2} ({@code Pod}, {@code PodGroup}, or anything else: {@link Unknown}),
 * an object with exactly one of the members {@code single} and {@code all} later ({@link None} and {@link Both} hold
 * what breaks that rule).
 */
public sealed interface DisruptionMode extends ManifestValue {

    /** Pods, or child groups, one by one. */
    DisruptionMode SINGLE = new Single();

    /** All or none. */
    DisruptionMode ALL = new All();

    /** {@return the mode that {@code v1alpha2} writes with this word} */
    static DisruptionMode parse(String word) {
        requireNonNull(word, "word");
        return switch (word) {
            case "Pod" -> SINGLE;
            case "PodGroup" -> ALL;
            default -> new Unknown(word);
        };
    }

    /** {@return the mode of a manifest with these members set} */
    static DisruptionMode of(boolean single, boolean all) {
        if (single) {
            return all ? new Both() : SINGLE;
        }
        return all ? ALL : new None();
    }

    /** {@return whether the member {@code single} is set, or the word is {@code Pod}} */
    default boolean isSingle() {
        return false;
    }

    /** {@return whether the member {@code all} is set, or the word is {@code PodGroup}} */
    default boolean isAll() {
        return false;
    }

    /** Pods, or child groups, one by one. */
    record Single() implements DisruptionMode {
        @Override
        public boolean isSingle() {
            return true;
        }
    }

    /** All or none. */
    record All() implements DisruptionMode {
        @Override
        public boolean isAll() {
            return true;
        }
    }

    /** No member: never valid. */
    record None() implements DisruptionMode {}

    /** Both members: never valid. */
    record Both() implements DisruptionMode {
        @Override
        public boolean isSingle() {
            return true;
        }

        @Override
        public boolean isAll() {
            return true;
        }
    }

    /**
     * A word that {@code v1alpha2} does not know: never valid.
     *
     * @param word the word, may be empty
     */
    record Unknown(String word) implements DisruptionMode {
        public Unknown {
            requireNonNull(word, "word");
        }
    }
}
