package io.github.workload4j.jackson3;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.api.yaml.PlainValue;
import io.github.workload4j.api.yaml.Undecodable;
import java.util.List;
import java.util.function.Function;

/**
 * A part of an object, read and written inside an object that has nothing else.
 *
 * @param type its type
 * @param before the object before the part, as JSON
 * @param after the object after the part
 * @param steps the fields and indices down to it
 * @param part the part of such an object
 * @param object an object with such a part
 */
record ManifestPart3<T>(
        Class<T> type,
        String before,
        String after,
        List<String> steps,
        Function<ApiObject, T> part,
        Function<T, ApiObject> object) {

    /** {@return a part of a kind, at a path such as {@code spec.tolerations.0}} */
    @SuppressWarnings("unchecked")
    static <T, O extends ApiObject> ManifestPart3<T> of(
            Class<T> type, String apiVersion, String kind, String path, Function<O, T> part, Function<T, O> object) {
        StringBuilder before = new StringBuilder("{\"apiVersion\":\"" + apiVersion + "\",\"kind\":\"" + kind + "\"");
        StringBuilder after = new StringBuilder("}");
        List<String> steps = List.of(path.split("\\."));
        for (int step = 0; step < steps.size(); step++) {
            boolean isItem = steps.get(step).equals("0");
            if (!isItem) {
                before.append(step > 0 ? "{" : ",")
                        .append('"')
                        .append(steps.get(step))
                        .append("\":");
                if (step > 0) {
                    after.insert(0, '}');
                }
            } else {
                before.append('[');
                after.insert(0, ']');
            }
        }
        return new ManifestPart3<>(
                type, before.toString(), after.toString(), steps, whole -> part.apply((O) whole), object::apply);
    }

    static <T extends ApiObject> ManifestPart3<T> whole(Class<T> type) {
        return new ManifestPart3<>(
                type,
                "",
                "",
                List.of(),
                object -> {
                    if (!type.isInstance(object)) {
                        throw new IllegalArgumentException(
                                "found " + object.kind() + ", expected " + type.getSimpleName());
                    }
                    return type.cast(object);
                },
                value -> value);
    }

    /**
     * Reads the part.
     *
     * @throws IllegalArgumentException with every fault on a line of its own
     */
    T read(TokenText text, ManifestReader reader) {
        List<Document> documents = reader.read(text.with(after));
        Document document = documents.get(0);
        if (document instanceof Undecodable undecodable) {
            List<String> faults = undecodable.faults().stream()
                    .map(fault -> here(fault, text).toString())
                    .toList();
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        if (!(document instanceof Decoded decoded) || documents.size() != 1) {
            throw new IllegalArgumentException("found " + document.kind() + ", expected " + type.getSimpleName());
        }
        return part.apply(decoded.object());
    }

    private Fault here(Fault fault, TokenText text) {
        FieldPath path = FieldPath.DOCUMENT;
        List<FieldPath.Step> all = fault.path().steps();
        for (FieldPath.Step step : all.subList(Math.min(steps.size(), all.size()), all.size())) {
            if (step instanceof FieldPath.Field field) {
                path = path.child(field.name());
            } else if (step instanceof FieldPath.Index item) {
                path = path.index(item.index());
            } else if (step instanceof FieldPath.Key key) {
                path = path.key(key.key());
            }
        }
        return new Fault(fault.type(), path, text.place(fault.position()), fault.detail(), fault.hint());
    }

    /** {@return the part as JSON} */
    String write(T value) {
        PlainValue at = ManifestReader.lenient()
                .read(ManifestWriter.json().write(object.apply(value)))
                .get(0)
                .content()
                .orElseThrow();
        for (String step : steps) {
            at = step.equals("0") ? at.items().get(0) : at.field(step);
        }
        return at.isThere() ? at.json() : "{}";
    }
}
