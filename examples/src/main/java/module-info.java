/** Small programs to copy. */
module io.github.workload4j.examples {
    requires io.github.workload4j.api;
    requires io.github.workload4j.policy;
    requires io.github.workload4j.gang;
    requires io.github.workload4j.intent;
    requires jakarta.validation;
    requires java.logging;
    requires jdk.httpserver;
    requires org.hibernate.validator;
    // Not used here: where these are required, every manifest can be read.
    requires com.fasterxml.jackson.core;
    requires org.yaml.snakeyaml;
    requires static org.jspecify;

    exports io.github.workload4j.examples;
}
