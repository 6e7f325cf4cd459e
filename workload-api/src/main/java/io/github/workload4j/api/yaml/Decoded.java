package io.github.workload4j.api.yaml;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.meta.ApiObject;
import java.util.List;

/** A document that is an object of the model. */
public final class Decoded extends PlacedDocument implements Document {

    private final ApiObject object;
    private final List<Fault> warnings;

    Decoded(Source source, ApiObject object, List<Fault> warnings) {
        super(source);
        this.object = requireNonNull(object, "object");
        this.warnings = List.copyOf(warnings);
    }

    /** {@return what the document says; need not be valid} */
    public ApiObject object() {
        return object;
    }

    /** {@return what a strict reader would have refused; empty for a strict reader} */
    public List<Fault> warnings() {
        return warnings;
    }

    @Override
    List<Object> parts() {
        return List.of(object, warnings);
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
