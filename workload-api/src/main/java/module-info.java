/**
 * Kubernetes Workload manifests as immutable values.
 *
 * <p>The model needs nothing but the JDK.
 */
module io.github.workload4j.api {
    requires static transitive org.jspecify;

    exports io.github.workload4j.api;
    exports io.github.workload4j.api.core;
    exports io.github.workload4j.api.field;
    exports io.github.workload4j.api.meta;
}
