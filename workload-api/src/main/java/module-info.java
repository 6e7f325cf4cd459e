/**
 * Kubernetes Workload manifests as immutable values.
 *
 * <p>The model needs nothing but the JDK; only {@code io.github.workload4j.api.yaml} uses Jackson and SnakeYAML.
 */
module io.github.workload4j.api {
    requires com.fasterxml.jackson.core;
    requires org.yaml.snakeyaml;
    requires static transitive org.jspecify;

    exports io.github.workload4j.api;
    exports io.github.workload4j.api.convert;
    exports io.github.workload4j.api.core;
    exports io.github.workload4j.api.field;
    exports io.github.workload4j.api.meta;
    exports io.github.workload4j.api.yaml;
}
