package io.github.workload4j.api.meta;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One aspect of an object's state, as last observed.
 *
 * @param type which aspect, such as PodGroupScheduled
 * @param status True, False or Unknown
 * @param observedGeneration generation of the object this was observed at, 0 if not said
 * @param lastTransitionTime when the status last changed, or null
 * @param reason one word for programs
 * @param message a sentence for people
 */
public record Condition(
        String type,
        String status,
        long observedGeneration,
        @Nullable Instant lastTransitionTime,
        String reason,
        String message)
        implements ManifestValue {

    public Condition {
        requireNonNull(type, "type");
        requireNonNull(status, "status");
        requireNonNull(reason, "reason");
        requireNonNull(message, "message");
    }

    /** {@return whether the status is {@code True}} */
    public boolean isTrue() {
        return status.equals("True");
    }

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder holding this value's parts} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.type = type;
        builder.status = status;
        builder.observedGeneration = observedGeneration;
        builder.lastTransitionTime = lastTransitionTime;
        builder.reason = reason;
        builder.message = message;
        return builder;
    }

    /**
     * Collects the parts of a {@link Condition}; each setter sets the component of its name. Not thread-safe, may be
     * used again after {@link #build()}.
     */
    public static final class Builder {
        private String type = "";
        private String status = "";
        private long observedGeneration;
        private @Nullable Instant lastTransitionTime;
        private String reason = "";
        private String message = "";

        private Builder() {}

        public Builder type(String type) {
            this.type = requireNonNull(type, "type");
            return this;
        }

        public Builder status(String status) {
            this.status = requireNonNull(status, "status");
            return this;
        }

        public Builder observedGeneration(long observedGeneration) {
            this.observedGeneration = observedGeneration;
            return this;
        }

        public Builder lastTransitionTime(@Nullable Instant lastTransitionTime) {
            this.lastTransitionTime = lastTransitionTime;
            return this;
        }

        public Builder reason(String reason) {
            this.reason = requireNonNull(reason, "reason");
            return this;
        }

        public Builder message(String message) {
            this.message = requireNonNull(message, "message");
            return this;
        }

        /** {@return the value} */
        public Condition build() {
            return new Condition(type, status, observedGeneration, lastTransitionTime, reason, message);
        }
    }
}
