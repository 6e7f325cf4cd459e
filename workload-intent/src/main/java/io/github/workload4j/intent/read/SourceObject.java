package io.github.workload4j.intent.read;

import static java.util.Objects.requireNonNull;

/**
 * An object of the input.
 *
 * @param apiVersion group and version, as written
 * @param kind its kind
 * @param namespace its namespace as written, may be empty
 * @param name its name
 */
public record SourceObject(String apiVersion, String kind, String namespace, String name) {

    public SourceObject {
        requireNonNull(apiVersion, "apiVersion");
        requireNonNull(kind, "kind");
        requireNonNull(namespace, "namespace");
        requireNonNull(name, "name");
    }

    /** {@return the group of the API, empty for {@code core}} */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** {@return kind, namespace and name, such as {@code Job ml/train}} */
    @Override
    public String toString() {
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
