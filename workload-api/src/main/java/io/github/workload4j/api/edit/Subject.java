package io.github.workload4j.api.edit;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something in a document that is converted: the object it is, or a pod template in it. */
final class Subject {

    final Document document;
    final ApiObject source;
    final @Nullable PodReference reference;
    private final List<ApiObject> results = new ArrayList<>();

    Subject(Document document, ApiObject source, @Nullable PodReference reference) {
        this.document = document;
        this.source = source;
        this.reference = reference;
    }

    void add(ApiObject result) {
        results.add(result);
    }

    /** {@return what the source is now, or null if it is gone} */
    @Nullable
    ApiObject own() {
        return !results.isEmpty() && results.get(0).kind().equals(source.kind()) ? results.get(0) : null;
    }

    /** {@return objects that were made up for it} */
    List<ApiObject> made() {
        return own() == null ? results : results.subList(1, results.size());
    }

    boolean isChanged() {
        return !source.equals(own());
    }

    /** {@return a path of the source as a path of the document} */
    FieldPath inDocument(FieldPath path) {
        List<FieldPath.Step> steps = path.steps();
        return reference == null ? path : reference.at().then(steps.subList(1, steps.size()));
    }
}
