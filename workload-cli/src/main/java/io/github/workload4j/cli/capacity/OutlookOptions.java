package io.github.workload4j.cli.capacity;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.cli.answer.EndsAtOption;
import io.github.workload4j.cli.input.LoadedCluster;
import io.github.workload4j.cli.screen.JsonTree;
import io.github.workload4j.cli.screen.Moment;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.timetable.Outlook;
import io.github.workload4j.gang.timetable.Reservation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is said about the time to come. */
public final class OutlookOptions {

    @Option(
            names = "--now",
            paramLabel = "TIME",
            required = true,
            converter = Moment.class,
            description = "The moment that the inputs show, such as 2026-12-01T03:00:00Z. Nothing starts before it.")
    private @Nullable Instant now;

    @Mixin
    private final EndsAtOption endsAt = new EndsAtOption();

    @Option(
            names = "--lasts",
            paramLabel = "KEY",
            description = "Annotation of waiting pods, or of their PodGroup, CompositePodGroup or Workload, that says"
                    + " how long they run, such as 90m or 8h. Pods without it run for activeDeadlineSeconds, their own"
                    + " or that of their Job, or on.")
    private @Nullable String lasts;

    @Option(
            names = "--reservations",
            paramLabel = "FILE",
            description =
                    "Room that is kept for others: a list, in YAML or JSON, of name, from, until, and either nodes"
                            + " (with the resources kept on each; without, all of it) or a placement of waiting pods.")
    private @Nullable Path reservations;

    Outlook outlook(LoadedCluster cluster, CommandSpec spec) {
        endsAt.lookIn(cluster.inputs());
        cluster.inputs().lookFor("--lasts", lasts);
        GroupTimes times = new GroupTimes(lasts, cluster, spec);
        return new Outlook(
                requireNonNull(now, "now"),
                pod -> endsAt.end(pod, spec),
                times::lasting,
                reserved(cluster.snapshot(), spec));
    }

    private List<Reservation> reserved(ClusterSnapshot snapshot, CommandSpec spec) {
        Path file = reservations;
        if (file == null) {
            return List.of();
        }
        try {
            return new ReservationReader(snapshot).read(file);
        } catch (IOException | JsonTree.Malformed | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), file + ": " + e.getMessage());
        }
    }
}
