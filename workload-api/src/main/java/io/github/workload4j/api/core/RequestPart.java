package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

/**
 * A part of what one pod takes of a resource.
 *
 * @param kind what asks for it
 * @param container the name of the container; empty for what the pod asks as a whole
 * @param amount how much, exact
 */
public record RequestPart(Kind kind, String container, Quantity amount) {

    /** What asks for a part. */
    public enum Kind {
        /** A container that runs as long as the pod does. */
        CONTAINER,
        /** An init container that always restarts, and so runs beside the containers. */
        SIDECAR,
        /** The init container that asks more, with the sidecars before it, than all containers together. */
        INIT,
        /** The pod-level request, in place of those of the containers. */
        POD,
        /** The overhead of the runtime class. */
        OVERHEAD
    }

    public RequestPart {
        requireNonNull(kind, "kind");
        requireNonNull(container, "container");
        requireNonNull(amount, "amount");
    }
}
