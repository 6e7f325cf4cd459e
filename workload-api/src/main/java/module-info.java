/** Kubernetes Workload manifests as immutable values. */
module io.github.workload4j.api {
    requires static transitive org.jspecify;
}
