package io.github.workload4j.api.convert;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What a conversion made, and what it could not carry over.
 *
 * @param objects the objects in the order of the input; groups that were made up follow the Workload they belong to
 * @param losses what was lost, in the order of the input; empty if nothing was
 */
public record Converted(List<ApiObject> objects, List<Loss> losses) {

    public Converted {
        objects = List.copyOf(requireNonNull(objects, "objects"));
        losses = List.copyOf(requireNonNull(losses, "losses"));
    }

    /** {@return whether nothing was lost, made up or left undecided} */
    public boolean isLossless() {
        return losses.isEmpty();
    }

    /**
     * {@return the same objects with further losses, such as {@linkplain Loss#unknownField fields a lenient reader
     * passed over}}
     */
    public Converted withLosses(List<Loss> further) {
        requireNonNull(further, "further");
        List<Loss> all = new ArrayList<>(losses);
        all.addAll(further);
        return new Converted(objects, all);
    }
}
