package io.github.workload4j.policy.server;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.DroppedField;
import io.github.workload4j.policy.Filled;
import io.github.workload4j.policy.Refusal;
import java.util.List;

/**
 * What a server does with a request.
 *
 * @param release the release of the server
 * @param object what it stores if it accepts the request: with what was filled in, without what was dropped
 * @param filled what was filled in, by defaulting and then by admission
 * @param dropped what was asked for and dropped without a word, because a feature gate is off
 * @param refusals why admission refuses the whole request; then no rule is broken, or none was judged
 * @param violations the broken rules, in document order
 */
public record ServerAnswer(
        KubernetesRelease release,
        ApiObject object,
        List<Filled> filled,
        List<DroppedField> dropped,
        List<Refusal> refusals,
        List<Violation> violations) {

    public ServerAnswer {
        requireNonNull(release, "release");
        requireNonNull(object, "object");
        filled = List.copyOf(requireNonNull(filled, "filled"));
        dropped = List.copyOf(requireNonNull(dropped, "dropped"));
        refusals = List.copyOf(requireNonNull(refusals, "refusals"));
        violations = List.copyOf(requireNonNull(violations, "violations"));
    }

    /** {@return whether the server accepts the request; not whether all that was asked for is kept} */
    public boolean isAccepted() {
        return refusals.isEmpty() && violations.isEmpty();
    }
}
