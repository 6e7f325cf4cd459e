package io.github.workload4j.api.yaml;

import io.github.workload4j.api.meta.ApiObject;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * Writes objects as manifests: fields in the order in which the API declares them, nothing that is absent, members of unions even if
 * they are empty, text in quotes exactly where a reader of YAML 1.1 or 1.2 would take it for something else.
 *
 * <p>Deterministic: equal objects are equal bytes, but for the order of labels and the like, which is the object's own. What is written and
 * read again is equal. Of a Node, Pod, Namespace or Job only the part is written that the model holds.
 */
public final class ManifestWriter {

    private static final ManifestWriter YAML = new ManifestWriter(true);
    private static final ManifestWriter JSON = new ManifestWriter(false);

    private final boolean yaml;

    private ManifestWriter(boolean yaml) {
        this.yaml = yaml;
    }

    /** {@return a writer of block YAML, documents separated by {@code ---}} */
    public static ManifestWriter yaml() {
        return YAML;
    }

    /** {@return a writer of compact JSON, one document a line} */
    public static ManifestWriter json() {
        return JSON;
    }

    /**
     * {@return the object as one document, ending in a line break}
     *
     * @throws IllegalArgumentException if the object holds what its version has no place for, or text that is not Unicode
     */
    public String write(ApiObject object) {
        StringBuilder text = new StringBuilder();
        try {
            write(List.of(object), text);
        } catch (IOException e) {
            throw new AssertionError("writing to memory", e);
        }
        return text.toString();
    }

    /**
     * Writes objects in the order given.
     *
     * @throws IllegalArgumentException if an object holds what its version has no place for, or text that is not Unicode; objects before it
     *     may have been written
     * @throws IOException if {@code out} fails
     */
    public void write(Iterable<? extends ApiObject> objects, Appendable out) throws IOException {
        boolean first = true;
        for (ApiObject object : objects) {
            if (yaml && !first) {
                out.append("---\n");
            }
            first = false;
            out.append(document(object));
        }
    }

    private String document(ApiObject object) throws IOException {
        Shape<? extends ApiObject> shape = Kinds.shape(object.groupVersion(), object.kind());
        if (shape == null) {
            throw new IllegalArgumentException(
                    "object: there is no kind " + object.kind() + " in " + object.groupVersion() + " (expected: another version)");
        }
        return document(object, shape);
    }

    @SuppressWarnings("unchecked")
    private <T extends ApiObject> String document(ApiObject object, Shape<T> shape) throws IOException {
        StringBuilder text = new StringBuilder();
        if (yaml) {
            YamlOutput output = new YamlOutput(text);
            shape.write((T) object, output);
        } else {
            try (JsonOutput output = new JsonOutput(text)) {
                shape.write((T) object, output);
            }
            text.append('\n');
        }
        requireWhole(object, text.toString());
        return text.toString();
    }

    /** A version is a wire shape; what has no place in it must not get lost in silence. */
    private static void requireWhole(ApiObject object, String text) {
        List<Document> back = ManifestReader.strict().read(text);
        boolean whole = back.size() == 1
                && back.get(0) instanceof Decoded decoded
                && Objects.equals(decoded.object(), object);
        if (!whole) {
            throw new IllegalArgumentException("object: " + object.kind() + " " + object.metadata().name()
                    + " holds what " + object.groupVersion() + " has no place for (expected: fields of that version, Unicode text)");
        }
    }
}
