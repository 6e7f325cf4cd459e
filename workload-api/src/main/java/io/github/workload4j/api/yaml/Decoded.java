package io.github.workload4j.api.yaml;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.List;

/**
 * A document that is an object of the model.
 *
 * @param source where it is
 * @param object what it says; need not be valid
 * @param warnings what a strict reader would have refused; empty for a strict reader
 * @param isWhole whether the object holds all that the document says but for those warnings; of a Pod, Node or Job the model holds a part
 */
public record Decoded(Source source, ApiObject object, List<Fault> warnings, boolean isWhole) implements Document {

    /** Checks presence and copies the list. */
    public Decoded {
        requireNonNull(source, "source");
        requireNonNull(object, "object");
        warnings = List.copyOf(requireNonNull(warnings, "warnings"));
    }

    /**
     * {@return what is lost where the object takes the place of the document: what the reader passed over, by its place, or as a whole} A conversion
     * that {@linkplain io.github.workload4j.api.convert.Conversion#takingObjectsAsWhole() takes objects as whole} leaves it to the caller to add them.
     */
    public List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        for (Fault warning : warnings) {
            losses.add(
                    warning.type() == Fault.Type.UNKNOWN_FIELD
                            ? Loss.unknownField(object, warning.path())
                            : new Loss(object, warning.path(), Loss.Kind.DROPPED, "", warning.detail()));
        }
        if (!isWhole) {
            losses.add(Loss.heldInPart(object));
        }
        return losses;
    }
}
