package io.github.workload4j.api.yaml;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.Stage;
import io.github.workload4j.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.List;

/** A document that is an object of the model. */
public final class Decoded extends PlacedDocument implements Document {

    private final ApiObject object;
    private final List<Fault> warnings;
    private final boolean isWhole;

    Decoded(Source source, ApiObject object, List<Fault> warnings, boolean isWhole) {
        super(source);
        this.object = requireNonNull(object, "object");
        this.warnings = List.copyOf(warnings);
        this.isWhole = isWhole;
    }

    /** {@return what the document says; need not be valid} */
    public ApiObject object() {
        return object;
    }

    /** {@return what a strict reader would have refused; empty for a strict reader} */
    public List<Fault> warnings() {
        return warnings;
    }

    /**
     * {@return whether the object holds all that the document says, apart from the warnings; of a Pod, Node or Job the
     * model holds a part}
     */
    public boolean isWhole() {
        return isWhole;
    }

    /**
     * {@return what is lost if the object replaces the document: each skipped field by its place, or the rest as a
     * whole}
     *
     * <p>After a conversion that {@linkplain io.github.workload4j.api.convert.Conversion#takingObjectsAsWhole() takes
     * objects as whole}, the caller adds these losses.
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

    /**
     * {@return this document as a strict reader gives it: undecodable with the warnings that are faults to one, or this
     * document if there are none}
     */
    public Document strict() {
        List<Fault> faults = strictFaults();
        return faults.isEmpty() ? this : new Undecodable(source(), Stage.STRICT, faults);
    }

    /** {@return the warnings that are faults to a strict reader, in document order} */
    public List<Fault> strictFaults() {
        return warnings.stream()
                .filter(fault -> fault.type().stage() == Stage.STRICT)
                .toList();
    }

    @Override
    List<Object> parts() {
        return List.of(object, warnings, isWhole);
    }

    @Override
    String summary() {
        String namespace = object.metadata().namespace();
        String name =
                (namespace.isEmpty() ? "" : namespace + "/") + object.metadata().name();
        String warned = warnings.isEmpty() ? "" : ", warnings: " + warnings.size();
        return object.kind() + " " + name + " of " + object.groupVersion() + warned;
    }
}
