/** The API server's rules for Workload manifests. */
module io.github.workload4j.policy {
    requires transitive io.github.workload4j.api;
    requires static transitive org.jspecify;

    exports io.github.workload4j.policy;
    exports io.github.workload4j.policy.lint;
}
