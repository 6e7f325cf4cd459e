package consumer;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Asks Bean Validation about a group. */
public final class ValidateBean {

    private ValidateBean() {}

    public static void main(String[] args) {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "Train", 4);
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            System.out.println(factory.getValidator().validate(group).iterator().next().getPropertyPath());
        }
    }
}
