package io.github.workload4j.policy.bean;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;

/**
 * A stored object and what is to replace it, to be validated together. Violations are at the paths of the new object.
 *
 * <pre>{@code
 * Set<ConstraintViolation<Update>> violations = validator.validate(Update.of(stored, sent));
 * }</pre>
 *
 * @param old the stored object
 * @param updated the new object, of the same kind
 * @param status whether it is the status that is updated
 */
@UpdateRules
public record Update(ApiObject old, ApiObject updated, boolean status) {

    /**
     * Checks presence.
     *
     * @throws IllegalArgumentException if the two are of different kinds
     */
    public Update {
        requireNonNull(old, "old");
        requireNonNull(updated, "updated");
        if (!old.kind().equals(updated.kind())) {
            throw new IllegalArgumentException(
                    "updated: " + updated.kind() + " (expected: " + old.kind() + ", as the stored object)");
        }
    }

    /** {@return in one line of which object it is} */
    @Override
    public String toString() {
        String namespace = updated.metadata().namespace();
        return "Update[" + (status ? "status of " : "") + updated.kind() + " "
                + (namespace.isEmpty() ? "" : namespace + "/")
                + updated.metadata().name() + "]";
    }

    /** {@return an update of all but the status} */
    public static Update of(ApiObject old, ApiObject updated) {
        return new Update(old, updated, false);
    }

    /** {@return an update of the status} */
    public static Update ofStatus(ApiObject old, ApiObject updated) {
        return new Update(old, updated, true);
    }
}
