package io.github.workload4j.policy.bean;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** A user's program that validates with Bean Validation; run by itself, with or without an expression language. */
final class ClassPathProgram {

    private ClassPathProgram() {}

    public static void main(String[] args) {
        Workload workload = Workload.of(ApiVersion.V1ALPHA1, "hpc", "solver", PodGroupTemplate.gang("ranks", 0));
        System.out.println("named module: " + Update.class.getModule().isNamed());
        System.out.println("expression language: " + isThere("jakarta.el.ExpressionFactory"));
        try (ValidatorFactory factory = args.length > 0
                ? Validation.byDefaultProvider()
                        .configure()
                        .messageInterpolator(new ParameterMessageInterpolator())
                        .buildValidatorFactory()
                : Validation.buildDefaultValidatorFactory()) {
            factory.getValidator()
                    .validate(workload)
                    .forEach(violation ->
                            System.out.println(violation.getPropertyPath() + ": " + violation.getMessage()));
        }
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
