package io.github.workload4j.cli.answer;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.cli.input.ClusterInputs;
import io.github.workload4j.cli.screen.Moment;
import io.github.workload4j.gang.whatif.EarliestStart;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** When pods that run end by themselves. */
public final class EndsAtOption {

    @Option(
            names = "--ends-at",
            paramLabel = "KEY",
            description = "Annotation of running pods that says when they end, such as 2026-12-01T03:00:00Z. Pods"
                    + " without it end by activeDeadlineSeconds after their start, or run on.")
    private @Nullable String key;

    /** Warns if no pod has the annotation. */
    public void lookIn(ClusterInputs inputs) {
        inputs.lookFor("--ends-at", key);
    }

    /**
     * {@return when a pod ends, if it is known}
     *
     * @throws ParameterException if its annotation is no time
     */
    public Optional<Instant> end(Pod pod, CommandSpec spec) {
        String written = key == null ? null : pod.metadata().annotations().get(key);
        if (written == null) {
            return EarliestStart.deadline(pod);
        }
        try {
            return Optional.of(new Moment().convert(written));
        } catch (TypeConversionException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--ends-at: annotation " + key + " of pod " + pod.metadata().qualifiedName() + ": "
                            + e.getMessage());
        }
    }
}
