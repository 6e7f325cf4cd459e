package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import org.jspecify.annotations.Nullable;

/**
 * How the groups inside a composite group are placed, in a controller's own object: {@linkplain Basic one by one} or
 * {@linkplain Gang together}. A building block of {@code v1alpha3}, since 1.38 of {@code v1}.
 *
 * <p>The same shape as {@link CompositeSchedulingPolicy}, but the count may be left to the controller. A controller
 * embeds it in a type of its own and {@linkplain #compile compiles} it into a {@link CompositePodGroupTemplate}.
 *
 * <p>The API writes this as an object with exactly one member set. A manifest may break that rule and must still be
 * readable, so that every rule it breaks can be named: {@link None} and {@link Several} hold what such a manifest says.
 */
public sealed interface WorkloadCompositePodGroupSchedulingPolicy extends ManifestValue {

    /** {@return the member {@code basic} of the manifest, or null if it is not set} */
    default @Nullable Basic basic() {
        return null;
    }

    /** {@return the member {@code gang} of the manifest, or null if it is not set} */
    default @Nullable Gang gang() {
        return null;
    }

    /** {@return the policy of a manifest with these members} */
    static WorkloadCompositePodGroupSchedulingPolicy of(@Nullable Basic basic, @Nullable Gang gang) {
        if (basic != null && gang != null) {
            return new Several(basic, gang);
        }
        return basic != null ? basic : gang != null ? gang : new None();
    }

    /**
     * {@return the policy of a template or group that this one compiles into; members that break the rule stay as they
     * are}
     *
     * @param minGroupCount the controller's count for a gang that names none, such as the number of groups inside
     */
    default CompositeSchedulingPolicy compile(int minGroupCount) {
        Basic basic = basic();
        Gang gang = gang();
        return CompositeSchedulingPolicy.of(
                basic == null ? null : new CompositeSchedulingPolicy.Basic(),
                gang == null
                        ? null
                        : new CompositeSchedulingPolicy.Gang(
                                gang.minGroupCount() == null ? minGroupCount : gang.minGroupCount()));
    }

    /** Each group inside is placed on its own as soon as it fits. */
    record Basic() implements WorkloadCompositePodGroupSchedulingPolicy {
        @Override
        public Basic basic() {
            return this;
        }
    }

    /**
     * No pod is bound before at least {@code minGroupCount} of the groups directly inside can run at the same time.
     *
     * @param minGroupCount number of groups, or null to leave it to the controller; a value below 1 can be held but
     *     does not validate
     */
    record Gang(@Nullable Integer minGroupCount) implements WorkloadCompositePodGroupSchedulingPolicy {
        @Override
        public Gang gang() {
            return this;
        }
    }

    /** No member: never valid. */
    record None() implements WorkloadCompositePodGroupSchedulingPolicy {}

    /**
     * Both members: never valid.
     *
     * @param basic the member of that name
     * @param gang the member of that name
     */
    record Several(Basic basic, Gang gang) implements WorkloadCompositePodGroupSchedulingPolicy {
        public Several {
            requireNonNull(basic, "basic");
            requireNonNull(gang, "gang");
        }
    }
}
