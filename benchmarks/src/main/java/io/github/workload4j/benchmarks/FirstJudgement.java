package io.github.workload4j.benchmarks;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.policy.rule.ManifestRules;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The first judgement in a fresh JVM, everything that has to be loaded included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class FirstJudgement {

    private final Workload workload =
            Workload.of(ApiVersion.V1BETA1, "hpc", "mesh-solver", PodGroupTemplate.gang("ranks", 16));

    @Benchmark
    public List<Violation> direct() {
        return ManifestRules.standard().checkCreate(workload);
    }

    @Benchmark
    public Set<ConstraintViolation<Workload>> beanValidation() {
        return Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator()
                .validate(workload);
    }
}
