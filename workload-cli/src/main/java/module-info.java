/**
 * The {@code workload} command: validates, converts, asks, explains and draws. A program, not a library: it exports
 * nothing.
 */
module io.github.workload4j.cli {
    requires io.github.workload4j.api;
    requires io.github.workload4j.policy;
    requires io.github.workload4j.gang;
    requires io.github.workload4j.intent;
    requires com.fasterxml.jackson.core;
    // Not used here: where it is required, every manifest can be read.
    requires org.yaml.snakeyaml;
    requires info.picocli;
    requires java.logging;
    // Writes JUnit reports.
    requires java.xml;
    requires static org.jspecify;

    opens io.github.workload4j.cli to
            info.picocli;
    opens io.github.workload4j.cli.answer to
            info.picocli;
    opens io.github.workload4j.cli.capacity to
            info.picocli;
    opens io.github.workload4j.cli.change to
            info.picocli;
    opens io.github.workload4j.cli.fleet to
            info.picocli;
    opens io.github.workload4j.cli.input to
            info.picocli;
    opens io.github.workload4j.cli.intent to
            info.picocli;
    opens io.github.workload4j.cli.manifest to
            info.picocli;
    opens io.github.workload4j.cli.purchase to
            info.picocli;
    opens io.github.workload4j.cli.screen to
            info.picocli;
    opens io.github.workload4j.cli.verify to
            info.picocli;
}
