package io.github.workload4j.api.yaml;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ObjectList;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.wire.Unwritable;
import io.github.workload4j.api.wire.table.Kinds;
import java.io.IOException;

/**
 * Writes objects as manifests: fields in the order in which the API declares them, nothing that is absent, members of
 * unions even if they are empty, text in quotes exactly where a reader of YAML 1.1 or 1.2 would take it for something
 * else.
 *
 * <p>Deterministic: equal objects are equal bytes, but for the order of labels and the like, which is the object's own.
 * What is written and read again is equal. Of a Node, Pod, Namespace, PodDisruptionBudget, Job or an object about
 * volumes only the part is written that the model holds: what else a manifest said is lost, and {@link
 * Decoded#losses()} of the document that it was read from says whether there was something.
 */
public final class ManifestWriter {

    private static final ManifestWriter YAML = new ManifestWriter(true);
    private static final ManifestWriter JSON = new ManifestWriter(false);

    private static final int FIRST_SIZE = 1024;

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
     * @throws IllegalArgumentException if the object holds what its version has no place for, or text that is not
     *     Unicode
     */
    public String write(ApiObject object) {
        requireNonNull(object, "object");
        StringBuilder text = new StringBuilder(FIRST_SIZE);
        append(object, text);
        return text.toString();
    }

    /**
     * Writes objects in the order given.
     *
     * @throws IllegalArgumentException if an object holds what its version has no place for, or text that is not
     *     Unicode; objects before it may have been written
     * @throws IOException if {@code out} fails
     */
    public void write(Iterable<? extends ApiObject> objects, Appendable out) throws IOException {
        requireNonNull(objects, "objects");
        requireNonNull(out, "out");
        StringBuilder text = new StringBuilder(FIRST_SIZE);
        for (ApiObject object : objects) {
            append(object, text);
            out.append(text);
            text.setLength(0);
            text.append(yaml ? "---\n" : "");
        }
    }

    /**
     * {@return the list as one document, ending in a line break; every item says its version and kind}
     *
     * <p>{@link ManifestReader} opens it: it hands out the items, and what the list itself carries is for a client that
     * reads it with {@link WorkloadModule}.
     *
     * @throws IllegalArgumentException if the list is neither {@code v1}'s {@code List} nor the list of a kind of its
     *     version, if it is the latter and an item is of another kind or version, or if an item cannot be written
     */
    public String write(ObjectList<?> list) {
        requireNonNull(list, "list");
        StringBuilder text = new StringBuilder(FIRST_SIZE);
        try {
            ObjectLists.write(list, yaml ? new YamlOutput(text) : new JsonManifest(text));
        } catch (Unwritable e) {
            throw e.refusing("list: " + list.kind() + " of " + list.groupVersion());
        }
        if (!yaml) {
            text.append('\n');
        }
        return text.toString();
    }

    private void append(ApiObject object, StringBuilder text) {
        try {
            Kinds.write(object, yaml ? new YamlOutput(text) : new JsonManifest(text));
        } catch (Unwritable e) {
            throw e.refusing(
                    "object: " + object.kind() + " " + object.metadata().name() + " of " + object.groupVersion());
        }
        if (!yaml) {
            text.append('\n');
        }
    }
}
