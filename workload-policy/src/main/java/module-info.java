/**
 * The rules of each release's API server for Workload manifests.
 *
 * <p>Only {@code io.github.workload4j.policy.bean} uses Jakarta Validation and Hibernate Validator; neither need be
 * there for the rest.
 */
module io.github.workload4j.policy {
    requires static jakarta.validation;
    requires static org.hibernate.validator;
    requires transitive io.github.workload4j.api;
    requires static transitive org.jspecify;

    exports io.github.workload4j.policy;
    exports io.github.workload4j.policy.bean;
    exports io.github.workload4j.policy.lint;
    exports io.github.workload4j.policy.rule;
    exports io.github.workload4j.policy.server;

    provides io.github.workload4j.api.bean.BeanRules with
            io.github.workload4j.policy.bean.CreateRules;
}
