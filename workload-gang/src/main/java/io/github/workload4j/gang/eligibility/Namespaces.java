package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.meta.ApiObject;

/** Namespaces of objects; none written means {@value #DEFAULT}, as for {@code kubectl}. */
public final class Namespaces {

    /** The namespace of objects that name none. */
    public static final String DEFAULT = "default";

    private Namespaces() {}

    /** {@return the namespace of an object} */
    public static String of(ApiObject object) {
        return orDefault(object.metadata().namespace());
    }

    /** {@return namespace and name of an object, as {@code namespace/name}} */
    public static String qualified(ApiObject object) {
        return of(object) + "/" + object.metadata().name();
    }

    /** {@return the namespace, or the default one for an empty text} */
    public static String orDefault(String namespace) {
        return namespace.isEmpty() ? DEFAULT : namespace;
    }
}
