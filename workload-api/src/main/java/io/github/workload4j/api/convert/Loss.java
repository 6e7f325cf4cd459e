package io.github.workload4j.api.convert;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;

/**
 * One thing that a conversion could not carry over as it was.
 *
 * @param object the object that was converted, as it was given
 * @param path where in that object, in the words of its own version; the document if it is about the object as a whole
 * @param kind what happened
 * @param value what stood there, or what was made up ({@link Kind#SYNTHESIZED}), as compact JSON; empty if there is
 *     nothing to show
 * @param detail why, as a sentence without a full stop
 */
public record Loss(ApiObject object, FieldPath path, Kind kind, String value, String detail) {

    public Loss {
        requireNonNull(object, "object");
        requireNonNull(path, "path");
        requireNonNull(kind, "kind");
        requireNonNull(value, "value");
        requireNonNull(detail, "detail");
    }

    /** {@return the loss of a field that a lenient reader passed over: it is carried into no other version} */
    public static Loss unknownField(ApiObject object, FieldPath path) {
        requireNonNull(object, "object");
        return new Loss(object, path, Kind.DROPPED, "", "a field that " + object.groupVersion() + " does not have");
    }

    /**
     * {@return the loss of what a manifest may say beyond the part of its kind that the model holds: of a Job its
     * template, of a Pod its images}
     */
    public static Loss heldInPart(ApiObject object) {
        requireNonNull(object, "object");
        String detail = "only what scheduling reads of a " + object.kind() + " is carried over, other fields are not";
        return new Loss(object, FieldPath.DOCUMENT, Kind.DROPPED, "", detail);
    }

    /**
     * {@return one line, such as {@code Workload ml/train: spec.podGroupTemplates[0].priority: DROPPED: 7: no place in
     * v1alpha1}}
     */
    @Override
    public String toString() {
        String namespace = object.metadata().namespace();
        String name =
                (namespace.isEmpty() ? "" : namespace + "/") + object.metadata().name();
        String where = path.equals(FieldPath.DOCUMENT) ? "" : path + ": ";
        return object.kind() + " " + name + ": " + where + kind + ": " + (value.isEmpty() ? "" : value + ": ") + detail;
    }

    /** What happened to something that could not be carried over. */
    public enum Kind {
        /** There is no place for it. */
        DROPPED,
        /** It is there, but means something else. */
        APPROXIMATED,
        /** It was not there and had to be made up. */
        SYNTHESIZED,
        /** It cannot be decided without objects that were not given; what it is about is left as it was. */
        NEEDS_CONTEXT,
        /** The rules of the target version refuse the result. */
        INVALID_IN_TARGET
    }
}
