package io.github.workload4j.cli.input;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.gang.GroupRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something of the inputs that answers do not know, because it could not be read or contradicts something else.
 *
 * @param file name of the input as the caller wrote it
 * @param line line of the document, or 0 for the whole input
 * @param what what it is and what is wrong with it, for people
 * @param place file and line, for people
 * @param fault what is wrong with it and where, for people
 * @param kind kind of the object, or empty if that is not known
 * @param group the group it would be, or null if it is none
 * @param namespace namespace of the object; may be empty
 * @param bears whether an answer about a group may be another one if it were known
 */
public record Unread(
        String file,
        int line,
        String what,
        String place,
        String fault,
        String kind,
        @Nullable GroupRef group,
        String namespace,
        boolean bears) {

    /** Objects of these kinds decide nothing about whether a group fits, whatever they say. */
    private static final List<String> WITHOUT_BEARING = List.of("Workload", "PodDisruptionBudget", "Job");

    /** {@return an input that could not be read, or not to its end} */
    public static Unread input(String file, String reason) {
        String place = Inputs.shown(file);
        return new Unread(file, 0, reason, place, place + ": " + reason, "", null, "", true);
    }

    /** {@return a document that could not be read, or was left out} */
    public static Unread document(String file, Document document, Problem problem) {
        String fault = (problem.field().isEmpty() ? "" : problem.field() + ": ") + problem.message();
        String place = Inputs.shown(file) + ":"
                + (problem.position() == null
                        ? document.line()
                        : problem.position().toString());
        String name = document.name().isEmpty() ? "" : " " + path(document);
        return new Unread(
                file,
                document.line(),
                (document.kind().isEmpty() ? "" : document.kind() + name + ": ") + fault,
                Inputs.shown(file) + ":" + document.line(),
                place + ": " + fault,
                document.kind(),
                group(document),
                document.namespace(),
                !WITHOUT_BEARING.contains(document.kind()));
    }

    /** {@return a value of an object that only means pods; no other pod minds it} */
    static Unread value(String file, int line, String object, Position position, String fault) {
        String place = Inputs.shown(file);
        return new Unread(
                file,
                line,
                object + ": " + fault,
                place + ":" + line,
                place + ":" + position + ": " + fault,
                "",
                null,
                "",
                false);
    }

    private static String path(Document document) {
        return (document.namespace().isEmpty() ? "" : document.namespace() + "/") + document.name();
    }

    private static @Nullable GroupRef group(Document document) {
        if (document.name().isEmpty()) {
            return null;
        }
        return switch (document.kind()) {
            case "PodGroup" -> GroupRef.podGroup(document.namespace(), document.name());
            case "CompositePodGroup" -> GroupRef.compositePodGroup(document.namespace(), document.name());
            // Later versions hold templates, which are no groups.
            case "Workload" ->
                ApiVersion.from(document.apiVersion())
                                .filter(version -> version != ApiVersion.V1ALPHA1)
                                .isPresent()
                        ? null
                        : GroupRef.workload(document.namespace(), document.name(), "", "");
            default -> null;
        };
    }

    /** {@return whether an answer about a group may be another one if this were known} */
    boolean bearsOn(GroupRef asked) {
        if (kind.equals("PodGroup") || kind.equals("CompositePodGroup")) {
            return asked.kind() == GroupRef.Kind.COMPOSITE_POD_GROUP && isIn(asked.namespace());
        }
        return bears;
    }

    /**
     * Tells whether a group that does not fit might fit if this were known. More pods only take room, unless they are
     * members, or members want to be near other pods or where few are.
     *
     * @param attracted whether a member of the group minds where other pods are
     */
    boolean mayHelp(GroupRef asked, boolean attracted) {
        return bearsOn(asked) && (!kind.equals("Pod") || attracted || isIn(asked.namespace()));
    }

    private boolean isIn(String other) {
        return ObjectMeta.namespaceOrDefault(namespace).equals(other);
    }
}
