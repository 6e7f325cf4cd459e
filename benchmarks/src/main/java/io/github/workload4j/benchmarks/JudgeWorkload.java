package io.github.workload4j.benchmarks;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.policy.rule.ManifestRules;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All rules on a good Workload of eight groups: called directly, through Bean Validation, and beside stock annotations
 * on records.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class JudgeWorkload {

    /**
     * A Workload as records with stock constraints: what the peer can say of it, without unions, uniqueness and
     * updates.
     */
    public record Annotated(
            @NotNull @Size(min = 1, max = 253) @Pattern(regexp = "[a-z0-9]([-a-z0-9.]*[a-z0-9])?")
            String name,

            @NotNull @Size(min = 1, max = 63) @Pattern(regexp = "[a-z0-9]([-a-z0-9]*[a-z0-9])?")
            String namespace,

            @NotEmpty @Size(max = 8) List<@Valid Group> podGroups) {}

    /** One of its groups. */
    public record Group(
            @NotNull @Size(min = 1, max = 63) @Pattern(regexp = "[a-z0-9]([-a-z0-9]*[a-z0-9])?")
            String name,

            @Min(1) int minCount,
            @Size(max = 253) String priorityClassName,
            @Max(1_000_000_000) int priority) {}

    /** The version of the Workload. */
    @Param({"V1ALPHA1", "V1BETA1"})
    public ApiVersion version;

    private Workload workload;
    private Annotated annotated;
    private final ManifestRules rules = ManifestRules.standard();
    private final Validator validator = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    @Setup
    public void make() {
        PodGroupTemplate[] groups = IntStream.range(0, 8)
                .mapToObj(i -> PodGroupTemplate.gang("workers-" + i, 4 + i))
                .toArray(PodGroupTemplate[]::new);
        workload = Workload.of(version, "hpc", "mesh-solver", groups);
        annotated = new Annotated(
                "mesh-solver",
                "hpc",
                IntStream.range(0, 8)
                        .mapToObj(i -> new Group("workers-" + i, 4 + i, "", 0))
                        .toList());
    }

    @Benchmark
    public List<Violation> direct() {
        return rules.checkCreate(workload);
    }

    @Benchmark
    public Set<ConstraintViolation<Workload>> beanValidation() {
        return validator.validate(workload);
    }

    @Benchmark
    public Set<ConstraintViolation<Annotated>> annotationsOnRecords() {
        return validator.validate(annotated);
    }
}
