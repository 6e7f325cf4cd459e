package io.github.workload4j.api.convert;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Collects what one conversion loses. */
final class Losses {

    private final ApiVersion target;
    private final Map<ApiObject, List<Loss>> found = new IdentityHashMap<>();

    Losses(ApiVersion target) {
        this.target = target;
    }

    void add(Loss loss) {
        found.computeIfAbsent(loss.object(), any -> new ArrayList<>()).add(loss);
    }

    void add(ApiObject source, FieldPath path, Loss.Kind kind, String value, String detail) {
        add(new Loss(source, path, kind, value, detail));
    }

    /**
     * Reports what a step drops; of a conversion by way of a version between it names the version that was asked for.
     */
    void dropped(ApiObject source, FieldPath path, String value, String step) {
        boolean between = step.equals(ApiVersion.V1ALPHA2.version());
        add(source, path, Loss.Kind.DROPPED, value, "no place in " + (between ? target.version() : step));
    }

    /** Takes back what was reported about an object, which is left as it was. */
    void forget(ApiObject source) {
        found.remove(source);
    }

    /** {@return what was found, object by object; may be called once} */
    List<Loss> inOrderOf(Collection<? extends ApiObject> objects) {
        List<Loss> losses = new ArrayList<>();
        objects.forEach(object -> losses.addAll(Objects.requireNonNullElse(found.remove(object), List.of())));
        return losses;
    }
}
