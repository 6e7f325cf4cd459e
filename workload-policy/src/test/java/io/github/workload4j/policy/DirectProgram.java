package io.github.workload4j.policy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.policy.lint.Lints;
import io.github.workload4j.policy.rule.ManifestRules;
import java.util.List;

/** A user's program that calls the rules directly, without Bean Validation anywhere; run by itself. */
final class DirectProgram {

    private DirectProgram() {}

    public static void main(String[] args) {
        Workload workload = Workload.of(ApiVersion.V1ALPHA1, "hpc", "solver", PodGroupTemplate.gang("ranks", 0));
        System.out.println("named module: " + ManifestRules.class.getModule().isNamed());
        try {
            Class.forName("jakarta.validation.Constraint");
            System.out.println("Bean Validation is there");
        } catch (ClassNotFoundException e) {
            System.out.println("Bean Validation is absent");
        }
        System.out.println("annotations: " + ManifestValue.class.getAnnotations().length);
        ManifestRules.standard().checkCreate(workload).forEach(System.out::println);
        System.out.println("warnings: "
                + Lints.check(List.of(Defaulting.standard().apply(workload).object()))
                        .size());
    }
}
