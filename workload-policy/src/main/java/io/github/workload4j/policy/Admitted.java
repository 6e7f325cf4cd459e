package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import java.util.List;

/**
 * An object after admission.
 *
 * @param object the object with what admission fills in; the one that went in if that is nothing
 * @param filled what was filled in, in document order
 * @param refusals why the request is turned down; empty if it is not
 */
public record Admitted(ApiObject object, List<Filled> filled, List<Refusal> refusals) {

    public Admitted {
        requireNonNull(object, "object");
        filled = List.copyOf(requireNonNull(filled, "filled"));
        refusals = List.copyOf(requireNonNull(refusals, "refusals"));
    }
}
