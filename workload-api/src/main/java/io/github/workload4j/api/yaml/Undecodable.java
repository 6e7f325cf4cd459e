package io.github.workload4j.api.yaml;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.Stage;
import java.util.List;

/** A document that should be an object of the model and is not. */
public final class Undecodable extends PlacedDocument implements Document {

    private final Stage stage;
    private final List<Fault> faults;

    Undecodable(Source source, Stage stage, List<Fault> faults) {
        super(source);
        this.stage = requireNonNull(stage, "stage");
        this.faults = List.copyOf(faults);
    }

    /** {@return how far it got} */
    public Stage stage() {
        return stage;
    }

    /** {@return all that is wrong, in document order; never empty} */
    public List<Fault> faults() {
        return faults;
    }

    @Override
    List<Object> parts() {
        return List.of(stage, faults);
    }

    @Override
    String summary() {
        String more = faults.size() == 1 ? "" : " (faults: " + faults.size() + ")";
        return "undecodable: " + faults.get(0) + more;
    }
}
