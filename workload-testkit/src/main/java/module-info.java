/** Arbitrary manifests, clusters and gangs for property tests, and a brute-force oracle. */
module io.github.workload4j.testkit {
    requires com.fasterxml.jackson.core;
    requires transitive io.github.workload4j.api;
    requires transitive io.github.workload4j.gang;
    requires transitive io.github.workload4j.intent;
    requires io.github.workload4j.policy;
    requires transitive net.jqwik.api;
    requires static transitive org.jspecify;
    // Only for the packages assertion and junit.
    requires static org.assertj.core;
    requires static org.junit.jupiter.api;

    exports io.github.workload4j.testkit;
    exports io.github.workload4j.testkit.assertion;
    exports io.github.workload4j.testkit.junit;

    opens io.github.workload4j.testkit.junit to
            org.junit.platform.commons;

    exports io.github.workload4j.testkit.oracle;
}
