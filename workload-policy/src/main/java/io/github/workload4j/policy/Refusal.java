package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

/**
 * Why admission turns a whole request down, rather than one field of it.
 *
 * @param rule the rule that says so, such as {@link Rule#D_7}
 * @param message what the user is told
 */
public record Refusal(Rule rule, String message) {

    public Refusal {
        requireNonNull(rule, "rule");
        requireNonNull(message, "message");
    }
}
