module demo {
    requires io.github.workload4j.gang;
    requires io.github.workload4j.policy;
    requires io.github.workload4j.fabric8;
    requires com.fasterxml.jackson.core;
    requires org.yaml.snakeyaml;
    requires kubernetes.model.common;
    requires kubernetes.model.core;
    requires tools.jackson.databind;
}
