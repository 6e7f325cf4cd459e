package io.github.workload4j.cli.change;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.cli.answer.EndsAtOption;
import io.github.workload4j.cli.input.ClusterInputs;
import io.github.workload4j.cli.screen.Moment;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotDifference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** When pods that run end by themselves, and what is left when they have. */
final class EndOptions {

    @Mixin
    private final EndsAtOption endsAt = new EndsAtOption();

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Takes away the pods that have ended by then, such as 2026-12-01T03:00:00Z.")
    private @Nullable Instant until;

    boolean isAsked() {
        return until != null;
    }

    /** Warns if no pod has the annotation. */
    void lookIn(ClusterInputs inputs) {
        endsAt.lookIn(inputs);
    }

    /** {@return when a pod ends, if it is known} */
    Optional<Instant> end(Pod pod, CommandSpec spec) {
        return endsAt.end(pod, spec);
    }

    /** {@return the snapshot without the pods that have ended by then} */
    ClusterSnapshot apply(ClusterSnapshot snapshot, CommandSpec spec) {
        Instant time = until;
        if (time == null) {
            return snapshot;
        }
        List<ApiObject> gone = new ArrayList<>();
        for (int n = 0; n < snapshot.nodes(); n++) {
            snapshot.podsOn(n).stream()
                    .filter(pod ->
                            end(pod, spec).filter(end -> !end.isAfter(time)).isPresent())
                    .forEach(gone::add);
        }
        return snapshot.with(new SnapshotDifference(List.of(), gone));
    }
}
