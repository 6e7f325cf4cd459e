package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

/**
 * Why admission turns a whole request down, rather than one field of it.
 *
 * @param rule id of the rule in this project's list, such as {@code D-7}
 * @param message what the user is told
 */
public record Refusal(String rule, String message) {

    /** Checks presence. */
    public Refusal {
        requireNonNull(rule, "rule");
        requireNonNull(message, "message");
    }
}
