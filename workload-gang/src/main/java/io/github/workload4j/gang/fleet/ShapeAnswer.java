package io.github.workload4j.gang.fleet;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.Verdict;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster says to a shape at one moment. The parts of it that a table has as columns are methods.
 *
 * @param time when the cluster was so
 * @param shape the name of the shape
 * @param answer the cluster and what it says
 * @param certificate the proof as JSON, see {@code docs/certificates.md}; null if none was asked for, or there is none
 * @since 0.1.0
 */
public record ShapeAnswer(
        Instant time,
        String shape,
        ClusterAnswer answer,
        @Nullable String certificate) {

    public ShapeAnswer {
        requireNonNull(time, "time");
        requireNonNull(shape, "shape");
        requireNonNull(answer, "answer");
    }

    /**
     * {@return why the group is not tried, by its {@linkplain io.github.workload4j.gang.Reason#code() code}, or why it
     * is undetermined, by its {@linkplain io.github.workload4j.gang.packing.StopReason#word() word}; otherwise empty}
     */
    public Optional<String> reason() {
        return answer.verdict() instanceof Verdict.Undetermined open
                ? Optional.of(open.stopped().word())
                : answer.verdict().reason().map(reason -> reason.code());
    }

    /** {@return the domain of the outermost group that has one, as {@code key=value}} */
    public Optional<String> domain() {
        return answer.verdict() instanceof Verdict.Feasible fits
                ? fits.domains().stream().findFirst().map(domain -> domain.key() + "=" + domain.value())
                : Optional.empty();
    }

    /**
     * {@return what the pods ask of the {@linkplain ScarcestResource scarcest resource} beyond what is free, cpu in
     * thousandths, other resources in units; 0 if they fit, or if it is not for an amount that they do not}
     */
    public BigInteger missing() {
        ScarcestResource scarcest = answer.scarcest();
        return scarcest == null
                ? BigInteger.ZERO
                : scarcest.asked().subtract(scarcest.free()).max(BigInteger.ZERO);
    }

    /** {@return the time, the shape and the verdict, in a line} */
    @Override
    public String toString() {
        return "ShapeAnswer[" + time + ", " + answer.cluster() + ", " + shape + ": " + answer.verdict() + "]";
    }
}
