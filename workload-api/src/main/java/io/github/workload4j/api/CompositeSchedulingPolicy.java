package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * How the groups inside a group are placed: {@linkplain Basic one by one} or {@linkplain Gang together}.
 *
 * <p>The API writes this as an object with exactly one member set. A manifest may break that rule and must still be
 * readable, so that every rule it breaks can be named: {@link None} and {@link Several} hold what such a manifest says.
 */
public sealed interface CompositeSchedulingPolicy extends GroupPolicy {

    /** No member set: never valid. */
    CompositeSchedulingPolicy NONE = new None();

    /** {@return the member {@code basic} of the manifest, or null if it is not set} */
    default @Nullable Basic basic() {
        return null;
    }

    /** {@return the member {@code gang} of the manifest, or null if it is not set} */
    default @Nullable Gang gang() {
        return null;
    }

    /** {@return the policy of a manifest with these members} */
    static CompositeSchedulingPolicy of(@Nullable Basic basic, @Nullable Gang gang) {
        if (basic != null && gang != null) {
            return new Several(basic, gang);
        }
        return basic != null ? basic : gang != null ? gang : NONE;
    }

    /** Each group inside is placed on its own as soon as it fits. */
    record Basic() implements CompositeSchedulingPolicy {
        @Override
        public Basic basic() {
            return this;
        }
    }

    /**
     * No pod is bound before at least {@code minGroupCount} of the groups directly inside can run at the same time.
     *
     * @param minGroupCount number of groups; a value below 1 can be held but does not validate
     */
    record Gang(int minGroupCount) implements CompositeSchedulingPolicy {
        @Override
        public Gang gang() {
            return this;
        }
    }

    /** No member: never valid. */
    record None() implements CompositeSchedulingPolicy {}

    /**
     * Both members: never valid.
     *
     * @param basic the member of that name
     * @param gang the member of that name
     */
    record Several(Basic basic, Gang gang) implements CompositeSchedulingPolicy {
        public Several {
            requireNonNull(basic, "basic");
            requireNonNull(gang, "gang");
        }
    }
}
