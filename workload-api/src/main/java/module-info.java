/**
 * Kubernetes Workload manifests as immutable values.
 *
 * <p>The model needs nothing but the JDK; only reading and writing manifests uses Jackson and SnakeYAML, and only
 * {@code io.github.workload4j.api.bean} Jakarta Validation, which need not be there.
 */
@SuppressWarnings("module") // the modules exported to are built after this one
module io.github.workload4j.api {
    // For the less usual texts only: a faulty one, one of an unusual shape (docs/depending.md).
    requires static com.fasterxml.jackson.core;
    requires static org.yaml.snakeyaml;
    // Only for WorkloadModule, for callers with an ObjectMapper of their own.
    requires static com.fasterxml.jackson.databind;
    requires static jakarta.validation;
    requires static transitive org.jspecify;

    exports io.github.workload4j.api;
    exports io.github.workload4j.api.bean;
    exports io.github.workload4j.api.convert;
    exports io.github.workload4j.api.core;
    exports io.github.workload4j.api.device;
    exports io.github.workload4j.api.edit;
    exports io.github.workload4j.api.field;
    exports io.github.workload4j.api.foreign to
            io.github.workload4j.client,
            io.github.workload4j.fabric8;
    exports io.github.workload4j.api.format to
            io.github.workload4j.cli,
            io.github.workload4j.intent,
            io.github.workload4j.policy;
    exports io.github.workload4j.api.json to
            io.github.workload4j.intent,
            io.github.workload4j.policy;
    exports io.github.workload4j.api.meta;
    exports io.github.workload4j.api.release;
    exports io.github.workload4j.api.spelling to
            io.github.workload4j.gang;
    exports io.github.workload4j.api.storage;
    exports io.github.workload4j.api.yaml;

    uses io.github.workload4j.api.bean.BeanRules;
}
