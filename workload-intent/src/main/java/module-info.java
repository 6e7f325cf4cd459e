/** From what people write, such as a Job or a controller's own object, to Workloads and their groups. */
module io.github.workload4j.intent {
    requires transitive io.github.workload4j.api;
    requires static transitive org.jspecify;

    exports io.github.workload4j.intent;
    exports io.github.workload4j.intent.compile;
    exports io.github.workload4j.intent.derive;
    exports io.github.workload4j.intent.read;
}
