package io.github.workload4j.intent.draft;

import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.intent.read.SourceObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object of the input, with all that it says.
 *
 * @param source what it is
 * @param root all that it says
 */
public record InputObject(SourceObject source, PlainValue root) {

    /** Conditions and phases of Jobs of all projects in which they are over. */
    private static final Set<String> FINISHED = Set.of(
            "Complete", "Completed", "Succeeded", "Failed", "Finished", "Terminated", "Aborted", "COMPLETED", "FAILED");

    public PlainValue spec() {
        return root.field("spec");
    }

    /** {@return the object that manages this one, in the same namespace} */
    public Optional<SourceObject> controller() {
        for (PlainValue owner : root.field("metadata").field("ownerReferences").items()) {
            Map<String, PlainValue> fields = owner.keys();
            if (text(fields, "kind").isPresent()
                    && text(fields, "name").isPresent()
                    && owner.field("controller").truth().orElse(false)) {
                return Optional.of(new SourceObject(
                        text(fields, "apiVersion").orElse(""),
                        text(fields, "kind").get(),
                        source.namespace(),
                        text(fields, "name").get()));
            }
        }
        return Optional.empty();
    }

    /** {@return whether the status says that it is over} */
    public boolean isFinished() {
        PlainValue status = root.field("status");
        for (PlainValue condition : status.field("conditions").items()) {
            if (FINISHED.contains(condition.field("type").text().orElse(""))
                    && condition.field("status").text().equals(Optional.of("True"))) {
                return true;
            }
        }
        return FINISHED.contains(status.field("jobDeploymentStatus").text().orElse(""))
                || FINISHED.contains(status.field("state").field("phase").text().orElse(""))
                || FINISHED.contains(
                        status.field("applicationState").field("state").text().orElse(""));
    }

    private static Optional<String> text(Map<String, PlainValue> fields, String name) {
        PlainValue value = fields.get(name);
        return value == null ? Optional.empty() : value.text();
    }
}
